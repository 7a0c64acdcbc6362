/** Frames drawn by a formula, in every format a camera sends. */
import type { RgbaFrame, YuvColour, YuvFrame } from '../../src/vision/pixels';

export type Triple = readonly [number, number, number];

export function rgbaOf(width: number, height: number, colourAt: (x: number, y: number) => Triple): RgbaFrame {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set([...colourAt(x, y), 99], (y * width + x) * 4);
  }
  return { kind: 'rgba', width, height, data };
}

export interface YuvDrawing {
  readonly lumaAt: (x: number, y: number) => number;
  /** By position among the chroma samples, of which there are half as many each way. */
  readonly uAt: (x: number, y: number) => number;
  readonly vAt: (x: number, y: number) => number;
}

/** Three planes (I420). */
export function yuvOf(width: number, height: number, { lumaAt, uAt, vAt }: YuvDrawing, colour: YuvColour): YuvFrame {
  const chromaWidth = Math.ceil(width / 2);
  const plane = (across: number, down: number, at: (x: number, y: number) => number): Uint8Array =>
    Uint8Array.from({ length: across * down }, (_, index) => at(index % across, Math.floor(index / across)));
  return {
    kind: 'yuv',
    width,
    height,
    luma: plane(width, height, lumaAt),
    chromaU: plane(chromaWidth, Math.ceil(height / 2), uAt),
    chromaV: plane(chromaWidth, Math.ceil(height / 2), vAt),
    chromaStep: 1,
    chromaWidth,
    colour,
  };
}

/** The same frame with both chroma planes in one (NV12). */
export function interleaved(frame: YuvFrame): YuvFrame {
  const both = new Uint8Array(frame.chromaU.length * 2);
  frame.chromaU.forEach((u, index) => both.set([u, frame.chromaV[index]!], index * 2));
  return { ...frame, chromaU: both, chromaV: both.subarray(1), chromaStep: 2 };
}
