/** The parts of a search, by the size of the faces. */
import { describe, expect, it } from 'vitest';
import { SCAN_PARTS } from '../../../src/core/detector';
import { scanPart } from '../../../src/vision/scan-parts';

const partsOf = (minFacePx: number) => Array.from({ length: SCAN_PARTS }, (_, number) => scanPart(number, minFacePx));

describe.each([24, 30, 48, 60, 100, 240])('the parts for faces from %i pixels on', (minFacePx) => {
  const parts = partsOf(minFacePx);

  it('begin at the smallest face and have no end', () => {
    expect(parts[0]!.minFacePx).toBe(minFacePx);
    expect(parts.at(-1)!.maxFacePx).toBe(Number.POSITIVE_INFINITY);
  });

  it('leave no size out between them, and share a step of sizes', () => {
    for (const [index, part] of parts.slice(1).entries()) {
      const shared = parts[index]!.maxFacePx / part.minFacePx;
      expect(shared).toBeGreaterThan(1.15);
      expect(shared).toBeLessThan(1.25);
    }
  });

  it('grow, so that the later ones are no dearer', () => {
    for (const [index, part] of parts.slice(1).entries()) {
      expect(part.minFacePx).toBeGreaterThan(parts[index]!.minFacePx);
      expect(part.reduction).toBeGreaterThanOrEqual(parts[index]!.reduction);
    }
  });

  it('never enlarge the picture, and bring the smallest face to 30 pixels where that is smaller', () => {
    for (const { minFacePx: smallest, reduction } of parts) {
      expect(reduction).toBeGreaterThanOrEqual(1);
      expect(smallest / reduction).toBeCloseTo(Math.min(30, smallest), 6);
    }
  });
});

it('beyond the last part, the first one comes again', () => {
  for (let number = 0; number < SCAN_PARTS; number += 1) expect(scanPart(number + SCAN_PARTS, 48)).toEqual(scanPart(number, 48));
});
