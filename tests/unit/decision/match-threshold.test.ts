/** The cosine of a match, from the rate somebody accepts and the number of people. */
import { describe, expect, it } from 'vitest';
import { RECOGNITION_MODELS } from '../../../src/core/model';
import { falseIdentificationRateAt, falseIdentificationRateOf, matchThreshold } from '../../../src/decision/match-threshold';
import { farAt, referenceOf } from '../../../src/decision/reference-scores';
import { FALSE_IDENTIFICATION_RATES } from '../../../src/decision/thresholds';

const { lenient, balanced, high } = FALSE_IDENTIFICATION_RATES;

/** The threshold that follows from a rate. */
function thresholdFor(falseIdentificationRate: number, model: string, people: number): number {
  return matchThreshold({ falseIdentificationRate, manualThreshold: null }, model, people);
}

describe.each(RECOGNITION_MODELS)('the threshold of %s', (model) => {
  it('is near the predecessor\'s for a household, whatever its size up to ten', () => {
    const threshold = thresholdFor(balanced, model, 10);
    expect(threshold).toBeGreaterThan(0.38);
    expect(threshold).toBeLessThan(0.45);
    for (let people = 0; people < 10; people += 1) expect(thresholdFor(balanced, model, people)).toBe(threshold);
  });

  it('is higher where fewer strangers may be called by a name', () => {
    expect(thresholdFor(lenient, model, 10)).toBeLessThan(thresholdFor(balanced, model, 10) - 0.02);
    expect(thresholdFor(high, model, 10)).toBeGreaterThan(thresholdFor(balanced, model, 10) + 0.02);
  });

  it('rises with every person from the eleventh on', () => {
    for (const people of [11, 12, 50, 100, 1000, 10_000]) {
      expect(thresholdFor(balanced, model, people)).toBeGreaterThan(thresholdFor(balanced, model, people - 1));
    }
  });

  it('lets each comparison go wrong as many times more rarely as there are people', () => {
    for (const people of [10, 40, 500]) {
      expect(farAt(referenceOf(model), thresholdFor(balanced, model, people)).far / (balanced / people)).toBeCloseTo(1, 6);
    }
  });

  it('is the one set by hand where there is one', () => {
    for (const people of [0, 10, 1000]) {
      expect(matchThreshold({ falseIdentificationRate: balanced, manualThreshold: 0.2 }, model, people)).toBe(0.2);
    }
  });

  it('gives the rate it was asked for, and where few strangers were counted, never claims less', () => {
    for (const people of [10, 200]) {
      for (const rate of [lenient, balanced, high]) {
        const threshold = thresholdFor(rate, model, people);
        const given = falseIdentificationRateAt(threshold, model, people) / rate;
        if (farAt(referenceOf(model), threshold).isExtrapolated) expect(given).toBeGreaterThan(0.99);
        else expect(given).toBeCloseTo(1, 1);
      }
    }
  });
});

describe('falseIdentificationRateAt', () => {
  const [model] = RECOGNITION_MODELS;

  it('is the chance of at least one of all comparisons', () => {
    const { far } = farAt(referenceOf(model), 0.3);
    expect(falseIdentificationRateAt(0.3, model, 1)).toBeCloseTo(far, 12);
    expect(falseIdentificationRateAt(0.3, model, 2)).toBeCloseTo(2 * far - far * far, 12);
    expect(falseIdentificationRateAt(0.3, model, 1_000_000)).toBeCloseTo(1, 6);
  });

  it('takes nobody for one, so that a rate can be shown before anybody is enrolled', () => {
    expect(falseIdentificationRateAt(0.3, model, 0)).toBe(falseIdentificationRateAt(0.3, model, 1));
  });
});

describe('falseIdentificationRateOf', () => {
  it('is exact for rates that nobody could count', () => {
    expect(falseIdentificationRateOf(1e-20, 1000) / 1e-17).toBeCloseTo(1, 12);
    expect(falseIdentificationRateOf(0, 1000)).toBeCloseTo(0, 12);
  });

  it('is certain where every comparison goes wrong', () => {
    expect(falseIdentificationRateOf(1, 1)).toBe(1);
    expect(falseIdentificationRateOf(1, 50)).toBe(1);
  });
});
