/** What page and match worker say to each other. */
import type { RowSearch } from '../core/best-rows';

/** The matrices travel as views on shared memory: nothing is copied, and the worker keeps nothing. */
export interface MatchRequest {
  readonly id: number;
  readonly searches: readonly RowSearch[];
}

export interface MatchReply {
  readonly id: number;
  /** For each search the rows that were found, best first. */
  readonly found: readonly Uint32Array[];
}
