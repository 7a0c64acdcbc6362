/** A picture small enough to tell, at no cost, whether anything in a scene has changed. */
import type { GreyImage } from './pixels';

/** Blocks across and down, each of which becomes one number. */
const COLUMNS = 32;
const ROWS = 24;
/** Of each block, one pixel in so many counts, each way. */
const STEP = 2;

/**
 * How far a block must stray from how all of them changed together, in levels of 0 to 255, and how many must. A camera's
 * noise moves the mean of a block by less than one level, its exposure moves all blocks together, and a person who comes
 * in moves dozens by tens. Chosen with room on both sides, not on data.
 */
const CHANGED = { levels: 6, blocks: 3 } as const;

/** Mean byte of each block, row by row. */
export type SceneThumbnail = Float32Array;

/** The thumbnail of a picture of at least 64 × 48 pixels; smaller ones have blocks that share pixels. */
export function thumbnailOf({ width, height, data }: GreyImage): SceneThumbnail {
  const thumbnail = new Float32Array(COLUMNS * ROWS);
  for (let row = 0; row < ROWS; row += 1) {
    const top = Math.floor((row * height) / ROWS);
    const bottom = Math.max(top + 1, Math.floor(((row + 1) * height) / ROWS));
    for (let column = 0; column < COLUMNS; column += 1) {
      const left = Math.floor((column * width) / COLUMNS);
      const right = Math.max(left + 1, Math.floor(((column + 1) * width) / COLUMNS));
      let sum = 0;
      let count = 0;
      for (let y = top; y < bottom; y += STEP) {
        for (let x = left; x < right; x += STEP) {
          sum += data[y * width + x]!;
          count += 1;
        }
      }
      thumbnail[row * COLUMNS + column] = sum / count;
    }
  }
  return thumbnail;
}

/** True when nothing but noise and exposure lies between the two. */
export function isSameScene(before: SceneThumbnail, after: SceneThumbnail): boolean {
  const differences = before.map((value, block) => after[block]! - value);
  const common = medianOf(differences);
  return differences.filter((difference) => Math.abs(difference - common) > CHANGED.levels).length < CHANGED.blocks;
}

function medianOf(values: Float32Array): number {
  return values.slice().sort()[values.length >> 1]!;
}
