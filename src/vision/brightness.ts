/** How bright a whole picture is: a camera that sees nothing gives black ones. */
import type { GreyImage } from './pixels';

/** One pixel in so many counts, each way: a mean needs no more. */
const STEP = 16;

/** Mean brightness, 0 (black) to 255 (white). */
export function meanBrightness({ width, height, data, black, gain }: GreyImage): number {
  let sum = 0;
  let count = 0;
  for (let y = 0; y < height; y += STEP) {
    for (let x = 0; x < width; x += STEP) {
      sum += Math.min(255, Math.max(0, (data[y * width + x]! - black) * gain));
      count += 1;
    }
  }
  return sum / count;
}
