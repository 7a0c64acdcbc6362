/** The faces of UltraLight, as they are drawn and judged. */
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/core/geometry';
import { exactFaces } from '../../../src/vision/exact-faces';

const FRAME = { width: 640, height: 480 };
/** 100 wide, 200 high, around (320, 240): a square of 177 in Haar's size. */
const EXACT: Box<'frame'> = { x: 270, y: 140, width: 100, height: 200 };
const SIDE = 177;
/** To the left, in the corner. */
const OTHER: Box<'frame'> = { x: 10, y: 10, width: 60, height: 80 };

function expectBox(box: Box<'frame'> | undefined, wanted: Box<'frame'>): void {
  for (const key of ['x', 'y', 'width', 'height'] as const) expect(box![key]).toBeCloseTo(wanted[key], 6);
}

describe('the faces', () => {
  it('are those of UltraLight, as squares of the size of Haar', () => {
    const { boxes } = exactFaces([EXACT, OTHER], FRAME);
    expect(boxes).toHaveLength(2);
    expectBox(boxes[0], { x: 320 - SIDE / 2, y: 240 - SIDE / 2, width: SIDE, height: SIDE });
    expectBox(boxes[1], { x: 40 - 35.4, y: 50 - 35.4, width: 70.8, height: 70.8 });
  });

  it('are none where UltraLight sees none', () => {
    expect(exactFaces([], FRAME)).toEqual({ boxes: [], judged: -1, exact: null });
  });
});

describe('the judged face', () => {
  it('is the most prominent of the boxes of UltraLight, and comes with its own', () => {
    const { judged, exact } = exactFaces([OTHER, EXACT], FRAME);
    expect(judged).toBe(1);
    expect(exact).toBe(EXACT);
  });
});
