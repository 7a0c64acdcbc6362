/** Finds the best rows of matrices: here where that is quick, in the match worker where it would hold up the page. */
import { bestRows, type RowSearch } from '../../core/best-rows';
import type { MatchReply, MatchRequest } from '../match-protocol';

/** The part of a `Worker` that the engine uses, so that tests can stand in for it. */
export interface MatchWorkerLike {
  postMessage(message: MatchRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<MatchReply>) => unknown) | null;
  onmessageerror: ((event: MessageEvent) => unknown) | null;
  onerror: ((event: ErrorEvent) => unknown) | null;
}

export const MATCH_LIMITS = {
  /**
   * Numbers to be multiplied up to which it is done here: 25 000 templates of 128 numbers. That takes 1.4 ms on the
   * machine Lintel is built on (`docs/performance.md`), so about 7 ms on a Pi five times slower: no long task there either.
   */
  numbersHere: 3_200_000,
  /** How long the worker may stay silent: far longer than any gallery takes on a Pi that has other things to do. */
  silenceMs: 5000,
} as const;

/** A worker that dies or hangs over two attempts in a row is left alone: from then on everything is found here. */
const ATTEMPTS = 2;

export class MatchEngine {
  readonly #createWorker: () => MatchWorkerLike;
  #worker: MatchWorkerLike | null = null;
  #lastId = 0;
  #isGivenUp = false;
  /** Ends the request under way; the worker gets one at a time. */
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(createWorker: () => MatchWorkerLike) {
    this.#createWorker = createWorker;
  }

  /** For each search the rows that are best, as `bestRows` finds them. A worker that fails delays the answer, no more. */
  async find(searches: readonly RowSearch[]): Promise<readonly Uint32Array[]> {
    if (this.#isGivenUp || !isWorthTheWay(searches)) return searches.map(bestRows);
    const turn = this.#underWay.then(() => this.#findThere(searches));
    this.#underWay = turn.catch(() => {});
    return turn;
  }

  async #findThere(searches: readonly RowSearch[]): Promise<readonly Uint32Array[]> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      try {
        return await this.#ask(searches);
      } catch {
        // The next attempt starts another worker, which is given the matrices again with the question.
        this.#worker?.terminate();
        this.#worker = null;
      }
    }
    this.#isGivenUp = true;
    return searches.map(bestRows);
  }

  #ask(searches: readonly RowSearch[]): Promise<readonly Uint32Array[]> {
    return new Promise((resolve, reject) => {
      const worker = (this.#worker ??= this.#createWorker());
      this.#lastId += 1;
      const id = this.#lastId;
      const fail = (why: string): void => {
        clearTimeout(timer);
        reject(new Error(why));
      };
      const timer = setTimeout(() => fail('The match worker was silent.'), MATCH_LIMITS.silenceMs);
      worker.onmessage = ({ data }) => {
        if (data.id !== id) return;
        clearTimeout(timer);
        resolve(data.found);
      };
      worker.onerror = ({ message }) => fail(message);
      worker.onmessageerror = () => fail('A message of the match worker was unreadable.');
      try {
        worker.postMessage({ id, searches });
      } catch (error) {
        fail(String(error));
      }
    });
  }
}

/** True for much work on memory that the worker can read: without sharing, the way there is a copy of everything. */
function isWorthTheWay(searches: readonly RowSearch[]): boolean {
  const numbers = searches.reduce((sum, { rows }) => sum + rows.count * rows.dimensions, 0);
  if (numbers <= MATCH_LIMITS.numbersHere || typeof SharedArrayBuffer === 'undefined') return false;
  return searches.every(({ rows }) => rows.numbers.buffer instanceof SharedArrayBuffer);
}
