/** How many threads the networks run on, where that is found out by measuring. */
import { looseFieldsOf } from '../core/loose-fields';

/** What the recognition network took with so many threads. */
export interface ThreadTiming {
  readonly threads: number;
  /** Milliseconds of a run, the median. */
  readonly medianMs: number;
}

/** What was found out on a device. */
export interface ThreadChoice {
  readonly threads: number;
  /** Of every count that was tried, the least first. */
  readonly timings: readonly ThreadTiming[];
}

/** All of a Pi. */
const MAX_THREADS = 4;
/** Up to two cores there is nothing to choose: camera and page need the second one. */
const MIN_CORES = 3;
/** Each further thread keeps a core from others and warms the device, so it must be worth it: 10 %. */
const WORTHWHILE = 1.1;

/** The counts to try, the least first: one core is left for camera and page. Empty where there is nothing to choose. */
export function threadCandidates(cores: number, isIsolated: boolean): number[] {
  if (!isIsolated || cores < MIN_CORES) return [];
  return Array.from({ length: Math.min(cores - 1, MAX_THREADS) }, (_, index) => index + 1);
}

/**
 * The least count that is nearly as fast as the fastest. `runsMs` has at least one turn for every count, and each turn at
 * least one run. Whatever disturbs a turn only makes it slower, so the better turn of a count is the one that counts.
 */
export function chooseThreads(runsMs: ReadonlyMap<number, readonly (readonly number[])[]>): ThreadChoice {
  const timings = [...runsMs]
    .map(([threads, turns]) => ({ threads, medianMs: Math.min(...turns.map(medianOf)) }))
    .sort((a, b) => a.threads - b.threads);
  const fastestMs = Math.min(...timings.map(({ medianMs }) => medianMs));
  const { threads } = timings.find(({ medianMs }) => medianMs <= fastestMs * WORTHWHILE)!;
  return { threads, timings };
}

/** The choice that was kept as text under `key`, which says where it holds; null where it is none, or holds elsewhere. */
export function parseThreadChoice(text: string | null, key: string): ThreadChoice | null {
  const kept = looseFieldsOf(parse(text ?? ''));
  const timings = Array.isArray(kept.timings) ? kept.timings.flatMap(parseTiming) : [];
  if (kept.key !== key || !timings.some(({ threads }) => threads === kept.threads)) return null;
  return { threads: kept.threads as number, timings };
}

/** What `parseThreadChoice` reads. */
export function writeThreadChoice(choice: ThreadChoice, key: string): string {
  return JSON.stringify({ key, ...choice });
}

function parseTiming(value: unknown): ThreadTiming[] {
  const { threads, medianMs } = looseFieldsOf(value);
  const isWhole = typeof threads === 'number' && Number.isInteger(threads) && threads >= 1 && threads <= MAX_THREADS;
  return isWhole && typeof medianMs === 'number' && medianMs > 0 ? [{ threads, medianMs }] : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
