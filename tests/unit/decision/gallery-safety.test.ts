/** What a threshold means for a gallery. The reference is made up: its tail is known. */
import { describe, expect, it } from 'vitest';
import {
  amongPeople,
  overlapOf,
  placeOf,
  recommendationsFor,
  safetyAt,
  strangerRateAt,
  tradeOffs,
  trialsToShow,
} from '../../../src/decision/gallery-safety';
import type { ReferenceScores } from '../../../src/decision/reference-scores';
import { surveyWith } from './made-up-people';

/** Every bin of 0.05 from 0 on has a tenth of the pairs of the one before: at cosine 0.05 · n the rate is 10^−n. */
const REFERENCE: ReferenceScores = {
  model: 'mobilefacenet-512',
  pipeline: 'p',
  pairs: 10_000_000,
  images: 5000,
  people: 1000,
  source: 'made up',
  min: 0,
  binWidth: 0.05,
  counts: [9_000_000, 900_000, 90_000, 9000, 900, 90, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
};

describe('safetyAt', () => {
  const survey = surveyWith([0.3, 0.5, 0.6, 0.7], [-0.1, 0.1, 0.2, 0.4, 0.4], 10);

  it('refuses what is below the threshold, and passes what is at it', () => {
    expect(safetyAt(survey, REFERENCE, 0.5).refused).toMatchObject({ errors: 1, trials: 4, rate: 0.25 });
    expect(safetyAt(survey, REFERENCE, 0.5001).refused).toMatchObject({ errors: 2 });
    expect(safetyAt(survey, REFERENCE, 0.4).confused).toMatchObject({ errors: 2, trials: 5, rate: 0.4 });
    expect(safetyAt(survey, REFERENCE, 0.4001).confused).toMatchObject({ errors: 0 });
  });

  it('says how little no error proves: none of 20 still allows 16.8 %', () => {
    const twenty = surveyWith(Array<number>(20).fill(0.9), []);
    expect(safetyAt(twenty, REFERENCE, 0.5).refused?.interval).toEqual({ low: 0, high: expect.closeTo(0.168, 3) as number });
  });

  it('knows nothing of what was never compared', () => {
    expect(safetyAt(surveyWith([], [], 1), REFERENCE, 0.4)).toMatchObject({ refused: null, confused: null });
  });

  it('reads strangers off the reference, and gives them a chance with everybody', () => {
    const { stranger, anyName } = safetyAt(survey, REFERENCE, 0.2);
    expect(stranger.rate).toBeCloseTo(1e-4, 10);
    expect(anyName.rate).toBeCloseTo(1 - (1 - 1e-4) ** 10, 10);
  });
});

describe('strangerRateAt', () => {
  it('has an interval around what was counted, narrower the more there was to count', () => {
    const { rate, interval } = strangerRateAt(REFERENCE, 0.25);
    expect(rate).toBeCloseTo(1e-5, 10);
    // 100 of 10 million: Poisson's 81.4 to 121.6.
    expect(interval.low * 1e7).toBeCloseTo(81.4, 0);
    expect(interval.high * 1e7).toBeCloseTo(121.6, 0);
  });

  it('counts the few beyond the tail, whatever a line through the tail expects', () => {
    const outliers = { ...REFERENCE, counts: REFERENCE.counts.map((count, bin) => (bin === 14 ? 3 : count)) };
    expect(strangerRateAt(outliers, 0.5)).toMatchObject({ rate: 3e-7, isRare: true });
    expect(strangerRateAt(outliers, 0.72)).toMatchObject({ rate: 3e-7, isRare: true });
    expect(strangerRateAt(outliers, 0.76)).toMatchObject({ rate: 0 });
    expect(strangerRateAt(outliers, 0.2)).toMatchObject({ isRare: false });
  });

  it('claims no more than none of ten million allows', () => {
    const { rate, interval } = strangerRateAt(REFERENCE, 0.5);
    expect(rate).toBe(0);
    expect(interval).toEqual({ low: 0, high: expect.closeTo(3.69e-7, 9) as number });
  });
});

describe('amongPeople', () => {
  const one = { rate: 1e-3, interval: { low: 5e-4, high: 2e-3 }, isRare: false };
  const sure = (rate: number) => ({ rate, interval: { low: rate, high: rate }, isRare: true });

  it('grows with people, interval and all, and never beyond everybody', () => {
    const { rate, interval } = amongPeople(one, 100);
    expect(rate).toBeCloseTo(0.0952, 4);
    expect(interval).toEqual({ low: expect.closeTo(0.0488, 4) as number, high: expect.closeTo(0.1814, 4) as number });
    expect(amongPeople(sure(1), 3)).toEqual(sure(1));
  });

  it('is the same for one person, and stays exact where rates are tiny', () => {
    expect(amongPeople(one, 1).rate).toBeCloseTo(1e-3, 12);
    expect(amongPeople(sure(1e-15), 10).rate).toBeCloseTo(1e-14, 20);
  });
});

describe('recommendationsFor', () => {
  it('gives three thresholds on the slider, none of which exceeds its rate', () => {
    const recommended = recommendationsFor(surveyWith([0.22, 0.6], []), REFERENCE);
    expect(recommended.map(({ far }) => far)).toEqual([1e-3, 1e-4, 1e-5]);
    // The slider begins at 0.2.
    expect(recommended.map(({ threshold }) => threshold)).toEqual([0.2, 0.2, 0.25]);
    for (const { far, stranger } of recommended) expect(stranger.rate).toBeLessThanOrEqual(far * (1 + 1e-6));
  });

  it('says what each costs', () => {
    expect(recommendationsFor(surveyWith([0.22, 0.6], []), REFERENCE).map(({ refused }) => refused?.errors)).toEqual([0, 0, 1]);
  });

  it('rounds up between two positions', () => {
    const shifted = { ...REFERENCE, min: 0.102 };
    expect(recommendationsFor(surveyWith([], []), shifted).map(({ threshold }) => threshold)).toEqual([0.255, 0.305, 0.355]);
  });
});

describe('tradeOffs', () => {
  const points = tradeOffs(surveyWith([0.1, 0.3, 0.6], []), REFERENCE);

  it('goes from lenient to strict: ever fewer strangers, ever more refused', () => {
    expect(points[0]!.stranger.rate).toBeCloseTo(0.9, 3);
    expect(points.at(-1)!.stranger.rate).toBeCloseTo(1e-6, 9);
    for (const [index, point] of points.entries()) {
      const before = points[index - 1];
      if (before === undefined) continue;
      expect(point.stranger.rate).toBeLessThanOrEqual(before.stranger.rate);
      expect(point.refused.errors).toBeGreaterThanOrEqual(before.refused.errors);
    }
  });

  it('has the rate of each threshold, within its interval', () => {
    for (const { threshold, refused } of points) {
      expect(refused.errors).toBe([0.1, 0.3, 0.6].filter((score) => score < threshold).length);
      expect(refused.interval.low).toBeLessThanOrEqual(refused.rate);
      expect(refused.interval.high).toBeGreaterThanOrEqual(refused.rate);
    }
    expect(points.at(-1)!.refused.errors).toBeGreaterThan(0);
  });

  it('is empty without genuine scores', () => {
    expect(tradeOffs(surveyWith([], [0.1]), REFERENCE)).toEqual([]);
  });
});

describe('overlapOf', () => {
  it('takes the higher of strangers and own people', () => {
    expect(overlapOf(surveyWith([0.5, 0.4], [0.05]), REFERENCE)).toEqual({
      lowestGenuine: 0.4,
      strangersReach: expect.closeTo(0.15, 6) as number,
      ownReach: 0.05,
      impostorsReach: expect.closeTo(0.15, 6) as number,
    });
    expect(overlapOf(surveyWith([0.5], [0.3, 0.45]), REFERENCE)).toMatchObject({ ownReach: 0.45, impostorsReach: 0.45 });
  });

  it('does without scores', () => {
    expect(overlapOf(surveyWith([], []), REFERENCE)).toMatchObject({ lowestGenuine: null, ownReach: null });
  });
});

describe('placeOf', () => {
  const apart = { lowestGenuine: 0.6, strangersReach: 0.3, ownReach: null, impostorsReach: 0.3 };
  const meeting = { ...apart, lowestGenuine: 0.25, ownReach: 0.45, impostorsReach: 0.45 };

  it.each([
    [0.25, true, false, null],
    [0.3, true, false, null],
    [0.31, false, false, 'impostors'],
    [0.45, false, false, null],
    [0.58, false, false, 'genuine'],
    [0.6, false, false, 'genuine'],
    [0.61, false, true, null],
  ])('where the two keep apart, at %d', (threshold, letsIn, refuses, nears) => {
    expect(placeOf(apart, threshold)).toEqual({ letsIn, refuses, nears });
  });

  it.each([
    [0.2, true, false, null],
    [0.24, true, false, 'genuine'],
    [0.3, true, true, null],
    [0.46, false, true, 'impostors'],
    [0.5, false, true, null],
  ])('where they overlap, at %d', (threshold, letsIn, refuses, nears) => {
    expect(placeOf(meeting, threshold)).toEqual({ letsIn, refuses, nears });
  });

  it('warns of strangers alone when nobody was compared with themselves', () => {
    expect(placeOf({ ...apart, lowestGenuine: null }, 0.9)).toEqual({ letsIn: false, refuses: false, nears: null });
    expect(placeOf({ ...apart, lowestGenuine: null }, 0.2)).toEqual({ letsIn: true, refuses: false, nears: null });
  });
});

describe('trialsToShow', () => {
  it('is three over the rate', () => {
    expect([trialsToShow(0.01), trialsToShow(1e-4)]).toEqual([300, 30_000]);
  });
});
