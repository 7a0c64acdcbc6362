/** A report of made-up people, with a failure and templates in it. */
import { compareAll, type Comparison } from '../../../../src/tools/eval/comparison';
import { countEnrolment } from '../../../../src/tools/eval/enrolment';
import { accuracyOf, enrolReportOf, type EvalReport, intervalOf, ratesOf } from '../../../../src/tools/eval/report';
import { madeUp } from './made-up-photos';

export const REPORT_PEOPLE = { Ada: [0, 10, 20], Ben: [90, 100, null], Cleo: [200, 205], 'D<b>&': [300, 305] };

/** Its comparison is of all images with all; `change` replaces what a test is about. */
export function madeUpReport(change: Partial<EvalReport> = {}): { report: EvalReport; comparison: Comparison } {
  const { photos, results } = madeUp(REPORT_PEOPLE);
  const comparison = compareAll(photos, results, () => {});
  const { interval, ...accuracy } = accuracyOf(comparison);
  const rates = ratesOf(comparison, 'model-1');
  const counts = countEnrolment(photos, results, 2, { identification: () => 0.4, verification: 0.4 });
  const report: EvalReport = {
    source: 'photos <of> "friends"',
    images: photos.length,
    people: 4,
    facesNotFound: 1,
    failures: [{ file: 'Ben/Ben_3.jpg', reason: 'no face found' }],
    protocol: 'all images with all',
    ...accuracy,
    ...rates,
    intervals: { accuracy: interval, facesNotFound: intervalOf(1 / photos.length, photos.length), ...rates.intervals },
    enrol: enrolReportOf(counts, 2, 'model-1'),
    model: 'model-1',
    pipeline: 'pipeline-1',
    detector: { kind: 'haar' },
    milliseconds: { image: 50, stages: { detect: 20, embed: 30 }, images: 9 },
    notes: ['A note.'],
    ...change,
  };
  return { report, comparison };
}
