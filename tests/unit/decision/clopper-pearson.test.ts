/** Exact intervals against published values and their own definition. */
import { describe, expect, it } from 'vitest';
import { clopperPearson, regularisedBeta } from '../../../src/decision/clopper-pearson';

describe('clopperPearson', () => {
  it.each([
    { errors: 0, trials: 20, low: 0, high: 0.168_433 },
    { errors: 1, trials: 20, low: 0.001_265, high: 0.248_733 },
    { errors: 20, trials: 20, low: 0.831_567, high: 1 },
    { errors: 10, trials: 100, low: 0.049_005, high: 0.176_223 },
    { errors: 5, trials: 10, low: 0.187_086, high: 0.812_914 },
  ])('$errors of $trials', ({ errors, trials, low, high }) => {
    const interval = clopperPearson(errors, trials);
    expect(interval.low).toBeCloseTo(low, 5);
    expect(interval.high).toBeCloseTo(high, 5);
  });

  it('widens with the confidence: 0 of 20 at 99 % is 1 − 0.005^(1/20)', () => {
    expect(clopperPearson(0, 20, 0.99).high).toBeCloseTo(1 - 0.005 ** (1 / 20), 10);
  });

  it('keeps its precision with millions of trials and few errors', () => {
    const { low, high } = clopperPearson(10, 80_000_000);
    // The limits of a Poisson count of 10.
    expect(low * 80_000_000).toBeCloseTo(4.7954, 3);
    expect(high * 80_000_000).toBeCloseTo(18.3904, 3);
  });

  it('knows nothing without trials', () => {
    expect(clopperPearson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it.each([[-1, 5], [6, 5], [Number.NaN, 5]])('refuses %d errors in %d trials', (errors, trials) => {
    expect(() => clopperPearson(errors, trials)).toThrow(RangeError);
  });

  it.each([0, 1])('refuses a confidence of %d', (confidence) => {
    expect(() => clopperPearson(1, 5, confidence)).toThrow(RangeError);
  });
});

describe('regularisedBeta', () => {
  it.each([
    [0.3, 1, 1, 0.3],
    [0.3, 2, 1, 0.09],
    [0.7, 1, 3, 0.973],
    [0.5, 7, 7, 0.5],
    [0, 2, 3, 0],
    [1, 2, 3, 1],
  ])('at %d with %d and %d', (x, a, b, expected) => {
    expect(regularisedBeta(x, a, b)).toBeCloseTo(expected, 12);
  });
});
