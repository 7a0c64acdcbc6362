/** Makes the match worker. */
import type { MatchWorkerLike } from './match-engine';

export function createMatchWorker(): MatchWorkerLike {
  return new Worker(new URL('../worker/match-worker.ts', import.meta.url), { type: 'module', name: 'lintel-match' });
}
