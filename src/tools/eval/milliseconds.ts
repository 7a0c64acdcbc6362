/** What a photograph costs in the worker. */
import type { EvalReport } from './report';
import type { Timings } from './photo-result';

/** Medians of the sum and of each stage, over the photographs in which it ran; null without any. */
export function medianMilliseconds(timings: readonly Timings[]): EvalReport['milliseconds'] {
  if (timings.length === 0) return null;
  const stages = [...new Set(timings.flatMap((stagesOfOne) => Object.keys(stagesOfOne)))];
  return {
    image: medianOf(timings.map((stagesOfOne) => Object.values(stagesOfOne).reduce((sum, ms) => sum + ms, 0))),
    stages: Object.fromEntries(
      stages.map((stage) => [stage, medianOf(timings.flatMap(({ [stage]: ms }) => (ms === undefined ? [] : [ms])))]),
    ),
    images: timings.length,
  };
}

/** The middle number, or the mean of the two in the middle, of at least one. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
