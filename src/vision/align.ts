/** Warps a face so that its eyes, nose and mouth lie where the recognition networks were trained to find them. */
import type { Point } from '../core/geometry';
import type { FramePixels } from './pixels';
import { samplerOf } from './sampler';
import { fitSimilarity, invertSimilarity } from './similarity';

/** Side of the aligned crop in pixels. */
export const ALIGNED_SIDE = 112;

/** Where the five points go. Source: the 112 × 112 template of ArcFace, which both networks were trained with. */
export const ALIGNED_POINTS: readonly Point<'crop'>[] = [
  { x: 38.2946, y: 51.6963 },
  { x: 73.5318, y: 51.5014 },
  { x: 56.0252, y: 71.7366 },
  { x: 41.5493, y: 92.3655 },
  { x: 70.7299, y: 92.2041 },
];

/** An aligned face: 112 × 112, red, green, blue, 0..255, interleaved, not rounded. */
export type AlignedFace = Float32Array & { readonly length: number };

/** A black one, to align others into. */
export function emptyFace(): AlignedFace {
  return new Float32Array(ALIGNED_SIDE * ALIGNED_SIDE * 3);
}

/**
 * The aligned face, sampled bilinearly from the frame. Only these 12 544 pixels are ever converted to RGB. What lies
 * beyond the frame's edge is black, as in OpenCV's warpAffine. It is written to `face`, which may be used again.
 * @throws RangeError when the five points coincide.
 */
export function alignFace(frame: FramePixels, fivePoints: readonly Point<'frame'>[], face: AlignedFace = emptyFace()): AlignedFace {
  const { a, b, tx, ty } = invertSimilarity(fitSimilarity(fivePoints, ALIGNED_POINTS));
  const sample = samplerOf(frame);
  const [xs, ys] = [new Float64Array(ALIGNED_SIDE), new Float64Array(ALIGNED_SIDE)];
  for (let row = 0; row < ALIGNED_SIDE; row += 1) {
    for (let column = 0; column < ALIGNED_SIDE; column += 1) {
      xs[column] = a * column - b * row + tx;
      ys[column] = b * column + a * row + ty;
    }
    sample(xs, ys, face, row * ALIGNED_SIDE * 3);
  }
  return face;
}
