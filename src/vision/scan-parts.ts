/** Cuts the search of a whole picture into parts of like cost, by the size of the faces looked for. */
import { SCAN_PARTS } from '../core/detector';

/** One part: the sizes it looks for, and how far the picture is reduced for it. */
export interface ScanPart {
  readonly minFacePx: number;
  readonly maxFacePx: number;
  /** Pixels of the frame to one of the reduced picture, each way; 1 or more. */
  readonly reduction: number;
}

/** Sizes at which a part begins, in smallest faces. Cost falls with the square of the size, so the parts grow. */
const BEGINNINGS = [1, 1.3, 2] as const satisfies { readonly length: typeof SCAN_PARTS };

/** Neighbouring parts share a step of sizes, for a face between two sizes gathers hits from both. */
const SHARED = 1.1;

/**
 * Width of the smallest face in the reduced picture. Of 120 faces of 50 to 220 pixels in 640 × 480, Haar found 0.975 at 30
 * with 3 neighbours, 0.992 at full size with 5, at less than half the cost.
 */
const SMALLEST_IN_REDUCED_PX = 30;

/** The part of this number, from 0 on; numbers beyond the last begin anew. */
export function scanPart(number: number, minFacePx: number): ScanPart {
  const index = number % SCAN_PARTS;
  const next = BEGINNINGS[index + 1];
  const smallestPx = index === 0 ? minFacePx : (minFacePx * BEGINNINGS[index]!) / SHARED;
  return {
    minFacePx: smallestPx,
    maxFacePx: next === undefined ? Number.POSITIVE_INFINITY : minFacePx * next * SHARED,
    reduction: Math.max(1, smallestPx / SMALLEST_IN_REDUCED_PX),
  };
}
