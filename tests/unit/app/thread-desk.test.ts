/** Threads are measured once nobody is there, never beside somebody, and used from then on. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ThreadDesk } from '../../../src/app/thread-desk';
import type { ThreadChoice } from '../../../src/decision/thread-choice';
import { TIMED_RUNS } from '../../../src/inference/client/measure-threads';
import type { ViewState } from '../../../src/ui/view';
import { ENGINE, FakeWorker, NO_FACE } from '../inference/client/fake-worker';

const MINUTE_MS = 60_000;
const CHOICE: ThreadChoice = { threads: 2, timings: [{ threads: 1, medianMs: 30 }, { threads: 2, medianMs: 20 }] };
const QUIET = { engine: { kind: 'ready' }, benchmark: null, photos: null, settings: { recognition: null } } as ViewState;
const SEEN = { outcome: { ...NO_FACE, faces: { ...NO_FACE.faces, boxes: [{ x: 0, y: 0, width: 9, height: 9 }] } }, timings: {}, brightness: 99 } as Parameters<ThreadDesk['see']>[0];
const NOBODY = { outcome: NO_FACE, timings: {}, brightness: 99 };

let view: { state: ViewState };
let workers: { threads: number; worker: FakeWorker }[];
let kept: ThreadChoice | null;
let restarts: number;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { visibilityState: 'visible' });
  view = { state: QUIET };
  workers = [];
  kept = null;
  restarts = 0;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function desk(cores = 4, isIsolated = true): ThreadDesk {
  const made = new ThreadDesk({
    view,
    machine: { cores, isIsolated },
    createWorker: (threads) => {
      const worker = new FakeWorker();
      workers.push({ threads, worker });
      return worker;
    },
    kept: { read: () => kept, write: (choice) => (kept = choice) },
    restart: () => (restarts += 1),
  });
  made.useEngine({ ...ENGINE, threads: 2 });
  return made;
}

const running = (): number => workers.filter(({ worker }) => worker.terminations === 0).length;
const wait = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

/** Every worker takes its turn: `msOf` says how long a run takes with so many threads. */
async function finish(msOf: (threads: number) => number, candidates = 3): Promise<void> {
  for (let turn = 0; turn < candidates * TIMED_RUNS.turns; turn += 1) {
    const { threads, worker } = workers.at(-1)!;
    worker.succeed();
    await wait(0);
    const { id } = worker.requests.at(-1)!;
    worker.say({ kind: 'timed', id, runsMs: new Array<number>(TIMED_RUNS.warming + TIMED_RUNS.counted).fill(msOf(threads)) });
    await wait(0);
  }
}

describe('where nobody is there for a minute', () => {
  it('measures, keeps what it found, and lets the engine start with it', async () => {
    const threads = desk();
    expect(threads.finding).toBe('assumed');
    await wait(MINUTE_MS - 1000);
    expect(workers).toHaveLength(0);
    await wait(1000);
    expect(running()).toBe(1);
    await finish((count) => 60 / count);
    expect(workers.map((made) => made.threads)).toEqual([1, 2, 3, 1, 2, 3]);
    expect(running()).toBe(0);
    expect(kept).toEqual({ threads: 3, timings: [{ threads: 1, medianMs: 60 }, { threads: 2, medianMs: 30 }, { threads: 3, medianMs: 20 }] });
    expect(restarts).toBe(1);
    expect(threads.finding).toBe('assumed');
    threads.useEngine({ ...ENGINE, threads: 3 });
    expect(threads.finding).toEqual(kept);
    await wait(10 * MINUTE_MS);
    expect(workers).toHaveLength(6);
  });

  it('leaves an engine alone that has the best count already', async () => {
    const threads = desk();
    await wait(MINUTE_MS);
    await finish((count) => (count === 1 ? 40 : 20));
    expect(restarts).toBe(0);
    expect(threads.finding).toEqual(kept);
  });

  it('lets the rule stay where a worker dies, and does not try again', async () => {
    const threads = desk();
    await wait(MINUTE_MS);
    workers.at(-1)!.worker.die('no memory');
    await wait(10 * MINUTE_MS);
    expect(workers).toHaveLength(1);
    expect(running()).toBe(0);
    expect(kept).toBeNull();
    expect(restarts).toBe(0);
    expect(threads.finding).toBe('assumed');
  });
});

describe('beside somebody', () => {
  it('does not measure while a face is seen or something is touched', async () => {
    const threads = desk();
    for (let second = 0; second < 100; second += 1) {
      await wait(1000);
      threads.see(second % 2 === 0 ? SEEN : NOBODY);
    }
    await wait(MINUTE_MS - 5000);
    threads.touch();
    await wait(MINUTE_MS - 1000);
    expect(workers).toHaveLength(0);
    threads.see(NOBODY);
    await wait(1000);
    expect(workers).toHaveLength(1);
  });

  it('ends measuring at once, and measures from the beginning once they are gone', async () => {
    const threads = desk();
    await wait(MINUTE_MS);
    threads.see(SEEN);
    expect(running()).toBe(0);
    await wait(MINUTE_MS - 1000);
    expect(workers).toHaveLength(1);
    await wait(2000);
    expect(workers).toHaveLength(2);
    await finish(() => 20);
    expect(kept?.threads).toBe(1);
  });

  it.each<[string, Partial<ViewState>]>([
    ['models load', { engine: { kind: 'loading', loadedBytes: 0, totalBytes: 1 } }],
    ['the benchmark runs', { benchmark: { kind: 'running', done: 1, total: 2 } }],
    ['a photograph is looked at', { photos: { current: 'a.jpg' } as ViewState['photos'] }],
  ])('does not measure while %s', async (_, change) => {
    desk();
    await wait(MINUTE_MS);
    expect(running()).toBe(1);
    view.state = { ...QUIET, ...change };
    await wait(2 * MINUTE_MS);
    expect(running()).toBe(0);
    expect(workers).toHaveLength(1);
    view.state = QUIET;
    await wait(MINUTE_MS);
    expect(running()).toBe(1);
  });

  it('does not measure on a page that is not visible', async () => {
    vi.stubGlobal('document', { visibilityState: 'hidden' });
    desk();
    await wait(2 * MINUTE_MS);
    expect(workers).toHaveLength(0);
  });
});

describe('where it was measured before', () => {
  it('measures only when that is asked for, and holds on to what is known until then', async () => {
    kept = CHOICE;
    const threads = desk();
    expect(threads.finding).toEqual(CHOICE);
    await wait(2 * MINUTE_MS);
    expect(workers).toHaveLength(0);
    threads.renew();
    expect(threads.finding).toEqual(CHOICE);
    await wait(1000);
    await finish((count) => 60 / count);
    expect(kept.threads).toBe(3);
    expect(restarts).toBe(1);
  });
});

it.each([
  [2, true],
  [8, false],
])('on %i cores with shared memory: %s, nothing is measured', async (cores, isIsolated) => {
  kept = CHOICE;
  const threads = desk(cores, isIsolated);
  threads.renew();
  await wait(2 * MINUTE_MS);
  expect(workers).toHaveLength(0);
  expect(threads.finding).toBeNull();
});
