import { describe, expect, it } from 'vitest';
import type { Point } from '../../../src/core/geometry';
import { fitSimilarity, invertSimilarity, type Similarity } from '../../../src/vision/similarity';

const apply = ({ a, b, tx, ty }: Similarity, { x, y }: Point<'frame'>): Point<'frame'> => ({
  x: a * x - b * y + tx,
  y: b * x + a * y + ty,
});

const corners: Point<'frame'>[] = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 0, y: 10 }, { x: 7, y: 3 }];

describe('fitSimilarity', () => {
  it('finds a known turn, scale and shift exactly', () => {
    const known = { a: 1.5 * Math.cos(0.3), b: 1.5 * Math.sin(0.3), tx: -4, ty: 9 };
    const found = fitSimilarity(corners, corners.map((point) => apply(known, point)));
    for (const key of ['a', 'b', 'tx', 'ty'] as const) expect(found[key]).toBeCloseTo(known[key], 10);
  });

  it('never reflects: mirrored points get the best turn instead', () => {
    const mirrored = corners.map(({ x, y }) => ({ x: -x, y }));
    const { a, b } = fitSimilarity(corners, mirrored);
    expect(a * a + b * b).toBeGreaterThan(0);
    const missed = corners.some((point, index) => Math.abs(apply({ a, b, tx: 0, ty: 0 }, point).x - mirrored[index]!.x) > 1);
    expect(missed).toBe(true);
  });

  it('is the least-squares fit: no nearby similarity is closer', () => {
    const noisy = corners.map(({ x, y }, index) => ({ x: x + [0.5, -1, 0.3, 0.9][index]!, y: y + [-0.2, 0.7, 1, -0.6][index]! }));
    const costOf = (fit: Similarity): number =>
      corners.reduce((sum, point, index) => {
        const at = apply(fit, point);
        return sum + (at.x - noisy[index]!.x) ** 2 + (at.y - noisy[index]!.y) ** 2;
      }, 0);
    const best = fitSimilarity(corners, noisy);
    for (const key of ['a', 'b', 'tx', 'ty'] as const) {
      for (const step of [-0.01, 0.01]) expect(costOf({ ...best, [key]: best[key] + step })).toBeGreaterThan(costOf(best));
    }
  });

  it('refuses points that coincide', () => {
    const same = corners.map(() => ({ x: 5, y: 5 }));
    expect(() => fitSimilarity(same, corners)).toThrow(RangeError);
    expect(() => fitSimilarity(corners, same)).toThrow(RangeError);
  });

  it('is undone by its inverse', () => {
    const there = { a: 0.8, b: -0.4, tx: 12, ty: -7 };
    for (const point of corners) {
      const back = apply(invertSimilarity(there), apply(there, point));
      expect(back.x).toBeCloseTo(point.x, 10);
      expect(back.y).toBeCloseTo(point.y, 10);
    }
  });
});
