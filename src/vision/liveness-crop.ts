/** Cuts out what the liveness network looks at: the face with much of what is around it. */
import { type Box, centreOf, type Size, squareAround } from '../core/geometry';
import type { InputSpec } from '../core/manifest';
import { clamp } from './clamp';
import type { FramePixels } from './pixels';
import { samplerOf } from './sampler';

/** Side of the crop in heights of the face's box. `docs/liveness-passive.md` says what else was tried. */
const CROP_PER_BOX = 2.7;

/**
 * The square part of the frame around the face in a box as high as UltraLight's: 2.7 times its height, or as much as
 * fits into the frame, and moved into the frame where it reaches beyond. A square, so that faces are not stretched.
 */
export function livenessCropOf(face: Box<'frame'>, frame: Size): Box<'frame'> {
  const side = Math.min(CROP_PER_BOX * face.height, frame.width, frame.height);
  const { x, y } = squareAround(centreOf(face), side);
  return { x: clamp(x, frame.width - side), y: clamp(y, frame.height - side), width: side, height: side };
}

/**
 * The crop as the network's input, bilinear, as planes of (value − mean) / deviation in the
 * network's order of colours. It is written to `tensor`, which has the network's size and may be used again.
 */
export function livenessInput(frame: FramePixels, crop: Box<'frame'>, { shape, colour, mean, deviation }: InputSpec, tensor: Float32Array): Float32Array {
  const [, , height, width] = shape;
  const sample = samplerOf(frame);
  const plane = width * height;
  const order = colour === 'BGR' ? [2, 1, 0] : [0, 1, 2];
  const xs = Float64Array.from({ length: width }, (_, column) => clamp(crop.x + ((column + 0.5) * crop.width) / width - 0.5, frame.width - 1));
  const ys = new Float64Array(width);
  const line = new Float32Array(width * 3);
  for (let row = 0; row < height; row += 1) {
    sample(xs, ys.fill(clamp(crop.y + ((row + 0.5) * crop.height) / height - 0.5, frame.height - 1)), line, 0);
    for (let channel = 0; channel < 3; channel += 1) {
      const start = channel * plane + row * width;
      for (let column = 0; column < width; column += 1) {
        tensor[start + column] = (line[column * 3 + order[channel]!]! - mean[channel]!) / deviation[channel]!;
      }
    }
  }
  return tensor;
}
