/** Which of several faces is meant. */
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/core/geometry';
import { prominenceOf, selectFace } from '../../../src/vision/select-face';

const FRAME = { width: 640, height: 480 };

/** A square face whose middle is off the middle of the frame by this much. */
function face(side: number, right: number, down = 0): Box<'frame'> {
  return { x: 320 + right - side / 2, y: 240 + down - side / 2, width: side, height: side };
}

describe('prominence', () => {
  it('is the height, less 0.9 of the distance from the middle', () => {
    expect(prominenceOf(face(100, 0), FRAME)).toBe(100);
    expect(prominenceOf(face(100, 30, 40), FRAME)).toBeCloseTo(55, 10);
    expect(prominenceOf(face(100, -30, -40), FRAME)).toBeCloseTo(55, 10);
  });

  it('goes by the height of a box that is no square', () => {
    expect(prominenceOf({ x: 270, y: 210, width: 100, height: 60 }, FRAME)).toBe(60);
  });
});

describe('the face that is judged', () => {
  it('is the largest of those that are equally near', () => {
    expect(selectFace([face(60, 50), face(90, -50), face(80, 0, 50)], FRAME)).toBe(1);
  });

  it('is the nearest to the middle of those that are equally large', () => {
    expect(selectFace([face(80, 200), face(80, 20), face(80, 0, -100)], FRAME)).toBe(1);
  });

  it('is a larger one to the side as long as it is not far off', () => {
    expect(selectFace([face(100, 0), face(150, 55)], FRAME)).toBe(1);
    expect(selectFace([face(100, 0), face(150, 56)], FRAME)).toBe(0);
    expect(selectFace([face(100, 0), face(150, 0, 56)], FRAME)).toBe(0);
  });

  it('is the first of equals', () => {
    expect(selectFace([face(80, 50), face(80, -50)], FRAME)).toBe(0);
  });

  it('is a small one in a corner when there is no other', () => {
    expect(selectFace([face(30, -300, -220)], FRAME)).toBe(0);
  });

  it('is nobody when there is none', () => {
    expect(selectFace([], FRAME)).toBe(-1);
  });
});
