/** Millions of scores in the memory of a few pages: how many fell into each bin. */

/** Bins per unit of score: a score is known to 1 / 10 000. */
const BINS_PER_UNIT = 10_000;

/** From −1 to 1, and one more bin for a score of exactly 1. */
const BINS = 2 * BINS_PER_UNIT + 1;

/** Keeps a score such as 0.3330, which floating point may put just below its own bin, where it belongs. */
const ROUNDING = 1e-7;

/** How many thresholds can be told apart; `thresholdAt(index)` for 0 ≤ index < THRESHOLDS. The last one accepts nothing. */
export const THRESHOLDS = BINS + 1;

/** The threshold with this index: the lower edge of a bin, −1 to 1.0001. */
export function thresholdAt(index: number): number {
  return (index - BINS_PER_UNIT) / BINS_PER_UNIT;
}

/** The index of the lowest threshold that is not below `threshold`. */
export function indexOfThreshold(threshold: number): number {
  const index = Math.ceil((threshold + 1) * BINS_PER_UNIT - ROUNDING);
  return Math.min(BINS, Math.max(0, index));
}

/** How scores (cosines, −1 to 1) are distributed; rejections are comparisons that no threshold accepts. */
export class ScoreHistogram {
  readonly #counts = new Float64Array(BINS);
  #rejections = 0;
  /** `#atOrAbove[i]`: scores at or above threshold i; null while it is out of date. */
  #atOrAbove: Float64Array | null = null;

  /** Counts one score. @throws RangeError when it is no number. */
  add(score: number): void {
    if (Number.isNaN(score)) throw new RangeError('A score must be a number.');
    const bin = Math.floor((score + 1) * BINS_PER_UNIT + ROUNDING);
    this.#counts[Math.min(BINS - 1, Math.max(0, bin))]! += 1;
    this.#atOrAbove = null;
  }

  /** Counts comparisons that failed before there was a score: they are below every threshold. */
  addRejections(count = 1): void {
    this.#rejections += count;
  }

  /** Adds all that `other` has counted. */
  addAll(other: ScoreHistogram): void {
    for (let bin = 0; bin < BINS; bin += 1) this.#counts[bin]! += other.#counts[bin]!;
    this.#rejections += other.#rejections;
    this.#atOrAbove = null;
  }

  /** Comparisons in all, rejections included. */
  get total(): number {
    return this.scored + this.#rejections;
  }

  /** Comparisons that have a score. */
  get scored(): number {
    return this.#sums()[0]!;
  }

  get rejections(): number {
    return this.#rejections;
  }

  /** Scores that `threshold` accepts; a threshold between two bins counts as the upper one. */
  countAtOrAbove(threshold: number): number {
    return this.countAtIndex(indexOfThreshold(threshold));
  }

  /** Scores that the threshold with this index accepts. */
  countAtIndex(index: number): number {
    return this.#sums()[index]!;
  }

  /**
   * The same scores in coarser bins of `binWidth` (a multiple of 0.0001) from `min` to `max`; what lies outside counts
   * in the first or the last bin. Rejections are left out.
   */
  coarse(min: number, max: number, binWidth: number): number[] {
    const bins = Math.round((max - min) / binWidth);
    return Array.from({ length: bins }, (_, bin) => {
      const atLeast = bin === 0 ? this.scored : this.countAtOrAbove(min + bin * binWidth);
      const above = bin === bins - 1 ? 0 : this.countAtOrAbove(min + (bin + 1) * binWidth);
      return atLeast - above;
    });
  }

  #sums(): Float64Array {
    if (this.#atOrAbove !== null) return this.#atOrAbove;
    const sums = new Float64Array(THRESHOLDS);
    for (let bin = BINS - 1; bin >= 0; bin -= 1) sums[bin] = sums[bin + 1]! + this.#counts[bin]!;
    this.#atOrAbove = sums;
    return sums;
  }
}
