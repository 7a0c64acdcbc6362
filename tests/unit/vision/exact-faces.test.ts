/** Two detectors, one list of faces. */
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/core/geometry';
import { mergeFaces } from '../../../src/vision/merge-faces';

const FRAME = { width: 640, height: 480 };
/** 100 wide, 200 high, around (320, 240): a square of 177 in Haar's size. */
const EXACT: Box<'frame'> = { x: 270, y: 140, width: 100, height: 200 };
const SIDE = 177;
const SQUARE: Box<'frame'> = { x: 320 - SIDE / 2, y: 240 - SIDE / 2, width: SIDE, height: SIDE };
/** To the left, in the corner. */
const OTHER: Box<'frame'> = { x: 10, y: 10, width: 60, height: 80 };

const moved = (box: Box<'frame'>, right: number): Box<'frame'> => ({ ...box, x: box.x + right });

function expectBox(box: Box<'frame'> | undefined, wanted: Box<'frame'>): void {
  for (const key of ['x', 'y', 'width', 'height'] as const) expect(box![key]).toBeCloseTo(wanted[key], 6);
}

describe('the faces of two detectors', () => {
  it('are those of UltraLight, as squares of the size of Haar', () => {
    const { boxes } = mergeFaces([], [EXACT, OTHER], FRAME);
    expect(boxes).toHaveLength(2);
    expectBox(boxes[0], SQUARE);
    expectBox(boxes[1], { x: 40 - 35.4, y: 50 - 35.4, width: 70.8, height: 70.8 });
  });

  it('have the box of Haar where it found the same face, so that it does not jump', () => {
    const haar = moved(SQUARE, 20);
    expect(mergeFaces([haar], [OTHER, EXACT], FRAME).boxes[1]).toBe(haar);
  });

  it('have the nearest of several such boxes, wherever Haar lists it', () => {
    const near = moved(SQUARE, 5);
    const far = moved(SQUARE, -40);
    for (const haar of [[far, near], [near, far]]) expect(mergeFaces(haar, [EXACT], FRAME).boxes).toEqual([near]);
  });

  it('have the box of Haar only where the two overlap by 0.3', () => {
    // Equal squares shifted by d of a side overlap by (1 − d) / (1 + d).
    const agreeing = moved(SQUARE, 0.53 * SIDE);
    expect(mergeFaces([agreeing], [EXACT], FRAME).boxes[0]).toBe(agreeing);
    expectBox(mergeFaces([moved(SQUARE, 0.55 * SIDE)], [EXACT], FRAME).boxes[0], SQUARE);
  });

  it('are none where UltraLight sees none, whatever Haar says', () => {
    expect(mergeFaces([SQUARE], [], FRAME)).toEqual({ boxes: [], judged: -1, exact: null });
  });
});

describe('the judged face', () => {
  it('is chosen among the boxes of UltraLight, and comes with its own', () => {
    const { boxes, judged, exact } = mergeFaces([SQUARE], [OTHER, EXACT], FRAME);
    expect(judged).toBe(1);
    expect(exact).toBe(EXACT);
    expect(boxes[judged]).toBe(SQUARE);
  });

  it('does not change with the boxes that Haar draws', () => {
    // As large as Haar draws it, the other face would win.
    const rival: Box<'frame'> = { x: 100, y: 140, width: 100, height: 200 };
    const large: Box<'frame'> = { x: 20, y: 80, width: 320, height: 320 };
    const { boxes, judged } = mergeFaces([large], [EXACT, rival], FRAME);
    expect(boxes[1]).toBe(large);
    expect(judged).toBe(0);
  });
});
