/** What the choice of threads works with in a browser. */
import { createTimingWorker, threadPlace } from './create-vision-worker';
import { keepThreads, keptThreads } from './kept-threads';
import type { ThreadParts } from './thread-desk';

export function browserThreads(): Pick<ThreadParts, 'machine' | 'createWorker' | 'kept'> {
  const place = threadPlace();
  return {
    machine: { cores: place.cores, isIsolated: crossOriginIsolated },
    createWorker: createTimingWorker,
    kept: { read: () => keptThreads(place), write: (choice) => keepThreads(place, choice) },
  };
}
