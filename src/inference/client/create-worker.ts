/** Makes the vision worker. */
import type { WorkerLike } from './vision-client';

export function createVisionWorker(): WorkerLike {
  return new Worker(new URL('../worker/vision-worker.ts', import.meta.url), { type: 'module', name: 'lintel-vision' });
}
