/** An empty room as a camera sees it, and somebody in it. */
import type { Size } from '../../src/core/geometry';
import type { GreyImage } from '../../src/vision/pixels';
import { seededNormal } from './seeded-random';

export interface RoomDrawing {
  /** Levels by which the whole picture is lighter. */
  readonly exposure?: number;
  /** Standard deviation of each pixel, in levels. */
  readonly noise?: number;
  readonly seed?: number;
  /** A square of even brightness: upper left corner as shares of the picture, side as a share of its height. */
  readonly person?: { readonly x: number; readonly y: number; readonly share: number };
  /** Brightness of the person. */
  readonly level?: number;
}

/** A wall that grows lighter to the right, and a floor. */
export function roomOf({ width, height }: Size, { exposure = 0, noise = 0, seed = 1, level = 170, person }: RoomDrawing): GreyImage {
  const normal = seededNormal(seed);
  const data = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const wall = y < height * 0.7 ? 70 + (50 * x) / width : 60;
      const side = (person?.share ?? 0) * height;
      const [left, top] = [(person?.x ?? 0) * width, (person?.y ?? 0) * height];
      const isPerson = x >= left && x < left + side && y >= top && y < top + side;
      data[y * width + x] = (isPerson ? level : wall) + exposure + (noise > 0 ? noise * normal() : 0);
    }
  }
  return { width, height, data: new Uint8Array(data.buffer), black: 0, gain: 1 };
}
