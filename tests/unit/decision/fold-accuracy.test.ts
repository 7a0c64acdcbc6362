/** Accuracy by folds: the threshold comes from the others. */
import { describe, expect, it } from 'vitest';
import { accuracyAt, foldAccuracyOf } from '../../../src/decision/fold-accuracy';
import { histogramOf, setsOf } from './score-sets';

/** Its own best threshold is between 0.5 and 0.6. */
const HIGH = setsOf([0.6, 0.7], [0.5, 0.1]);
/** Its own best threshold is between 0.1 and 0.4. */
const LOW = setsOf([0.4, 0.4], [0.1, 0.1]);

describe('foldAccuracyOf', () => {
  it('judges each fold by the threshold that is best on the others', () => {
    const { accuracy, standardError, thresholds, folds } = foldAccuracyOf([HIGH, LOW]);
    expect(thresholds[0]).toBeCloseTo(0.25, 3);
    expect(thresholds[1]).toBeCloseTo(0.55, 3);
    // On HIGH, 0.25 accepts one impostor of two; on LOW, 0.55 refuses everybody.
    expect(accuracy).toBe((0.75 + 0.5) / 2);
    expect(standardError).toBeCloseTo(0.125, 10);
    expect(folds).toBe(2);
  });

  it('judges a single fold by its own best threshold', () => {
    const { accuracy, standardError } = foldAccuracyOf([setsOf([0.9, 0.8, 0.7, 0.1], [0.2, 0, 0, 0])]);
    expect(accuracy).toBe(0.875);
    expect(standardError).toBeCloseTo(Math.sqrt((0.875 * 0.125) / 8), 10);
  });

  it('counts failures of one person as errors, of strangers as right', () => {
    expect(accuracyAt({ genuine: histogramOf([0.9], 1), impostor: histogramOf([], 2) }, 0.5)).toBe(0.75);
  });

  it('lets both kinds weigh the same', () => {
    expect(accuracyAt(setsOf([0.1], [0, 0, 0, 0, 0, 0, 0, 0, 0]), 0.5)).toBe(0.5);
  });

  it('refuses to judge nothing', () => {
    expect(() => foldAccuracyOf([])).toThrow(RangeError);
  });
});
