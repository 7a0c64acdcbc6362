/** What goes into the UltraLight detector and what its numbers mean: pure, so that it runs anywhere. */
import { type Box, overlapOf, type Size } from '../core/geometry';
import type { InputSpec } from '../core/manifest';
import type { FramePixels } from './pixels';
import { halvingSamplerOf, samplerOf } from './sampler';

/** A face with how sure the detector is of it. */
export interface ScoredBox {
  readonly box: Box<'frame'>;
  /** 0 to 1; higher is surer. */
  readonly score: number;
}

/** Boxes below this score are no faces. Source: the detector's own package; none of 2 877 photographs is without one. */
const MIN_SCORE = 0.65;
/** Of boxes that overlap by more than this, the surest stays. */
const MAX_OVERLAP = 0.4;

/** How the frame lies in the network's input: scaled by `scale`, then moved by (`left`, `top`). */
interface Letterbox {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

function letterboxOf(frame: Size, input: Size): Letterbox {
  const scale = Math.min(input.width / frame.width, input.height / frame.height);
  return { scale, left: (input.width - frame.width * scale) / 2, top: (input.height - frame.height * scale) / 2 };
}

/**
 * The whole frame as the network's input: letterboxed to 4 : 3 with black, bilinear, as planes of (value − mean) /
 * deviation. It is written to `tensor`, which has the network's size and may be used again.
 */
export function ultralightInput(frame: FramePixels, { shape, mean, deviation }: InputSpec, tensor = new Float32Array(shape[1] * shape[2] * shape[3])): Float32Array {
  const [, , height, width] = shape;
  const { scale, left, top } = letterboxOf(frame, { width, height });
  const isHalved = frame.kind === 'yuv' && frame.width === 2 * width && frame.height === 2 * height;
  const sample = isHalved ? halvingSamplerOf(frame) : samplerOf(frame);
  const plane = width * height;
  const [firstMean, secondMean, thirdMean] = mean as [number, number, number];
  const [firstDeviation, secondDeviation, thirdDeviation] = deviation as [number, number, number];
  const xs = Float64Array.from({ length: width }, (_, column) => (column + 0.5 - left) / scale - 0.5);
  const ys = new Float64Array(width);
  const line = new Float32Array(width * 3);
  for (let row = 0, at = 0; row < height; row += 1) {
    sample(xs, ys.fill((row + 0.5 - top) / scale - 0.5), line, 0);
    for (let from = 0; from < line.length; from += 3, at += 1) {
      tensor[at] = (line[from]! - firstMean) / firstDeviation;
      tensor[plane + at] = (line[from + 1]! - secondMean) / secondDeviation;
      tensor[2 * plane + at] = (line[from + 2]! - thirdMean) / thirdDeviation;
    }
  }
  return tensor;
}

/**
 * The faces among the network's candidates, surest first, in frame pixels.
 * @param scores two numbers for each candidate: no face, face.
 * @param corners four numbers for each candidate: left, top, right, bottom as fractions of the input.
 */
export function facesOfUltralight(
  scores: Float32Array,
  corners: Float32Array,
  frame: Size,
  { shape }: InputSpec,
): ScoredBox[] {
  const [, , height, width] = shape;
  const { scale, left, top } = letterboxOf(frame, { width, height });
  const candidates: ScoredBox[] = [];
  for (let index = 0; index * 2 < scores.length; index += 1) {
    const score = scores[index * 2 + 1]!;
    if (!(score >= MIN_SCORE)) continue;
    const [x1, y1, x2, y2] = corners.subarray(index * 4, index * 4 + 4) as unknown as [number, number, number, number];
    const box = {
      x: (x1 * width - left) / scale,
      y: (y1 * height - top) / scale,
      width: ((x2 - x1) * width) / scale,
      height: ((y2 - y1) * height) / scale,
    };
    candidates.push({ box, score });
  }
  candidates.sort((a, b) => b.score - a.score);
  const kept: ScoredBox[] = [];
  for (const candidate of candidates) {
    if (kept.every(({ box }) => overlapOf(box, candidate.box) <= MAX_OVERLAP)) kept.push(candidate);
  }
  return kept;
}
