/** The few pairs that were judged worst, out of millions. */

/** Two photographs by file name, and how alike the network finds them (cosine, −1 to 1). */
export interface ScoredPair {
  readonly a: string;
  readonly b: string;
  readonly score: number;
}

/** Keeps the `most` pairs that come first in `order`: `lowest` for genuine pairs, `highest` for impostors. */
export class WorstPairs {
  readonly #sign: 1 | -1;
  readonly #most: number;
  readonly #pairs: ScoredPair[] = [];

  constructor(order: 'lowest' | 'highest', most = 20) {
    this.#sign = order === 'lowest' ? 1 : -1;
    this.#most = most;
  }

  /** True when a pair with this score would be kept: asked first, so that no pair is made for nothing. */
  wants(score: number): boolean {
    const last = this.#pairs.at(-1);
    return last === undefined || this.#pairs.length < this.#most || this.#sign * score < this.#sign * last.score;
  }

  add(pair: ScoredPair): void {
    if (!this.wants(pair.score)) return;
    const position = this.#pairs.findIndex(({ score }) => this.#sign * pair.score < this.#sign * score);
    this.#pairs.splice(position === -1 ? this.#pairs.length : position, 0, pair);
    if (this.#pairs.length > this.#most) this.#pairs.pop();
  }

  /** The worst first. */
  get pairs(): readonly ScoredPair[] {
    return this.#pairs;
  }
}
