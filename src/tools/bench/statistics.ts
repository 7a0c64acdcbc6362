/** Medians and their spread. */

/** What many measurements of one thing come to, in the unit of the measurements. */
export interface Summary {
  readonly median: number;
  /** A quarter of the measurements lies below. */
  readonly lowerQuartile: number;
  /** A quarter of the measurements lies above. */
  readonly upperQuartile: number;
  readonly count: number;
}

/** Null of nothing. */
export function summaryOf(values: readonly number[]): Summary | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), lowerQuartile: quantile(sorted, 0.25), upperQuartile: quantile(sorted, 0.75), count: sorted.length };
}

/** What was measured in each round; all rounds are on the same frames for everybody. */
export type Rounds = readonly (readonly number[])[];

/** Two medians compared. The quartiles are those of the rounds, each compared in itself. */
export function ratioOf(ours: Rounds, theirs: Rounds): Summary | null {
  const [own, other] = [summaryOf(ours.flat()), summaryOf(theirs.flat())];
  if (own === null || other === null) return null;
  const perRound = summaryOf(ours.flatMap((round, index) => ratioOfRound(round, theirs[index] ?? [])));
  const median = own.median / other.median;
  const { lowerQuartile, upperQuartile, count } = perRound ?? { lowerQuartile: median, upperQuartile: median, count: 0 };
  return { median, lowerQuartile, upperQuartile, count };
}

function ratioOfRound(ours: readonly number[], theirs: readonly number[]): number[] {
  const [own, other] = [summaryOf(ours), summaryOf(theirs)];
  return own === null || other === null ? [] : [own.median / other.median];
}

/** Between the two nearest of ascending values, in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}
