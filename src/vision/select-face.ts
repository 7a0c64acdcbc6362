/** Chooses the face that is judged. */
import { type Box, centreOf, type Size } from '../core/geometry';

/**
 * Index of the largest box; between boxes of equal area, of the one nearest to the middle of the frame.
 * −1 when there is none.
 */
export function selectFace(boxes: readonly Box<'frame'>[], frame: Size): number {
  const distanceFromMiddle = (box: Box<'frame'>): number => {
    const centre = centreOf(box);
    return Math.hypot(centre.x - frame.width / 2, centre.y - frame.height / 2);
  };
  let chosen = -1;
  boxes.forEach((box, index) => {
    const best = boxes[chosen];
    const gain = best === undefined ? 1 : box.width * box.height - best.width * best.height;
    if (gain > 0 || (gain === 0 && distanceFromMiddle(box) < distanceFromMiddle(best!))) chosen = index;
  });
  return chosen;
}
