/** A camera's frame as plain numbers, in every format it may come in. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wipeKeptPixels } from '../../../../src/inference/worker/kept-pixels';
import { createFrameReader, type FrameReader } from '../../../../src/inference/worker/read-frame';
import { noise } from '../../../support/made-up-assets';

interface Drawing {
  readonly format: VideoPixelFormat | null;
  readonly width?: number;
  readonly height?: number;
  readonly matrix?: VideoMatrixCoefficients | null;
  readonly fullRange?: boolean | null;
  readonly seed?: number;
}

/** A frame that copies itself as it is told to; `copies` remembers how. */
class FakeVideoFrame {
  readonly copies: { readonly into: Uint8Array; readonly options: VideoFrameCopyToOptions }[] = [];
  readonly visibleRect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
  readonly format: VideoPixelFormat | null;
  readonly colorSpace: Pick<VideoColorSpace, 'matrix' | 'fullRange'>;
  readonly #seed: number;

  constructor({ format, width = 6, height = 4, matrix = null, fullRange = true, seed = 1 }: Drawing) {
    this.format = format;
    this.visibleRect = { x: 2, y: 0, width, height };
    this.colorSpace = { matrix, fullRange };
    this.#seed = seed;
  }

  copyTo(into: Uint8Array, options: VideoFrameCopyToOptions): Promise<void> {
    this.copies.push({ into, options });
    into.set(noise(into.length, this.#seed));
    return Promise.resolve();
  }

  asFrame(): VideoFrame {
    return this as unknown as VideoFrame;
  }
}

/** What no frame of these tests is. */
class FakeBitmap {
  readonly width = 0;
}

let read: FrameReader;

beforeEach(() => {
  vi.stubGlobal('ImageBitmap', FakeBitmap);
  read = createFrameReader();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a frame of brightness and colour', () => {
  it.each([
    ['I420', 7, 5, 4, 12, 1],
    ['I420', 6, 4, 3, 6, 1],
    ['NV12', 7, 5, 4, 12, 2],
    ['NV12', 6, 4, 3, 6, 2],
  ] as const)('in %s of %i × %i lies plane after plane, rows without padding', async (format, width, height, chromaWidth, chromaSize, chromaStep) => {
    const frame = new FakeVideoFrame({ format, width, height });
    const pixels = await read(frame.asFrame());
    if (pixels.kind !== 'yuv') throw new Error('Not in YUV.');
    const lumaSize = width * height;
    const bytes = noise(lumaSize + 2 * chromaSize, 1);
    expect(frame.copies).toHaveLength(1);
    expect(frame.copies[0]!.into).toHaveLength(bytes.length);
    expect(frame.copies[0]!.options.layout).toEqual(
      format === 'NV12'
        ? [{ offset: 0, stride: width }, { offset: lumaSize, stride: 2 * chromaWidth }]
        : [{ offset: 0, stride: width }, { offset: lumaSize, stride: chromaWidth }, { offset: lumaSize + chromaSize, stride: chromaWidth }],
    );
    expect(pixels).toMatchObject({ width, height, chromaWidth, chromaStep });
    expect(pixels.luma).toEqual(bytes.subarray(0, lumaSize));
    const colours = (plane: Uint8Array): number[] => Array.from({ length: chromaSize }, (_, index) => plane[index * chromaStep]!);
    const wanted = (first: number): number[] => Array.from({ length: chromaSize }, (_, index) => bytes[first + index * chromaStep]!);
    expect(colours(pixels.chromaU)).toEqual(wanted(lumaSize));
    expect(colours(pixels.chromaV)).toEqual(wanted(lumaSize + (chromaStep === 2 ? 1 : chromaSize)));
  });

  it.each([
    ['bt709', true, { matrix: 'bt709', isLimitedRange: false }],
    ['bt709', false, { matrix: 'bt709', isLimitedRange: true }],
    ['smpte170m', false, { matrix: 'bt601', isLimitedRange: true }],
    [null, true, { matrix: 'bt601', isLimitedRange: false }],
  ] as const)('says how its colours are meant (%s, full range: %s)', async (matrix, fullRange, colour) => {
    expect(await read(new FakeVideoFrame({ format: 'I420', matrix, fullRange }).asFrame())).toMatchObject({ colour });
  });

  it('that does not say its range shows it', async () => {
    // Noise fills 0 to 255.
    expect(await read(new FakeVideoFrame({ format: 'NV12', fullRange: null, width: 64, height: 48 }).asFrame())).toMatchObject({ colour: { isLimitedRange: false } });
    const even = new FakeVideoFrame({ format: 'NV12', fullRange: null, width: 64, height: 48 });
    even.copyTo = (into) => (into.fill(100), Promise.resolve());
    expect(await read(even.asFrame())).toMatchObject({ colour: { isLimitedRange: true } });
  });
});

describe('a frame of another format', () => {
  it.each(['BGRX', 'RGBA', 'I422', null] as const)('(%s) is converted to red, green and blue', async (format) => {
    const frame = new FakeVideoFrame({ format });
    const pixels = await read(frame.asFrame());
    expect(pixels).toEqual({ kind: 'rgba', width: 6, height: 4, data: noise(6 * 4 * 4, 1) });
    expect(frame.copies[0]!.options).toEqual({ rect: frame.visibleRect, format: 'RGBA', layout: [{ offset: 0, stride: 24 }] });
  });

  it('that is closed is refused', async () => {
    const closed = Object.assign(new FakeVideoFrame({ format: null }), { visibleRect: null });
    await expect(read(closed.asFrame())).rejects.toThrow(TypeError);
  });
});

describe('the buffer', () => {
  const bufferOf = async (drawing: Drawing): Promise<Uint8Array> => {
    const frame = new FakeVideoFrame(drawing);
    await read(frame.asFrame());
    return frame.copies[0]!.into;
  };

  it('is the same from frame to frame, with the bytes of the latest', async () => {
    const first = await bufferOf({ format: 'NV12' });
    expect(await bufferOf({ format: 'NV12', seed: 2 })).toBe(first);
    expect(first).toEqual(noise(first.length, 2));
    // As many bytes, otherwise arranged.
    expect(await bufferOf({ format: 'I420' })).toBe(first);
  });

  it('is another one where the frame has another size', async () => {
    const first = await bufferOf({ format: 'NV12' });
    const larger = await bufferOf({ format: 'NV12', width: 8 });
    expect(larger).not.toBe(first);
    expect(larger).toHaveLength(48);
    expect(await bufferOf({ format: 'NV12' })).toHaveLength(36);
  });

  it('holds nothing once it was wiped, and the next frame after that', async () => {
    const buffer = await bufferOf({ format: 'NV12' });
    wipeKeptPixels();
    expect(buffer).toEqual(new Uint8Array(buffer.length));
    expect(await bufferOf({ format: 'NV12' })).toBe(buffer);
    expect(buffer).toEqual(noise(buffer.length, 1));
  });

  it('belongs to one reader alone', async () => {
    const first = await bufferOf({ format: 'NV12' });
    read = createFrameReader();
    expect(await bufferOf({ format: 'NV12' })).not.toBe(first);
  });
});
