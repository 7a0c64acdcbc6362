/** Cuts out what the liveness network looks at: the face with much of what is around it. */
import { type Box, centreOf, type Size } from '../core/geometry';
import type { InputSpec } from '../core/manifest';
import { clamp } from './clamp';
import type { FramePixels } from './pixels';
import { samplerOf } from './sampler';

/** Sides of the crop in sides of the face's box. Source: what the network was trained with. */
const CROP_PER_BOX = 2.7;

/**
 * An UltraLight box of the face in a Haar box: its height, and its width in heights. Measured on the photographs of the
 * reference: 0.70 ± 0.06.
 */
const ULTRALIGHT_PER_HAAR = 1.13;
const WIDTH_PER_HEIGHT = 0.7;

/** About the box that UltraLight would give for the face in this box of Haar's. */
export function ultralightOfHaar(haar: Box<'frame'>): Box<'frame'> {
  const { x, y } = centreOf(haar);
  const height = haar.height * ULTRALIGHT_PER_HAAR;
  const width = height * WIDTH_PER_HEIGHT;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/**
 * The part of the frame around the face in an UltraLight box: 2.7 times its sides, or as many as fit into the frame, and
 * moved into the frame where it reaches beyond.
 */
export function livenessCropOf(face: Box<'frame'>, frame: Size): Box<'frame'> {
  const scale = Math.min(CROP_PER_BOX, frame.width / face.width, frame.height / face.height);
  const width = face.width * scale;
  const height = face.height * scale;
  const { x, y } = centreOf(face);
  return { x: clamp(x - width / 2, frame.width - width), y: clamp(y - height / 2, frame.height - height), width, height };
}

/**
 * The crop as the network's input, stretched to its square, bilinear, as planes of (value − mean) / deviation in the
 * network's order of colours. It is written to `tensor`, which has the network's size and may be used again.
 */
export function livenessInput(frame: FramePixels, crop: Box<'frame'>, { shape, colour, mean, deviation }: InputSpec, tensor: Float32Array): Float32Array {
  const [, , height, width] = shape;
  const sample = samplerOf(frame);
  const plane = width * height;
  const pixel = new Float32Array(3);
  const order = colour === 'BGR' ? [2, 1, 0] : [0, 1, 2];
  for (let row = 0, at = 0; row < height; row += 1) {
    const y = clamp(crop.y + ((row + 0.5) * crop.height) / height - 0.5, frame.height - 1);
    for (let column = 0; column < width; column += 1, at += 1) {
      sample(clamp(crop.x + ((column + 0.5) * crop.width) / width - 0.5, frame.width - 1), y, pixel, 0);
      for (let channel = 0; channel < 3; channel += 1) {
        tensor[channel * plane + at] = (pixel[order[channel]!]! - mean[channel]!) / deviation[channel]!;
      }
    }
  }
  return tensor;
}
