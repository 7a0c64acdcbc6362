/** Makes the workers. */
import type { MatchWorkerLike } from './match-engine';
import type { WorkerLike } from './vision-client';

export function createVisionWorker(): WorkerLike {
  return new Worker(new URL('../worker/vision-worker.ts', import.meta.url), { type: 'module', name: 'lintel-vision' });
}

export function createMatchWorker(): MatchWorkerLike {
  return new Worker(new URL('../worker/match-worker.ts', import.meta.url), { type: 'module', name: 'lintel-match' });
}
