/** Medians, quartiles and ratios. */
import { describe, expect, it } from 'vitest';
import { ratioOf, summaryOf } from '../../../../src/tools/bench/statistics';

describe('a summary', () => {
  it('has the median and the quartiles, whatever the order', () => {
    expect(summaryOf([5, 1, 4, 2, 3])).toEqual({ median: 3, lowerQuartile: 2, upperQuartile: 4, count: 5 });
  });

  it('lies between two values in proportion', () => {
    expect(summaryOf([1, 2, 3, 10])).toEqual({ median: 2.5, lowerQuartile: 1.75, upperQuartile: 4.75, count: 4 });
  });

  it('of one value is that value, and of none there is none', () => {
    expect(summaryOf([7])).toEqual({ median: 7, lowerQuartile: 7, upperQuartile: 7, count: 1 });
    expect(summaryOf([])).toBeNull();
  });

  it('leaves the values in their order', () => {
    const values = [3, 1, 2];
    summaryOf(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('a ratio', () => {
  it('compares the medians of all, and spreads over the rounds', () => {
    const ratio = ratioOf([[1, 1], [2, 2], [3, 3]], [[10], [10], [10]]);
    expect(ratio?.median).toBeCloseTo(0.2);
    expect(ratio?.lowerQuartile).toBeCloseTo(0.15);
    expect(ratio?.upperQuartile).toBeCloseTo(0.25);
    expect(ratio?.count).toBe(3);
  });

  it('leaves out of its spread the rounds in which one of them measured nothing', () => {
    expect(ratioOf([[1], [2]], [[4], []])).toEqual({ median: 1.5 / 4, lowerQuartile: 0.25, upperQuartile: 0.25, count: 1 });
  });

  it('is none where one of them measured nothing at all', () => {
    expect(ratioOf([[]], [[1]])).toBeNull();
    expect(ratioOf([[1]], [])).toBeNull();
  });
});
