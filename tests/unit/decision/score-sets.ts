/** Histograms out of lists of scores. */
import type { ScoreSets } from '../../../src/decision/error-rates';
import { ScoreHistogram } from '../../../src/decision/score-histogram';

export function histogramOf(scores: readonly number[], rejections = 0): ScoreHistogram {
  const histogram = new ScoreHistogram();
  for (const score of scores) histogram.add(score);
  histogram.addRejections(rejections);
  return histogram;
}

export function setsOf(genuine: readonly number[], impostor: readonly number[]): ScoreSets {
  return { genuine: histogramOf(genuine), impostor: histogramOf(impostor) };
}
