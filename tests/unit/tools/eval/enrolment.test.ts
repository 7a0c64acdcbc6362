/** Templates against the rest: whom the gallery knows, refuses and mistakes. */
import { describe, expect, it } from 'vitest';
import { countEnrolment } from '../../../../src/tools/eval/enrolment';
import { madeUp } from './made-up-photos';

/** Scores of 0.9 and more pass: 25 degrees. */
const THRESHOLDS = { identification: () => 0.9, verification: 0.9 };

describe('countEnrolment', () => {
  it('takes the first images with a face for the template and the rest, failures included, for probes', () => {
    const { photos, results } = madeUp({ Ada: [null, 0, 10, 5, 60, null] });
    const counts = countEnrolment(photos, results, 2, THRESHOLDS);
    expect(counts).toMatchObject({ enrolled: 1, notEnrolled: 0, probes: 4, identified: 1, misidentified: 0, falselyRejected: 3, ownRejected: 3 });
  });

  it('counts a probe that is nearer to somebody else as taken for them, and as refused only where it is', () => {
    const { photos, results } = madeUp({ Ada: [0, 20], Ben: [22, 22] });
    const counts = countEnrolment(photos, results, 1, THRESHOLDS);
    expect(counts).toMatchObject({ enrolled: 2, probes: 2, identified: 1, misidentified: 1, falselyRejected: 0, ownRejected: 0 });
  });

  it('counts strangers, and their comparisons, each on its own', () => {
    const { photos, results } = madeUp({ Ada: [0, 0, 0], Ben: [10, 10, 10], Cleo: [5], Dan: [90, null] });
    const counts = countEnrolment(photos, results, 2, THRESHOLDS);
    expect(counts).toMatchObject({ enrolled: 2, strangers: 3, strangersAccepted: 1, strangerComparisons: 6, comparisonsAccepted: 2 });
  });

  it('enrols nobody with too few usable faces, and does not take them for strangers', () => {
    const { photos, results } = madeUp({ Ada: [0, null, null], Ben: [90, 90, 90] });
    expect(countEnrolment(photos, results, 2, THRESHOLDS)).toMatchObject({ enrolled: 1, notEnrolled: 1, probes: 1, strangers: 0 });
  });

  it('asks for the threshold of a gallery of that size', () => {
    const { photos, results } = madeUp({ Ada: [0, 20], Ben: [180, 180] });
    const identification = (people: number): number => (people === 2 ? 0.99 : 0.9);
    const counts = countEnrolment(photos, results, 1, { identification, verification: 0.9 });
    expect(counts).toMatchObject({ identified: 1, falselyRejected: 1, ownRejected: 0 });
  });

  it('rejects every probe where nobody could be enrolled', () => {
    const { photos, results } = madeUp({ Ada: [0] });
    expect(countEnrolment(photos, results, 1, THRESHOLDS)).toMatchObject({ enrolled: 0, probes: 0, strangers: 1, strangersAccepted: 0 });
  });
});
