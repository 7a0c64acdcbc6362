/** The face that somebody points at. */
import { describe, expect, it } from 'vitest';
import { type Box, centreOf } from '../../../src/core/geometry';
import { exactFaces } from '../../../src/vision/exact-faces';
import { nearestFace } from '../../../src/vision/select-face';

const FRAME = { width: 640, height: 480 };
const LARGE: Box<'frame'> = { x: 220, y: 140, width: 200, height: 200 };
const SMALL: Box<'frame'> = { x: 20, y: 20, width: 40, height: 40 };

describe('nearestFace', () => {
  it('is the one whose middle is nearest, whatever its size', () => {
    expect(nearestFace([LARGE, SMALL], { x: 42, y: 38 })).toBe(1);
    expect(nearestFace([LARGE, SMALL], { x: 300, y: 300 })).toBe(0);
  });

  it('is nearest by its middle, not by its edge', () => {
    // Within the large box, but further from its middle than from that of the small one beside it.
    const beside: Box<'frame'> = { x: 430, y: 210, width: 40, height: 40 };
    expect(nearestFace([LARGE, beside], { x: 410, y: 230 })).toBe(1);
  });

  it('is the first of two at one distance, and none among none', () => {
    expect(nearestFace([SMALL, SMALL], { x: 0, y: 0 })).toBe(0);
    expect(nearestFace([], { x: 0, y: 0 })).toBe(-1);
  });
});

describe('exactFaces with a point', () => {
  it('judges the face there, by the box that is drawn', () => {
    const { boxes, judged, exact } = exactFaces([LARGE, SMALL], FRAME, { x: 40, y: 40 });
    expect(judged).toBe(1);
    expect(exact).toBe(SMALL);
    for (const [index, box] of boxes.entries()) expect(exactFaces([LARGE, SMALL], FRAME, centreOf(box)).judged).toBe(index);
  });

  it('judges the most prominent one without', () => {
    expect(exactFaces([SMALL, LARGE], FRAME, null).judged).toBe(1);
    expect(exactFaces([SMALL, LARGE], FRAME).judged).toBe(1);
  });
});
