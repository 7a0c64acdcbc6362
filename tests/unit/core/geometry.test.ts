import { describe, expect, it } from 'vitest';
import { overlapOf, squareAround } from '../../../src/core/geometry';

const box = (x: number, y: number, side: number) => ({ x, y, width: side, height: side });

describe('overlapOf', () => {
  it('is 1 for the same box, 0 for boxes apart, and a third for half a shift', () => {
    expect(overlapOf(box(0, 0, 10), box(0, 0, 10))).toBe(1);
    expect(overlapOf(box(0, 0, 10), box(10, 0, 10))).toBe(0);
    expect(overlapOf(box(0, 0, 10), box(5, 0, 10))).toBeCloseTo(1 / 3, 12);
  });
});

describe('squareAround', () => {
  it('has its centre where it was asked for', () => {
    expect(squareAround({ x: 10, y: 20 }, 8)).toEqual({ x: 6, y: 16, width: 8, height: 8 });
  });
});
