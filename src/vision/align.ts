/** Warps a face so that its eyes, nose and mouth lie where the recognition networks were trained to find them. */
import type { Point } from '../core/geometry';
import type { FramePixels, RgbaFrame, YuvFrame } from './pixels';
import { fitSimilarity, invertSimilarity } from './similarity';

/** Side of the aligned crop in pixels. */
export const ALIGNED_SIDE = 112;

/** Where the five points go. Source: the 112 × 112 template of ArcFace, which both networks were trained with. */
const ALIGNED_POINTS: readonly Point<'crop'>[] = [
  { x: 38.2946, y: 51.6963 },
  { x: 73.5318, y: 51.5014 },
  { x: 56.0252, y: 71.7366 },
  { x: 41.5493, y: 92.3655 },
  { x: 70.7299, y: 92.2041 },
];

/** An aligned face: 112 × 112, red, green, blue, 0..255, interleaved, not rounded. */
export type AlignedFace = Float32Array & { readonly length: number };

/**
 * The aligned face, sampled bilinearly from the frame. Only these 12 544 pixels are ever converted to RGB. What lies
 * beyond the frame's edge is black, as in OpenCV's warpAffine.
 * @throws RangeError when the five points coincide.
 */
export function alignFace(frame: FramePixels, fivePoints: readonly Point<'frame'>[]): AlignedFace {
  const { a, b, tx, ty } = invertSimilarity(fitSimilarity(fivePoints, ALIGNED_POINTS));
  const sample = frame.kind === 'yuv' ? yuvSampler(frame) : rgbaSampler(frame);
  const face = new Float32Array(ALIGNED_SIDE * ALIGNED_SIDE * 3);
  for (let row = 0, at = 0; row < ALIGNED_SIDE; row += 1) {
    for (let column = 0; column < ALIGNED_SIDE; column += 1, at += 3) {
      sample(a * column - b * row + tx, b * column + a * row + ty, face, at);
    }
  }
  return face;
}

/** Writes red, green and blue of the frame at (x, y) to `into` from `at` on. */
type Sampler = (x: number, y: number, into: Float32Array, at: number) => void;

function rgbaSampler({ width, height, data }: RgbaFrame): Sampler {
  return (x, y, into, at) => {
    for (let channel = 0; channel < 3; channel += 1) {
      into[at + channel] = bilinear(data, width, height, 4, channel, x, y, 0);
    }
  };
}

/** Luma coefficients and the weights of chroma per matrix: R = Y + rv·V, G = Y − gu·U − gv·V, B = Y + bu·U. */
const YUV_WEIGHTS = {
  bt601: { rv: 1.402, gu: 0.344136, gv: 0.714136, bu: 1.772 },
  bt709: { rv: 1.5748, gu: 0.187324, gv: 0.468124, bu: 1.8556 },
} as const;

function yuvSampler(frame: YuvFrame): Sampler {
  const { width, height, luma, chromaU, chromaV, chromaStep, chromaWidth, colour } = frame;
  const chromaHeight = Math.ceil(height / 2);
  const { rv, gu, gv, bu } = YUV_WEIGHTS[colour.matrix];
  const black = colour.isLimitedRange ? 16 : 0;
  const lumaGain = colour.isLimitedRange ? 255 / 219 : 1;
  const chromaGain = colour.isLimitedRange ? 255 / 224 : 1;
  return (x, y, into, at) => {
    const light = (bilinear(luma, width, height, 1, 0, x, y, black) - black) * lumaGain;
    // A chroma sample sits in the middle of its 2 × 2 pixels.
    const cx = (x + 0.5) / 2 - 0.5;
    const cy = (y + 0.5) / 2 - 0.5;
    const u = (bilinear(chromaU, chromaWidth, chromaHeight, chromaStep, 0, cx, cy, 128) - 128) * chromaGain;
    const v = (bilinear(chromaV, chromaWidth, chromaHeight, chromaStep, 0, cx, cy, 128) - 128) * chromaGain;
    into[at] = toByteRange(light + rv * v);
    into[at + 1] = toByteRange(light - gu * u - gv * v);
    into[at + 2] = toByteRange(light + bu * u);
  };
}

/** Reads one channel between its pixels; `outside` stands for every pixel beyond the edge. */
function bilinear(
  data: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  step: number,
  channel: number,
  x: number,
  y: number,
  outside: number,
): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const across = x - left;
  const down = y - top;
  const isRowInside = (row: number): boolean => row >= 0 && row < height;
  const read = (column: number, row: number): number =>
    column >= 0 && column < width && isRowInside(row) ? data[(row * width + column) * step + channel]! : outside;
  const above = read(left, top) * (1 - across) + read(left + 1, top) * across;
  const below = read(left, top + 1) * (1 - across) + read(left + 1, top + 1) * across;
  return above * (1 - down) + below * down;
}

function toByteRange(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}
