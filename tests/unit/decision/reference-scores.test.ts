/** Rates read from histograms that can be counted by hand, and from those that are shipped. */
import { describe, expect, it } from 'vitest';
import { PIPELINE_VERSION, RECOGNITION_MODELS } from '../../../src/core/model';
import { cosineFor, farAt, referenceOf, type ReferenceScores } from '../../../src/decision/reference-scores';

/** A histogram from cosine 0 on, in bins of 0.1. */
function reference(counts: readonly number[]): ReferenceScores {
  const pairs = counts.reduce((sum, count) => sum + count, 0);
  return { model: 'm', pipeline: 'p', pairs, images: 1, people: 1, source: 'made up', min: 0, binWidth: 0.1, counts };
}

/** With every bin, ten times fewer strangers: at or above the cosine x there are 100 000 × 10^(−10 x). */
const DECADES = reference([90_000, 9000, 900, 90, 9, 1]);

describe('farAt', () => {
  it.each([
    [-0.5, 1],
    [0, 1],
    [0.1, 1e-1],
    [0.2, 1e-2],
    [0.3, 1e-3],
  ])('counts who scores at least %d', (cosine, far) => {
    const rate = farAt(DECADES, cosine);
    expect(rate.far / far).toBeCloseTo(1, 9);
    expect(rate.isExtrapolated).toBe(false);
  });

  it('lies between the edges of a bin by the logarithm', () => {
    expect(farAt(DECADES, 0.05).far / 10 ** -0.5).toBeCloseTo(1, 9);
    expect(farAt(DECADES, 0.25).far / 10 ** -2.5).toBeCloseTo(1, 9);
    // From 100 to 90 of 100.
    expect(farAt(reference([1000, 4000, 5000]), 0.05).far).toBeCloseTo(Math.sqrt(0.9), 9);
  });

  it('follows the line through the tail where there are too few strangers, and says so', () => {
    expect(farAt(DECADES, 0.31).far / 10 ** -3.1).toBeCloseTo(1, 6);
    expect(farAt(DECADES, 0.31).isExtrapolated).toBe(true);
    expect(farAt(DECADES, 0.7).far / 1e-7).toBeCloseTo(1, 6);
    expect(farAt(DECADES, 1).far / 1e-10).toBeCloseTo(1, 6);
  });

  it('does not take the few beyond for the rate', () => {
    // The same down to 0.3; of the hundred above it, 19 score far higher.
    const withOutliers = reference([90_000, 9000, 900, 81, 0, 0, 0, 0, 19]);
    expect(farAt(withOutliers, 0.8).far / 1e-8).toBeCloseTo(1, 6);
    expect(farAt(withOutliers, 0.8).isExtrapolated).toBe(true);
  });

  it('draws the line from where strangers are many, not through the last bin', () => {
    const steepAtLast = reference([90_000, 8500, 1400, 90, 9, 1]);
    expect(farAt(steepAtLast, 0.2).far).toBeCloseTo(0.015, 9);
    // At or above 0.1 there are 10 000, at or above 0.3 there are 100: one decade per bin.
    expect(farAt(steepAtLast, 0.4).far / 1e-4).toBeCloseTo(1, 6);
  });

  it('has no step where the line begins', () => {
    expect(farAt(DECADES, 0.3 + 1e-9).far / farAt(DECADES, 0.3).far).toBeCloseTo(1, 6);
  });
});

describe('cosineFor', () => {
  it.each([1e-1, 10 ** -1.5, 1e-2, 1e-3, 1e-5, 1e-9])('is the cosine of the rate %d', (far) => {
    expect(cosineFor(DECADES, far)).toBeCloseTo(-Math.log10(far) / 10, 9);
  });

  it('stays between the lowest score and 1', () => {
    expect(cosineFor(DECADES, 0.999_999_999)).toBeCloseTo(0, 6);
    expect(cosineFor(DECADES, 1e-30)).toBeCloseTo(1, 9);
  });
});

describe('referenceOf', () => {
  it('is that of the network, and of the first one where it is not known', () => {
    for (const model of RECOGNITION_MODELS) expect(referenceOf(model).model).toBe(model);
    expect(referenceOf('retired')).toBe(referenceOf(RECOGNITION_MODELS[0]));
  });
});

describe.each(RECOGNITION_MODELS)('the reference of %s', (model) => {
  const shipped = referenceOf(model);
  const cosines = Array.from({ length: 1501 }, (_, index) => -0.5 + index / 1000);

  it('was made with the present pipeline', () => {
    expect(shipped.pipeline).toBe(PIPELINE_VERSION);
  });

  it('counts every pair once, up to a cosine of 1', () => {
    expect(shipped.counts.reduce((sum, count) => sum + count, 0)).toBe(shipped.pairs);
    expect(shipped.min + shipped.counts.length * shipped.binWidth).toBeCloseTo(1, 9);
  });

  it('gives lower rates for higher cosines, down to rates that nobody could count', () => {
    const rates = cosines.map((cosine) => farAt(shipped, cosine).far);
    expect(rates[0]).toBe(1);
    for (const [index, rate] of rates.entries()) {
      if (index > 0 && rate > rates[index - 1]!) expect.fail(`the rate grows at ${cosines[index]!}`);
    }
    expect(rates.at(-1)).toBeGreaterThan(0);
    expect(rates.at(-1)).toBeLessThan(1e-9);
  });

  it('goes from counted to extrapolated once, without a step', () => {
    const first = cosines.findIndex((cosine) => farAt(shipped, cosine).isExtrapolated);
    expect(cosines.slice(first).every((cosine) => farAt(shipped, cosine).isExtrapolated)).toBe(true);
    // Where twenty pairs are left.
    expect(farAt(shipped, cosines[first]!).far).toBeLessThan(40 / shipped.pairs);
    expect(farAt(shipped, cosines[first - 1]!).far).toBeGreaterThan(20 / shipped.pairs);
    expect(farAt(shipped, cosines[first - 1]!).far / farAt(shipped, cosines[first]!).far).toBeLessThan(1.2);
  });

  it('leads from a rate to a cosine and back', () => {
    for (const far of [0.3, 0.1, 1e-2, 3e-3, 1e-4, 1e-5, 1e-6, 1e-8]) expect(farAt(shipped, cosineFor(shipped, far)).far / far).toBeCloseTo(1, 6);
    for (const cosine of [0.1, 0.25, 0.4, 0.4321, 0.6, 0.8]) expect(cosineFor(shipped, farAt(shipped, cosine).far)).toBeCloseTo(cosine, 8);
  });
});
