/** Each number of threads is timed in workers of its own, one after the other, and none is left. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { measureThreads, TIMED_RUNS } from '../../../../src/inference/client/measure-threads';
import { FakeWorker } from './fake-worker';

let made: { threads: number; worker: FakeWorker }[];
let abort: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  made = [];
  abort = new AbortController();
});

afterEach(() => {
  vi.useRealTimers();
});

function measure(): Promise<Map<number, number[][]>> {
  const createWorker = (threads: number): FakeWorker => {
    const worker = new FakeWorker();
    made.push({ threads, worker });
    return worker;
  };
  const measuring = measureThreads({ candidates: [1, 2], createWorker, recognition: 'chosen' }, abort.signal);
  measuring.catch(() => {});
  return measuring;
}

/** The present worker loads, then times. */
async function takeTurn(): Promise<void> {
  const { worker } = made.at(-1)!;
  for (const kind of ['load', 'time']) {
    expect(worker.requests.at(-1)).toMatchObject(kind === 'load' ? { kind, recognition: 'chosen' } : { kind });
    worker.succeed();
    await vi.advanceTimersByTimeAsync(0);
  }
}

const running = (): number => made.filter(({ worker }) => worker.terminations === 0).length;

it('gives each count its turns, and leaves the first runs out', async () => {
  const measuring = measure();
  for (let turn = 0; turn < 2 * TIMED_RUNS.turns; turn += 1) {
    expect(running()).toBe(1);
    await takeTurn();
  }
  const counted = Array.from({ length: TIMED_RUNS.counted }, (_, run) => 10 + TIMED_RUNS.warming + run);
  const turns = Array.from({ length: TIMED_RUNS.turns }, () => counted);
  await expect(measuring).resolves.toEqual(new Map([[1, turns], [2, turns]]));
  expect(made.map(({ threads }) => threads)).toEqual([1, 2, 1, 2]);
  expect(running()).toBe(0);
});

it('ends with the worker that dies', async () => {
  const measuring = measure();
  await takeTurn();
  made.at(-1)!.worker.die('no memory');
  await expect(measuring).rejects.toMatchObject({ code: 'worker-died' });
  expect(made).toHaveLength(2);
  expect(running()).toBe(0);
});

it('ends at once when somebody comes', async () => {
  const measuring = measure();
  await takeTurn();
  abort.abort();
  expect(running()).toBe(0);
  await expect(measuring).rejects.toMatchObject({ code: 'worker-died' });
  expect(made).toHaveLength(2);
});

it('makes no worker where somebody is there already', async () => {
  abort.abort();
  await expect(measure()).rejects.toThrow();
  expect(made).toHaveLength(0);
});
