/** Figures, their intervals, and what stands in JSON. */
import { describe, expect, it } from 'vitest';
import { clopperPearson } from '../../../../src/decision/clopper-pearson';
import { defaultThreshold } from '../../../../src/tools/eval/default-threshold';
import { notesOn } from '../../../../src/tools/eval/notes';
import { enrolReportOf, intervalOf, ratesOf } from '../../../../src/tools/eval/report';
import { medianMilliseconds } from '../../../../src/tools/eval/milliseconds';
import { histogramOf, setsOf } from '../../decision/score-sets';

describe('ratesOf', () => {
  const rates = ratesOf({ genuine: histogramOf([0.9, 0.8, 0.7], 1), impostor: histogramOf([0.45, ...Array<number>(199).fill(0.1)]) }, 'm');

  it('gives every rate with the interval of its own number of trials', () => {
    expect(rates).toMatchObject({ pairs: 204, genuinePairs: 4, impostorPairs: 200 });
    expect(rates.default).toEqual({ threshold: defaultThreshold('m', 1), far: 1 / 200, frr: 1 / 4 });
    expect(rates.intervals.default.far).toEqual(clopperPearson(1, 200));
    expect(rates.intervals.default.frr).toEqual(clopperPearson(1, 4));
    expect(rates.tar).toEqual({ '1e-2': 0.75, '1e-3': 0.75, '1e-4': 0.75 });
    expect(rates.intervals.tar['1e-2']).toEqual(clopperPearson(3, 4));
    expect(rates.thresholdAt).toEqual({ '1e-2': 0.1001, '1e-3': 0.4501, '1e-4': 0.4501 });
  });

  it('has no number where there are no pairs', () => {
    const { auc, eer, tar, intervals } = JSON.parse(JSON.stringify(ratesOf(setsOf([], [0.1]), 'm'))) as Record<string, unknown>;
    expect([auc, eer, tar]).toEqual([null, null, { '1e-2': null, '1e-3': null, '1e-4': null }]);
    expect(intervals).toMatchObject({ auc: { low: 0, high: 1 }, default: { frr: { low: 0, high: 1 } } });
  });
});

describe('enrolReportOf', () => {
  it('makes rates of counts, each over its own number of trials', () => {
    const counts = {
      enrolled: 3,
      notEnrolled: 0,
      probes: 20,
      identified: 17,
      misidentified: 1,
      falselyRejected: 2,
      ownRejected: 4,
      strangers: 10,
      strangersAccepted: 1,
      strangerComparisons: 30,
      comparisonsAccepted: 2,
    };
    const report = enrolReportOf(counts, 5, 'm');
    expect(report).toMatchObject({
      imagesPerTemplate: 5,
      identificationRate: 17 / 20,
      misidentificationRate: 1 / 20,
      falseRejectionRate: 2 / 20,
      frrOneToOne: 4 / 20,
      falseAcceptsPerStranger: 1 / 10,
      falseAcceptsPerComparison: 2 / 30,
    });
    expect(report.intervals.falseAcceptsPerComparison).toEqual(clopperPearson(2, 30));
    expect(report.intervals.frrOneToOne).toEqual(clopperPearson(4, 20));
  });
});

describe('intervalOf', () => {
  it('survives a rate that rounding made larger than 1', () => {
    expect(intervalOf(1 + 1e-16 + Number.EPSILON, 10).high).toBe(1);
  });
});

describe('medianMilliseconds', () => {
  it('takes medians of the sums and of the stages that ran', () => {
    const timings = [{ detect: 10, embed: 30 }, { detect: 20 }, { detect: 60, embed: 50 }];
    expect(medianMilliseconds(timings)).toEqual({ image: 40, stages: { detect: 20, embed: 40 }, images: 3 });
  });

  it('knows nothing when nothing was analysed', () => {
    expect(medianMilliseconds([])).toBeNull();
  });
});

describe('notesOn', () => {
  const few = ratesOf(setsOf([0.9], Array<number>(500).fill(0.1)), 'm');

  it('says which rates so few pairs cannot show', () => {
    expect(notesOn(few, 10, true).join(' ')).toContain('500 impostor pairs cannot show a FAR of 1e-3 or 1e-4');
    const many = ratesOf({ genuine: histogramOf([0.9]), impostor: histogramOf([], 10_000) }, 'm');
    expect(notesOn(many, 10, true).join(' ')).not.toContain('cannot show');
  });

  it('says that one fold flatters', () => {
    expect(notesOn(few, 1, true).join(' ')).toContain('chosen on the very pairs');
    expect(notesOn(few, 2, true).join(' ')).not.toContain('chosen on the very pairs');
  });
});
