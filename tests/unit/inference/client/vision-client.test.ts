/** One vision worker from the page's side: replies find their request, and silence or death ends it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PATIENCE, VisionClient } from '../../../../src/inference/client/vision-client';
import { DETECTOR, ENGINE, FakeFrame, FakeWorker, NO_FACE } from './fake-worker';

const SHORT = { frameMs: 1000, loadMs: 5000 };
const PROGRESS = { loadedBytes: 1, totalBytes: 2 };
const ignore = (): void => {};

let worker: FakeWorker;
let client: VisionClient;

beforeEach(() => {
  vi.useFakeTimers();
  worker = new FakeWorker();
  client = new VisionClient(worker, SHORT);
});

afterEach(() => {
  vi.useRealTimers();
});

/** How a promise ended, without waiting for it: undefined while it has not. */
function watch(promise: Promise<unknown>): { outcome: unknown } {
  const watched: { outcome: unknown } = { outcome: undefined };
  promise.then(
    (value) => (watched.outcome = value),
    (error: unknown) => (watched.outcome = error),
  );
  return watched;
}

const analyse = (frame = new FakeFrame()) => client.analyse(frame.asFrame(), 'pose', DETECTOR);

describe('a request', () => {
  it('hands the frame over with all that the worker needs', async () => {
    const frame = new FakeFrame();
    const analysis = client.analyse(frame.asFrame(), 'embed', DETECTOR);
    expect(worker.requests).toEqual([{ kind: 'frame', id: 1, task: 'embed', frame, detector: DETECTOR }]);
    expect(worker.transfers).toEqual([[frame]]);
    worker.succeed();
    await expect(analysis).resolves.toEqual({ outcome: NO_FACE, timings: { detect: 5 }, brightness: 99 });
    expect(frame.closed).toBe(0);
  });

  it('to load is answered with what was loaded', async () => {
    const info = client.load(ignore);
    expect(worker.requests).toEqual([{ kind: 'load', id: 1, recognition: null }]);
    worker.succeed();
    await expect(info).resolves.toEqual(ENGINE);
  });

  it('to time the network is answered with every run', async () => {
    const runsMs = client.time(2);
    expect(worker.requests).toEqual([{ kind: 'time', id: 1, runs: 2 }]);
    worker.succeed();
    await expect(runsMs).resolves.toEqual([10, 11]);
  });

  it('gets its own reply, whatever the order', async () => {
    const first = watch(analyse());
    const second = watch(analyse());
    worker.say({ kind: 'outcome', id: 2, outcome: NO_FACE, timings: { detect: 2 }, brightness: 99 });
    await vi.advanceTimersByTimeAsync(0);
    expect(first.outcome).toBeUndefined();
    expect(second.outcome).toEqual({ outcome: NO_FACE, timings: { detect: 2 }, brightness: 99 });
    worker.say({ kind: 'outcome', id: 1, outcome: NO_FACE, timings: { detect: 1 }, brightness: 99 });
    await vi.advanceTimersByTimeAsync(0);
    expect(first.outcome).toEqual({ outcome: NO_FACE, timings: { detect: 1 }, brightness: 99 });
  });

  it('gets one reply: a second one, and one to nobody, go unheard', async () => {
    const onProgress = vi.fn();
    const info = client.load(onProgress);
    worker.say({ kind: 'ready', id: 99, engine: { ...ENGINE, threads: 99 } });
    worker.succeed();
    worker.say({ kind: 'fault', id: 1, fault: { code: 'unexpected', detail: '' } });
    worker.say({ kind: 'progress', id: 1, progress: PROGRESS });
    await expect(info).resolves.toEqual(ENGINE);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onProgress).not.toHaveBeenCalled();
    expect(worker.terminations).toBe(0);
  });

  it('fails with the fault that the worker reports, and the worker goes on', async () => {
    const frame = new FakeFrame();
    const failing = analyse(frame);
    worker.say({ kind: 'fault', id: 1, fault: { code: 'wasm-failed', detail: 'out of memory' } });
    await expect(failing).rejects.toMatchObject({ name: 'Fault', code: 'wasm-failed', detail: 'out of memory' });
    expect(frame.closed).toBe(1);
    const next = analyse();
    worker.succeed();
    await expect(next).resolves.toMatchObject({ outcome: NO_FACE });
    expect(worker.terminations).toBe(0);
  });

  it('whose frame cannot be posted fails with the reason, and closes the frame', async () => {
    worker.refusal = new DOMException('detached', 'DataCloneError');
    const frame = new FakeFrame();
    await expect(analyse(frame)).rejects.toBe(worker.refusal);
    expect(frame.closed).toBe(1);
    // Nothing is waited for, so nobody is ended for being silent.
    await vi.advanceTimersByTimeAsync(2 * SHORT.frameMs);
    expect(worker.terminations).toBe(0);
  });

  it('is never answered by the wrong kind of reply', async () => {
    const wrong = expect(analyse()).rejects.toThrow(/frame is answered by outcome/);
    worker.say({ kind: 'ready', id: 1, engine: ENGINE });
    await wrong;
  });
});

