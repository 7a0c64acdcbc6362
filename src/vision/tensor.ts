/** Turns pixels into a network's input, as its manifest entry says. */
import type { InputSpec } from '../core/manifest';

/**
 * Interleaved RGB, 0..255, as planes (NCHW) in the channel order of the network, each (value − mean) / deviation.
 * @throws RangeError when the picture does not have the network's size.
 */
export function tensorOfRgb(pixels: Float32Array, input: InputSpec): Float32Array {
  const [, channels, height, width] = input.shape;
  const plane = width * height;
  if (channels !== 3 || pixels.length !== plane * 3) throw new RangeError('The picture does not fit the network.');
  const order = input.colour === 'BGR' ? [2, 1, 0] : [0, 1, 2];
  const tensor = new Float32Array(plane * 3);
  order.forEach((source, channel) => {
    const mean = input.mean[channel]!;
    const deviation = input.deviation[channel]!;
    for (let i = 0; i < plane; i += 1) tensor[channel * plane + i] = (pixels[i * 3 + source]! - mean) / deviation;
  });
  return tensor;
}

/**
 * Grey, 0..255, as the one plane of a network's input.
 * @throws RangeError when the picture does not have the network's size.
 */
export function tensorOfGrey(pixels: Float32Array, input: InputSpec): Float32Array {
  const [, channels, height, width] = input.shape;
  if (channels !== 1 || pixels.length !== width * height) throw new RangeError('The picture does not fit the network.');
  const [mean, deviation] = [input.mean[0]!, input.deviation[0]!];
  const tensor = new Float32Array(pixels.length);
  for (let at = 0; at < tensor.length; at += 1) tensor[at] = (pixels[at]! - mean) / deviation;
  return tensor;
}
