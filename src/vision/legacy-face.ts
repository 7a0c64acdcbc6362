/** A face as the predecessor fed it to its network: what the detector boxed, stretched. See legacy templates in core/model. */
import { type Box, overlapOf } from '../core/geometry';
import type { InputSpec } from '../core/manifest';
import type { FramePixels } from './pixels';
import { samplerOf } from './sampler';

/** Side of the stretched face in pixels. */
const SIDE = 112;

/** (x / 255 − 0.5) / 0.5, red first. */
export const LEGACY_INPUT: InputSpec = {
  shape: [1, 3, SIDE, SIDE],
  colour: 'RGB',
  mean: [127.5, 127.5, 127.5],
  deviation: [127.5, 127.5, 127.5],
};

/** From this overlap on, a Haar box is one of the judged face. */
const MIN_AGREEMENT = 0.3;

/**
 * The largest Haar box of the judged face; null without one. The predecessor took the largest of all, which with several
 * people in the picture can be of somebody else than whom the verdict is about.
 */
export function legacyBoxOf(haar: readonly Box<'frame'>[], judged: Box<'frame'>): Box<'frame'> | null {
  let largest: Box<'frame'> | null = null;
  for (const box of haar) {
    const isLarger = largest === null || box.width * box.height > largest.width * largest.height;
    if (isLarger && overlapOf(box, judged) >= MIN_AGREEMENT) largest = box;
  }
  return largest;
}

/**
 * The box stretched to 112 × 112, bilinear: red, green, blue, 0..255, interleaved. As in OpenCV's resize, the middles of
 * the pixels correspond, and what lies beyond the box's edge is like its edge.
 */
export function stretchFace(frame: FramePixels, { x, y, width, height }: Box<'frame'>): Float32Array {
  const sample = samplerOf(frame);
  const face = new Float32Array(SIDE * SIDE * 3);
  const within = (at: number, length: number): number => Math.min(Math.max(((at + 0.5) * length) / SIDE - 0.5, 0), length - 1);
  const xs = Float64Array.from({ length: SIDE }, (_, column) => x + within(column, width));
  const ys = new Float64Array(SIDE);
  for (let row = 0; row < SIDE; row += 1) sample(xs, ys.fill(y + within(row, height)), face, row * SIDE * 3);
  return face;
}
