/** Makes the vision worker, and those that only tell how fast they are. */
import type { WorkerLike } from '../inference/client/vision-client';
import url from '../inference/worker/vision-worker.ts?worker&url';
import { workerName, type WorkerUse } from '../inference/worker-name';
import { keptThreads, type ThreadPlace } from './kept-threads';
import { ownScript } from './own-script';

/** Where the number of threads was found out, or will be. */
export function threadPlace(): ThreadPlace {
  return { script: url, cores: navigator.hardwareConcurrency };
}

export function createVisionWorker(): WorkerLike {
  return create('vision', keptThreads(threadPlace())?.threads ?? null);
}

export function createTimingWorker(threads: number): WorkerLike {
  return create('timing', threads);
}

function create(use: WorkerUse, threads: number | null): WorkerLike {
  return new Worker(ownScript(url) as string, { type: 'module', name: workerName(use, threads) });
}
