/** What the plots are drawn from: shares of scores, the trade-off in two parts, rates over people. */
import { describe, expect, it } from 'vitest';
import { strangerRateAt, tradeOffs, safetyAt } from '../../../../src/decision/gallery-safety';
import { cosineFor, referenceOf } from '../../../../src/decision/reference-scores';
import { PLOT_BINS, referenceShares, scoreShares } from '../../../../src/ui/plots/distribution';
import { peopleCountPoints, rarestShown } from '../../../../src/ui/plots/people-count';
import { highestShare, splitCurve } from '../../../../src/ui/plots/trade-off';
import { surveyWith } from '../../decision/made-up-people';

const REFERENCE = referenceOf('mobilefacenet-512');
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('scoreShares', () => {
  const bins = { min: 0, width: 0.25, count: 4 };

  it('counts a score in the bin that begins at it, and what lies outside in the first and the last', () => {
    expect(scoreShares(Float64Array.of(-0.5, 0.1, 0.25, 0.3, 0.75, 0.9, 1, 1), bins)).toEqual([0.25, 0.25, 0, 0.5]);
  });

  it('is nothing for nobody', () => {
    expect(scoreShares(new Float64Array(0), bins)).toEqual([0, 0, 0, 0]);
  });

  it('puts scores on an edge where the plot draws them', () => {
    const scores = Float64Array.from({ length: 10 }, (_, index) => 0.3 + index / 20);
    const shares = scoreShares(scores, PLOT_BINS);
    expect(shares.filter((share) => share > 0)).toEqual(Array<number>(10).fill(0.1));
  });
});

describe('referenceShares', () => {
  it('loses no pair', () => {
    expect(sum(referenceShares(REFERENCE, PLOT_BINS))).toBeCloseTo(1, 9);
    expect(sum(referenceShares(REFERENCE, { min: 0.1, width: 0.2, count: 2 }))).toBeCloseTo(1, 9);
  });

  it('has its pairs where their scores are', () => {
    const made = { ...REFERENCE, min: 0, binWidth: 0.1, pairs: 10, counts: [1, 2, 3, 4] };
    expect(referenceShares(made, { min: 0, width: 0.2, count: 5 })).toEqual([expect.closeTo(0.3), expect.closeTo(0.7), 0, 0, 0]);
  });
});

describe('the trade-off', () => {
  const survey = surveyWith([0.3, 0.5, 0.6, 0.7], []);
  const points = tradeOffs(survey, REFERENCE);

  it('is whole where many and few meet', () => {
    const { many, few } = splitCurve(points);
    expect(few.length).toBeGreaterThan(1);
    expect(few[0]).toBe(many.at(-1));
    expect(many.length + few.length).toBe(points.length + 1);
    expect(many.some(({ stranger }) => stranger.isRare)).toBe(false);
  });

  it('is one piece when many were counted everywhere', () => {
    const many = points.filter(({ stranger }) => !stranger.isRare);
    expect(splitCurve(many)).toEqual({ many, few: [] });
  });

  it('leaves room for the widest interval', () => {
    expect(highestShare(points, safetyAt(survey, REFERENCE, 0.4))).toBe(1);
    const many = surveyWith(Array<number>(400).fill(0.9), []);
    expect(highestShare(tradeOffs(many, REFERENCE), safetyAt(many, REFERENCE, 0.4))).toBe(0.05);
  });
});

describe('rates over people', () => {
  const stranger = strangerRateAt(REFERENCE, cosineFor(REFERENCE, 1e-4));

  it('begins with one person and ends beyond the gallery', () => {
    const points = peopleCountPoints(stranger, 5);
    expect([points[0]!.people, points.at(-1)!.people]).toEqual([1, expect.closeTo(1000)]);
    expect(points[0]!.rate).toBeCloseTo(1e-4, 8);
    expect(points.at(-1)!.rate).toBeCloseTo(1 - (1 - 1e-4) ** 1000, 6);
    expect(peopleCountPoints(stranger, 2500).at(-1)!.people).toBeCloseTo(10_000);
    expect(peopleCountPoints(stranger, 0).at(-1)!.people).toBeCloseTo(1000);
  });

  it('has an axis that reaches below the rarest rate, also the one that was chosen', () => {
    expect(rarestShown({ rate: 3e-5, interval: { low: 2e-5, high: 4e-5 }, isRare: false }, null)).toBe(1e-5);
    expect(rarestShown({ rate: 3e-3, interval: { low: 2e-3, high: 4e-3 }, isRare: false }, 2e-6)).toBe(1e-6);
    expect(rarestShown({ rate: 0.5, interval: { low: 0.4, high: 0.6 }, isRare: false }, null)).toBe(0.01);
    expect(rarestShown({ rate: 0, interval: { low: 0, high: 9e-7 }, isRare: true }, null)).toBe(1e-7);
  });
});
