/** How often strangers pass and friends are refused, at every threshold. */
import { type ScoreHistogram, THRESHOLDS, thresholdAt } from './score-histogram';

/** The scores of pairs that show one person, and of pairs that show two. */
export interface ScoreSets {
  readonly genuine: ScoreHistogram;
  readonly impostor: ScoreHistogram;
}

/** False accept and false reject rate at one threshold, 0 to 1 each. */
export interface RatePoint {
  readonly threshold: number;
  readonly far: number;
  readonly frr: number;
}

/** Share of impostor pairs that `threshold` accepts, 0 to 1; lower is better. NaN without impostor pairs. */
export function farAt({ impostor }: ScoreSets, threshold: number): number {
  return impostor.countAtOrAbove(threshold) / impostor.total;
}

/** Share of genuine pairs that `threshold` refuses, failed ones included, 0 to 1; lower is better. NaN without any. */
export function frrAt({ genuine }: ScoreSets, threshold: number): number {
  return (genuine.total - genuine.countAtOrAbove(threshold)) / genuine.total;
}

/** The lowest threshold at which at most the share `far` of the impostor pairs passes, −1 to 1.0001. */
export function thresholdAtFar({ impostor }: ScoreSets, far: number): number {
  const allowed = far * impostor.total;
  let low = 0;
  let high = THRESHOLDS - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (impostor.countAtIndex(middle) <= allowed) high = middle;
    else low = middle + 1;
  }
  return thresholdAt(low);
}

/** True accept rate at that threshold: the share of genuine pairs that passes, 0 to 1; higher is better. */
export function tarAtFar(sets: ScoreSets, far: number): number {
  return sets.genuine.countAtOrAbove(thresholdAtFar(sets, far)) / sets.genuine.total;
}

/**
 * The equal error rate: where as large a share of genuine pairs is refused as of impostor pairs accepted, 0 to 1; lower
 * is better. Between two thresholds it is read off the straight line. NaN unless there are pairs of both kinds.
 */
export function eerOf(sets: ScoreSets): number {
  if (sets.genuine.total === 0 || sets.impostor.total === 0) return Number.NaN;
  let before = pointAt(sets, 0);
  if (before.frr >= before.far) return before.frr;
  for (let index = 1; index < THRESHOLDS; index += 1) {
    const point = pointAt(sets, index);
    const lead = before.far - before.frr;
    const lag = point.frr - point.far;
    if (lag >= 0) return before.far + (lead / (lead + lag)) * (point.far - before.far);
    before = point;
  }
  return before.frr;
}

/**
 * Area under the ROC curve: how often a genuine pair scores higher than an impostor pair, a draw counting half, 0.5
 * (chance) to 1. A rejection scores lower than any score. NaN unless there are pairs of both kinds.
 */
export function aucOf({ genuine, impostor }: ScoreSets): number {
  let wins = 0;
  let impostorsBelow = impostor.rejections;
  wins += genuine.rejections * (impostor.rejections / 2);
  for (let index = 0; index < THRESHOLDS - 1; index += 1) {
    const impostorsHere = impostor.countAtIndex(index) - impostor.countAtIndex(index + 1);
    const genuineHere = genuine.countAtIndex(index) - genuine.countAtIndex(index + 1);
    wins += genuineHere * (impostorsBelow + impostorsHere / 2);
    impostorsBelow += impostorsHere;
  }
  return wins / (genuine.total * impostor.total);
}

/**
 * Every threshold at which one of the two rates changes, from the most lenient to the strictest: the points of the ROC
 * curve (1 − frr over far) and of the DET curve (frr over far).
 */
export function ratePoints(sets: ScoreSets): RatePoint[] {
  const points: RatePoint[] = [];
  let last: RatePoint | null = null;
  for (let index = 0; index < THRESHOLDS; index += 1) {
    const point = pointAt(sets, index);
    if (last?.far === point.far && last.frr === point.frr) continue;
    points.push(point);
    last = point;
  }
  return points;
}

function pointAt({ genuine, impostor }: ScoreSets, index: number): RatePoint {
  return {
    threshold: thresholdAt(index),
    far: impostor.countAtIndex(index) / impostor.total,
    frr: (genuine.total - genuine.countAtIndex(index)) / genuine.total,
  };
}
