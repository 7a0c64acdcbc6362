/** Scores in bins are counted as the scores themselves would be. */
import { describe, expect, it } from 'vitest';
import { indexOfThreshold, ScoreHistogram, thresholdAt, THRESHOLDS } from '../../../src/decision/score-histogram';
import { histogramOf } from './score-sets';

describe('ScoreHistogram', () => {
  it('counts every four-digit score as at or above itself, and not above the next threshold', () => {
    for (const score of [-1, -0.5, -0.0001, 0, 0.1, 0.2999, 0.333, 0.4, 0.4001, 0.7, 0.9999, 1]) {
      const histogram = histogramOf([score]);
      expect(histogram.countAtOrAbove(score), `at ${score}`).toBe(1);
      expect(histogram.countAtOrAbove(score + 0.0001), `above ${score}`).toBe(0);
    }
  });

  it('takes a threshold between two bins for the upper one', () => {
    const histogram = histogramOf([0.400_02, 0.400_12]);
    expect(histogram.countAtOrAbove(0.400_05)).toBe(1);
  });

  it('takes scores that rounding put outside −1 to 1 for the ends', () => {
    const histogram = histogramOf([-1.000_01, 1.000_01]);
    expect(histogram.countAtOrAbove(-1)).toBe(2);
    expect(histogram.countAtOrAbove(1)).toBe(1);
  });

  it('counts after every change anew', () => {
    const histogram = histogramOf([0.5]);
    expect(histogram.countAtOrAbove(0)).toBe(1);
    histogram.add(0.6);
    expect(histogram.countAtOrAbove(0)).toBe(2);
    histogram.addAll(histogramOf([0.7], 3));
    expect(histogram.countAtOrAbove(0)).toBe(3);
    expect(histogram.total).toBe(6);
  });

  it('never accepts a rejection', () => {
    const histogram = histogramOf([0.2], 4);
    expect(histogram.countAtOrAbove(-1)).toBe(1);
    expect([histogram.total, histogram.scored, histogram.rejections]).toEqual([5, 1, 4]);
  });

  it('refuses what is no number', () => {
    expect(() => new ScoreHistogram().add(Number.NaN)).toThrow(RangeError);
  });

  it('gives coarse bins, with what lies outside in the first and the last', () => {
    const histogram = histogramOf([-0.9, -0.5, -0.496, -0.495, 0.2, 1], 7);
    const counts = histogram.coarse(-0.5, 1, 0.005);
    expect(counts).toHaveLength(300);
    expect(counts.slice(0, 2)).toEqual([3, 1]);
    expect(counts[140]).toBe(1);
    expect(counts[299]).toBe(1);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
  });
});

describe('thresholds', () => {
  it('run from −1 to just above 1, and each has its index', () => {
    expect(thresholdAt(0)).toBe(-1);
    expect(thresholdAt(THRESHOLDS - 1)).toBe(1.0001);
    for (let index = 0; index < THRESHOLDS; index += 1) {
      if (indexOfThreshold(thresholdAt(index)) !== index) expect.fail(`threshold ${thresholdAt(index)} has another index`);
    }
  });
});
