/** Brings a part of a grey picture to another size: what Haar searches is never larger than it must be. */
import type { Box } from '../core/geometry';
import { clamp } from './clamp';
import type { GreyImage } from './pixels';

/**
 * Writes the part to `into`, `width` × `height` bytes. Pixels beyond the picture's edge repeat the edge. The bytes are the
 * picture's own, not stretched to the full range: Haar looks at differences relative to their deviation.
 */
export type GreyResizer = (image: GreyImage, part: Box<'frame'>, width: number, height: number, into: Uint8Array) => void;

/** Which pixels of a row or column make each pixel of the result, and how much each counts. */
interface Taps {
  /** Pixels that count, for each pixel of the result. */
  readonly count: number;
  readonly indices: Int32Array;
  readonly weights: Float32Array;
}

/** A resizer that uses its buffers again. Shrinking, it averages areas; enlarging, it interpolates. */
export function createGreyResizer(): GreyResizer {
  let rows = new Float32Array(0);
  return ({ width: imageWidth, height: imageHeight, data }, part, width, height, into) => {
    const across = tapsOf(part.x, part.width, width, imageWidth);
    const down = tapsOf(part.y, part.height, height, imageHeight);
    const firstRow = down.indices[0]!;
    const lastRow = down.indices[down.indices.length - 1]!;
    const rowCount = lastRow - firstRow + 1;
    if (rows.length < rowCount * width) rows = new Float32Array(rowCount * width);
    for (let row = 0; row < rowCount; row += 1) {
      const from = (firstRow + row) * imageWidth;
      for (let column = 0, tap = 0; column < width; column += 1) {
        let sum = 0;
        for (let k = 0; k < across.count; k += 1, tap += 1) sum += data[from + across.indices[tap]!]! * across.weights[tap]!;
        rows[row * width + column] = sum;
      }
    }
    for (let row = 0; row < height; row += 1) {
      for (let column = 0; column < width; column += 1) {
        let sum = 0.5;
        for (let k = 0, tap = row * down.count; k < down.count; k += 1, tap += 1) {
          sum += rows[(down.indices[tap]! - firstRow) * width + column]! * down.weights[tap]!;
        }
        into[row * width + column] = sum;
      }
    }
  };
}

/** Indices never fall from one to the next, so the first and the last are the least and the greatest. */
function tapsOf(start: number, length: number, count: number, limit: number): Taps {
  const step = length / count;
  return step > 1 ? areaTaps(start, step, count, limit) : linearTaps(start, step, count, limit);
}

function areaTaps(start: number, step: number, count: number, limit: number): Taps {
  const perPixel = Math.ceil(step) + 1;
  const indices = new Int32Array(count * perPixel);
  const weights = new Float32Array(count * perPixel);
  for (let pixel = 0, tap = 0; pixel < count; pixel += 1) {
    const from = start + pixel * step;
    const to = from + step;
    for (let k = 0, index = Math.floor(from); k < perPixel; k += 1, tap += 1, index += 1) {
      indices[tap] = clamp(index, limit - 1);
      weights[tap] = Math.max(0, Math.min(index + 1, to) - Math.max(index, from)) / step;
    }
  }
  return { count: perPixel, indices, weights };
}

function linearTaps(start: number, step: number, count: number, limit: number): Taps {
  const indices = new Int32Array(count * 2);
  const weights = new Float32Array(count * 2);
  for (let pixel = 0; pixel < count; pixel += 1) {
    const position = start + (pixel + 0.5) * step - 0.5;
    const left = Math.floor(position);
    indices[pixel * 2] = clamp(left, limit - 1);
    indices[pixel * 2 + 1] = clamp(left + 1, limit - 1);
    weights[pixel * 2] = left + 1 - position;
    weights[pixel * 2 + 1] = position - left;
  }
  return { count: 2, indices, weights };
}
