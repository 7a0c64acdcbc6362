/** Matching away from the page: what is quick stays here, and a worker that fails delays an answer without changing it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bestRows, type RowSearch } from '../../../../src/core/best-rows';
import { MATCH_LIMITS, MatchEngine, type MatchWorkerLike } from '../../../../src/inference/client/match-engine';
import type { MatchReply, MatchRequest } from '../../../../src/inference/match-protocol';

class FakeMatchWorker implements MatchWorkerLike {
  onmessage: MatchWorkerLike['onmessage'] = null;
  onmessageerror: MatchWorkerLike['onmessageerror'] = null;
  onerror: MatchWorkerLike['onerror'] = null;
  readonly requests: MatchRequest[] = [];
  isTerminated = false;

  /** `behave` is what it does with a request. */
  constructor(readonly behave: (worker: FakeMatchWorker, request: MatchRequest) => void) {}

  postMessage(request: MatchRequest): void {
    this.requests.push(request);
    queueMicrotask(() => this.behave(this, request));
  }

  terminate(): void {
    this.isTerminated = true;
  }

  answer({ id, searches }: MatchRequest): void {
    this.onmessage?.({ data: { id, found: searches.map(bestRows) } } as unknown as MessageEvent<MatchReply>);
  }
}

type Behaviour = FakeMatchWorker['behave'];
const answers: Behaviour = (worker, request) => worker.answer(request);
const dies: Behaviour = (worker) => worker.onerror?.({ message: 'out of memory' } as ErrorEvent);
const garbles: Behaviour = (worker) => worker.onmessageerror?.({} as MessageEvent);
const isSilent: Behaviour = () => {};

const DIMENSIONS = 64;
const VECTOR = Float32Array.from({ length: DIMENSIONS }, (_, i) => Math.sin(i));

/** Memory for the largest search of these tests, shared by all of them. */
const NUMBERS = new Float32Array(new SharedArrayBuffer(4 * (MATCH_LIMITS.numbersHere + DIMENSIONS)));
for (let i = 0; i < NUMBERS.length; i += 1) NUMBERS[i] = Math.sin(i * 7.1);

const searchOf = (count: number, numbers = NUMBERS): RowSearch => ({ rows: { numbers, dimensions: DIMENSIONS, count }, vector: VECTOR, limit: 3 });
const LARGE = searchOf(MATCH_LIMITS.numbersHere / DIMENSIONS + 1);
const SMALL = searchOf(MATCH_LIMITS.numbersHere / DIMENSIONS);

let workers: FakeMatchWorker[];

/** An engine whose workers behave like this, one after the other, the last for good. */
function engineWith(...behaviours: Behaviour[]): MatchEngine {
  return new MatchEngine(() => {
    const worker = new FakeMatchWorker(behaviours[Math.min(workers.length, behaviours.length - 1)]!);
    workers.push(worker);
    return worker;
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a search', () => {
  it('that is quick is made here', async () => {
    expect(await engineWith(answers).find([SMALL])).toEqual([bestRows(SMALL)]);
    expect(workers).toHaveLength(0);
  });

  it('that is long is made in one worker, which reads the same memory', async () => {
    const engine = engineWith(answers);
    const other = { ...LARGE, limit: 1 };
    expect(await engine.find([LARGE, other])).toEqual([bestRows(LARGE), bestRows(other)]);
    expect(await engine.find([LARGE])).toEqual([bestRows(LARGE)]);
    expect(workers).toHaveLength(1);
    expect(workers[0]!.requests[0]!.searches[0]!.rows.numbers).toBe(NUMBERS);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is counted with the others of a question', async () => {
    await engineWith(answers).find([searchOf(30_000), searchOf(30_000)]);
    expect(workers).toHaveLength(1);
  });

  it('is made here where the memory cannot be shared', async () => {
    const copy = Float32Array.from(NUMBERS);
    expect(await engineWith(answers).find([{ ...LARGE, rows: { ...LARGE.rows, numbers: copy } }])).toEqual([bestRows(LARGE)]);
    expect(workers).toHaveLength(0);
  });

  it('waits for the one before it', async () => {
    const engine = engineWith(isSilent);
    const [first, second] = [engine.find([LARGE]), engine.find([{ ...LARGE, limit: 2 }])];
    await vi.advanceTimersByTimeAsync(0);
    expect(workers[0]!.requests).toHaveLength(1);
    workers[0]!.answer(workers[0]!.requests[0]!);
    await first;
    await vi.advanceTimersByTimeAsync(0);
    expect(workers[0]!.requests).toHaveLength(2);
    workers[0]!.answer(workers[0]!.requests[1]!);
    expect((await second)[0]).toHaveLength(2);
  });
});

describe('a worker that', () => {
  it.each([['dies', dies], ['sends what cannot be read', garbles]])('%s is replaced, and asked again', async (_, behave) => {
    const engine = engineWith(behave, answers);
    expect(await engine.find([LARGE])).toEqual([bestRows(LARGE)]);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    await engine.find([LARGE]);
    expect(workers).toHaveLength(2);
  });

  it('falls silent is replaced, and asked again', async () => {
    const found = engineWith(isSilent, answers).find([LARGE]);
    await vi.advanceTimersByTimeAsync(MATCH_LIMITS.silenceMs);
    expect(await found).toEqual([bestRows(LARGE)]);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  });

  it('fails twice in a row is done without', async () => {
    const engine = engineWith(dies);
    expect(await engine.find([LARGE])).toEqual([bestRows(LARGE)]);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
    expect(await engine.find([LARGE])).toEqual([bestRows(LARGE)]);
    expect(workers).toHaveLength(2);
  });

  it('cannot be made is done without', async () => {
    const engine = new MatchEngine(() => {
      throw new Error('no more workers');
    });
    expect(await engine.find([LARGE])).toEqual([bestRows(LARGE)]);
  });

  it('answers too late is not heard', async () => {
    const engine = engineWith(isSilent, isSilent);
    const found = engine.find([LARGE]);
    await vi.advanceTimersByTimeAsync(MATCH_LIMITS.silenceMs);
    workers[1]!.onmessage?.({ data: { id: 1, found: [] } } as unknown as MessageEvent<MatchReply>);
    workers[1]!.answer(workers[1]!.requests[0]!);
    expect(await found).toEqual([bestRows(LARGE)]);
  });
});
