/** Copies a camera frame into plain numbers. */
import type { Size } from '../../core/geometry';
import { type FramePixels, looksLimited, type YuvColour } from '../../vision/pixels';
import { wipedWhenOff } from './kept-pixels';

/** Reads a frame's pixels, which hold until the next one is read. The caller still owns the frame and closes it. */
export type FrameReader = (frame: VideoFrame | ImageBitmap) => Promise<FramePixels>;

/** A reader that uses its buffer again from frame to frame. */
export function createFrameReader(): FrameReader {
  let buffer = new Uint8Array(0);
  wipedWhenOff(() => buffer.fill(0));
  return (frame) => {
    if (frame instanceof ImageBitmap) return Promise.resolve(readBitmap(frame));
    return readVideo(frame, (bytes) => {
      if (buffer.length !== bytes) buffer = new Uint8Array(bytes);
      return buffer;
    });
  };
}

/** Gives a buffer of so many bytes. */
type Lend = (bytes: number) => Uint8Array<ArrayBuffer>;

async function readVideo(frame: VideoFrame, lend: Lend): Promise<FramePixels> {
  const rect = frame.visibleRect;
  if (rect === null) throw new TypeError('The frame was closed before it was read.');
  const { width, height } = rect;
  if (frame.format === 'I420' || frame.format === 'NV12') return readYuv(frame, frame.format, { width, height }, lend);
  const data = lend(width * height * 4);
  await frame.copyTo(data, { rect, format: 'RGBA', layout: [{ offset: 0, stride: width * 4 }] });
  return { kind: 'rgba', width, height, data };
}

async function readYuv(
  frame: VideoFrame,
  format: 'I420' | 'NV12',
  { width, height }: Size,
  lend: Lend,
): Promise<FramePixels> {
  const chromaWidth = Math.ceil(width / 2);
  const chromaSize = chromaWidth * Math.ceil(height / 2);
  const lumaSize = width * height;
  const buffer = lend(lumaSize + 2 * chromaSize);
  const isInterleaved = format === 'NV12';
  const layout = isInterleaved
    ? [{ offset: 0, stride: width }, { offset: lumaSize, stride: chromaWidth * 2 }]
    : [
        { offset: 0, stride: width },
        { offset: lumaSize, stride: chromaWidth },
        { offset: lumaSize + chromaSize, stride: chromaWidth },
      ];
  await frame.copyTo(buffer, { layout });
  return {
    kind: 'yuv',
    width,
    height,
    luma: buffer.subarray(0, lumaSize),
    chromaU: buffer.subarray(lumaSize),
    chromaV: buffer.subarray(lumaSize + (isInterleaved ? 1 : chromaSize)),
    chromaStep: isInterleaved ? 2 : 1,
    chromaWidth,
    colour: colourOf(frame.colorSpace, buffer.subarray(0, lumaSize)),
  };
}

/** A camera that does not say its matrix has Rec. 601, as Chromium takes it; its range shows in the picture. */
function colourOf({ matrix, fullRange }: VideoColorSpace, luma: Uint8Array): YuvColour {
  const isLimitedRange = fullRange === null ? looksLimited(luma) : !fullRange;
  return { matrix: matrix === 'bt709' ? 'bt709' : 'bt601', isLimitedRange };
}

function readBitmap(bitmap: ImageBitmap): FramePixels {
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new TypeError('This browser cannot read pictures in a worker.');
  context.drawImage(bitmap, 0, 0);
  return { kind: 'rgba', width, height, data: context.getImageData(0, 0, width, height).data };
}
