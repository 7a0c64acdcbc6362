/** Finds out what the recognition network takes with each number of threads. */
import { VisionClient, type WorkerLike } from './vision-client';

/**
 * Runs of a turn. The first ones compile code and do not count; the others take two seconds on a Pi. Every count has
 * two turns, in between those of the others, so that a device that is busy for a moment does not decide.
 */
export const TIMED_RUNS = { warming: 4, counted: 20, turns: 2 } as const;

export interface ThreadTrial {
  /** The counts to try. */
  readonly candidates: readonly number[];
  /** A vision worker with so many threads. ONNX Runtime fixes them when it starts, so each turn has a worker of its own. */
  readonly createWorker: (threads: number) => WorkerLike;
  /** The recognition network that somebody chose; null is the installed one. */
  readonly recognition: string | null;
}

/**
 * Milliseconds of every run that counts, by number of threads, one array for each turn. There is never more than one worker,
 * and none afterwards.
 * @throws Fault when a worker fails, or `signal` aborts, which ends the present worker at once.
 */
export async function measureThreads({ candidates, createWorker, recognition }: ThreadTrial, signal: AbortSignal): Promise<Map<number, number[][]>> {
  const runsMs = new Map<number, number[][]>(candidates.map((threads) => [threads, []]));
  for (let turn = 0; turn < TIMED_RUNS.turns; turn += 1) {
    for (const [threads, turns] of runsMs) {
      signal.throwIfAborted();
      const client = new VisionClient(createWorker(threads));
      const end = (): void => client.dispose();
      signal.addEventListener('abort', end);
      try {
        await client.load(() => {}, recognition);
        turns.push((await client.time(TIMED_RUNS.warming + TIMED_RUNS.counted)).slice(TIMED_RUNS.warming));
      } finally {
        signal.removeEventListener('abort', end);
        end();
      }
    }
  }
  return runsMs;
}
