/** Accuracy as Labeled Faces in the Wild defines it: the threshold is never chosen on the pairs it is judged by. */
import type { ScoreSets } from './error-rates';
import { ScoreHistogram, THRESHOLDS, thresholdAt } from './score-histogram';

/** An accuracy over folds. */
export interface FoldAccuracy {
  /** Share of right decisions, genuine and impostor pairs weighing the same, 0 to 1; the mean of the folds. */
  readonly accuracy: number;
  /** Standard deviation of the folds over the root of their number; of one fold, that of a share of so many pairs. */
  readonly standardError: number;
  readonly folds: number;
  /** The thresholds that were chosen, one for each fold. */
  readonly thresholds: readonly number[];
}

/**
 * For each fold, the threshold that is best on all others is judged on it. A single fold has no others: its own best
 * threshold is used, which flatters. NaN when a fold lacks pairs of one kind.
 * @throws RangeError without any fold.
 */
export function foldAccuracyOf(folds: readonly ScoreSets[]): FoldAccuracy {
  const [only] = folds;
  if (only === undefined) throw new RangeError('An accuracy needs at least one fold.');
  const thresholds = folds.map((fold) => bestThreshold(folds.length === 1 ? folds : folds.filter((other) => other !== fold)));
  const accuracies = folds.map((fold, index) => accuracyAt(fold, thresholds[index]!));
  const accuracy = meanOf(accuracies);
  return { accuracy, standardError: standardErrorOf(accuracies, accuracy, only), folds: folds.length, thresholds };
}

/** Share of right decisions at `threshold`, genuine and impostor pairs weighing the same, 0 to 1. */
export function accuracyAt({ genuine, impostor }: ScoreSets, threshold: number): number {
  const accepted = genuine.countAtOrAbove(threshold) / genuine.total;
  const refused = 1 - impostor.countAtOrAbove(threshold) / impostor.total;
  return (accepted + refused) / 2;
}

/** The threshold with the best accuracy over the folds together: the middle of the first stretch that is equally good. */
function bestThreshold(folds: readonly ScoreSets[]): number {
  const genuine = new ScoreHistogram();
  const impostor = new ScoreHistogram();
  for (const fold of folds) {
    genuine.addAll(fold.genuine);
    impostor.addAll(fold.impostor);
  }
  let best = -Infinity;
  let first = 0;
  let last = 0;
  for (let index = 0; index < THRESHOLDS; index += 1) {
    const lead = genuine.countAtIndex(index) / genuine.total - impostor.countAtIndex(index) / impostor.total;
    if (lead > best) {
      best = lead;
      first = index;
      last = index;
    } else if (lead === best && last === index - 1) {
      last = index;
    }
  }
  return thresholdAt(Math.round((first + last) / 2));
}

function standardErrorOf(accuracies: readonly number[], mean: number, only: ScoreSets): number {
  const count = accuracies.length;
  if (count === 1) return Math.sqrt((mean * (1 - mean)) / (2 * Math.min(only.genuine.total, only.impostor.total)));
  const variance = accuracies.reduce((sum, accuracy) => sum + (accuracy - mean) ** 2, 0) / (count - 1);
  return Math.sqrt(variance / count);
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
