/** How the scores of strangers are distributed, in numbers only: what the app ships as reference. */
import type { ReferenceScores } from '../../decision/reference-scores';
import type { ScoreHistogram } from '../../decision/score-histogram';
import type { EvalReport } from './report';

/** Cosines: −0.5 to 1 in bins of 0.005. What lies below counts in the first bin. */
const RANGE = { min: -0.5, max: 1, binWidth: 0.005 } as const;

/** The distribution of `impostor`, the scores of all pairs of two people. */
export function referenceHistogramOf(report: EvalReport, impostor: ScoreHistogram): ReferenceScores {
  return {
    model: report.model,
    pipeline: report.pipeline,
    pairs: impostor.scored,
    images: report.images - report.facesNotFound,
    people: report.people,
    source: report.source,
    min: RANGE.min,
    binWidth: RANGE.binWidth,
    counts: impostor.coarse(RANGE.min, RANGE.max, RANGE.binWidth),
  };
}