describe('patience', () => {
  it('ends with a frame that takes too long', async () => {
    const frame = new FakeFrame();
    const silent = watch(analyse(frame));
    await vi.advanceTimersByTimeAsync(SHORT.frameMs - 1);
    expect(silent.outcome).toBeUndefined();
    expect(worker.terminations).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(silent.outcome).toMatchObject({ code: 'worker-hung', detail: 'The vision worker was silent for 1 seconds.' });
    expect(worker.terminations).toBe(1);
    expect(frame.closed).toBe(1);
  });

  it('begins anew with every sign of progress', async () => {
    const heard: unknown[] = [];
    const loading = watch(client.load((progress) => heard.push(progress)));
    for (let loadedBytes = 1; loadedBytes <= 3; loadedBytes += 1) {
      await vi.advanceTimersByTimeAsync(SHORT.loadMs - 1);
      worker.say({ kind: 'progress', id: 1, progress: { loadedBytes, totalBytes: 9 } });
    }
    expect(heard).toEqual([1, 2, 3].map((loadedBytes) => ({ loadedBytes, totalBytes: 9 })));
    await vi.advanceTimersByTimeAsync(SHORT.loadMs - 1);
    expect(loading.outcome).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(loading.outcome).toMatchObject({ code: 'worker-hung' });
    expect(worker.terminations).toBe(1);
  });

  it('is not needed once there is an answer', async () => {
    const answered = analyse();
    worker.succeed();
    await answered;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is as long as declared when nothing else is said', async () => {
    client = new VisionClient(worker);
    const silent = watch(analyse());
    await vi.advanceTimersByTimeAsync(PATIENCE.frameMs - 1);
    expect(silent.outcome).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(silent.outcome).toMatchObject({ code: 'worker-hung' });
  });
});

describe('the death of the worker', () => {
  it.each<[string, () => void, string]>([
    ['an error', () => worker.die('boom'), 'boom'],
    ['an error without words', () => worker.die(''), 'The vision worker stopped.'],
    ['an unreadable message', () => worker.garble(), 'A message of the vision worker was unreadable.'],
    ['the page', () => client.dispose(), 'The vision worker was stopped.'],
  ])('by %s fails everything that is pending', async (_, kill, detail) => {
    const frame = new FakeFrame();
    const pending = [watch(client.load(ignore)), watch(analyse(frame))];
    kill();
    await vi.advanceTimersByTimeAsync(0);
    for (const { outcome } of pending) expect(outcome).toMatchObject({ code: 'worker-died', detail });
    expect(frame.closed).toBe(1);
    expect(worker.terminations).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('by silence over one request fails the others too', async () => {
    const loading = watch(client.load(ignore));
    const frame = watch(analyse());
    await vi.advanceTimersByTimeAsync(SHORT.frameMs);
    expect(frame.outcome).toMatchObject({ code: 'worker-hung' });
    expect(loading.outcome).toMatchObject({ code: 'worker-hung' });
  });

  it('is final: later requests fail at once with the same fault, and post nothing', async () => {
    worker.die('boom');
    client.dispose();
    const frame = new FakeFrame();
    await expect(analyse(frame)).rejects.toMatchObject({ code: 'worker-died', detail: 'boom' });
    await expect(client.load(ignore)).rejects.toMatchObject({ detail: 'boom' });
    expect(worker.requests).toEqual([]);
    expect(frame.closed).toBe(1);
    expect(worker.terminations).toBe(1);
  });

  it('leaves nothing to wipe', () => {
    client.wipe();
    expect(worker.wipes).toBe(1);
    worker.die('boom');
    client.wipe();
    expect(worker.wipes).toBe(1);
  });

  it('is not undone by a late answer', async () => {
    const onProgress = vi.fn();
    const loading = watch(client.load(onProgress));
    worker.die('boom');
    worker.say({ kind: 'progress', id: 1, progress: PROGRESS });
    worker.succeed();
    await vi.advanceTimersByTimeAsync(0);
    expect(loading.outcome).toMatchObject({ detail: 'boom' });
    expect(onProgress).not.toHaveBeenCalled();
  });
});
