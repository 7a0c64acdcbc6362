/** Makes the vision worker. */
import type { WorkerLike } from '../inference/client/vision-client';
import url from '../inference/worker/vision-worker.ts?worker&url';
import { ownScript } from './own-script';

export function createVisionWorker(): WorkerLike {
  return new Worker(ownScript(url) as string, { type: 'module', name: 'lintel-vision' });
}
