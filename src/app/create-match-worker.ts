/** Makes the match worker. */
import type { MatchWorkerLike } from '../inference/client/match-engine';
import url from '../inference/worker/match-worker.ts?worker&url';
import { ownScript } from './own-script';

export function createMatchWorker(): MatchWorkerLike {
  return new Worker(ownScript(url) as string, { type: 'module', name: 'lintel-match' });
}
