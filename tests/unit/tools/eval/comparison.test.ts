/** Which images are compared, and what a failed one counts as. */
import { describe, expect, it } from 'vitest';
import { compareAll, comparePairs } from '../../../../src/tools/eval/comparison';
import { madeUp } from './made-up-photos';

const nothing = (): void => {};

describe('compareAll', () => {
  it('compares every image with every other once', () => {
    const { photos, results } = madeUp({ Ada: [0, 10, 20], Ben: [90, 100], Cleo: [180] });
    let rows = 0;
    const { genuine, impostor } = compareAll(photos, results, () => (rows += 1));
    expect([genuine.total, impostor.total, rows]).toEqual([4, 11, 6]);
    expect(genuine.countAtOrAbove(Math.cos((10.1 * Math.PI) / 180))).toBe(3);
  });

  it('counts a failed image as refused in all its pairs', () => {
    const { photos, results } = madeUp({ Ada: [0, null], Ben: [0] });
    const { genuine, impostor } = compareAll(photos, results, nothing);
    expect([genuine.rejections, genuine.scored]).toEqual([1, 0]);
    expect([impostor.rejections, impostor.scored]).toEqual([1, 1]);
  });

  it('lists the worst pairs by name, the worst first', () => {
    const { photos, results } = madeUp({ Ada: [0, 10, 50], Ben: [52, 120] });
    const { worstGenuine, worstImpostor } = compareAll(photos, results, nothing);
    expect(worstGenuine.map(({ a, b }) => [a, b])).toEqual([
      ['Ben/Ben_1.jpg', 'Ben/Ben_2.jpg'],
      ['Ada/Ada_1.jpg', 'Ada/Ada_3.jpg'],
      ['Ada/Ada_2.jpg', 'Ada/Ada_3.jpg'],
      ['Ada/Ada_1.jpg', 'Ada/Ada_2.jpg'],
    ]);
    expect(worstImpostor[0]).toMatchObject({ a: 'Ada/Ada_3.jpg', b: 'Ben/Ben_1.jpg' });
    expect(worstImpostor[0]!.score).toBeCloseTo(Math.cos((2 * Math.PI) / 180), 5);
  });

  it('makes folds of people with pairs of both kinds in each, as many as there can be', () => {
    const couples = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`P${index}`, [index, index]]));
    const { photos, results } = madeUp({ ...couples, Alone: [1], Lonely: [2] });
    const { folds } = compareAll(photos, results, nothing);
    expect(folds).toHaveLength(3);
    for (const { genuine, impostor } of folds) {
      expect(genuine.total).toBe(2);
      expect(impostor.total).toBeGreaterThanOrEqual(4);
    }
  });

  it('makes at most ten folds', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`P${index}`, [index, index]]));
    const { photos, results } = madeUp(many);
    expect(compareAll(photos, results, nothing).folds).toHaveLength(10);
  });

  it('makes one fold of everything where there are too few people', () => {
    const { photos, results } = madeUp({ Ada: [0, 1], Ben: [2], Cleo: [3] });
    const { folds, genuine, impostor } = compareAll(photos, results, nothing);
    expect(folds.map((fold) => [fold.genuine.total, fold.impostor.total])).toEqual([[genuine.total, impostor.total]]);
  });
});

describe('comparePairs', () => {
  it('compares the pairs of the file alone, fold by fold', () => {
    const { photos, results } = madeUp({ Ada: [0, 10], Ben: [90, null] });
    const { genuine, impostor, folds } = comparePairs(photos, results, [
      [{ a: 0, b: 1, isGenuine: true }, { a: 0, b: 2, isGenuine: false }],
      [{ a: 2, b: 3, isGenuine: true }, { a: 1, b: 2, isGenuine: false }],
    ]);
    expect([genuine.total, genuine.rejections, impostor.total]).toEqual([2, 1, 2]);
    expect(folds.map((fold) => [fold.genuine.scored, fold.genuine.rejections, fold.impostor.scored])).toEqual([[1, 0, 1], [0, 1, 1]]);
  });
});
