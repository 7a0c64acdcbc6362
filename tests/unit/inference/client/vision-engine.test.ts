/** A vision worker that lasts: it is started again when it dies, but not forever. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PATIENCE } from '../../../../src/inference/client/vision-client';
import { type EngineStatus, VisionEngine } from '../../../../src/inference/client/vision-engine';
import { DETECTOR, ENGINE, FakeFrame, FakeWorker, NO_FACE } from './fake-worker';

const NOTHING_LOADED: EngineStatus = { kind: 'loading', progress: { loadedBytes: 0, totalBytes: 0 } };
const READY: EngineStatus = { kind: 'ready', info: ENGINE };

let workers: FakeWorker[];
let statuses: EngineStatus[];
let engine: VisionEngine;

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  statuses = [];
  engine = new VisionEngine(
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    (status) => statuses.push(status),
  );
});

afterEach(() => {
  vi.useRealTimers();
});

const latest = (): FakeWorker => workers.at(-1)!;
const analyse = (frame = new FakeFrame()) => engine.analyse(frame.asFrame(), 'pose', DETECTOR);

/** Lets the worker that was started last become ready. */
async function becomeReady(): Promise<void> {
  latest().succeed();
  await vi.advanceTimersByTimeAsync(0);
}

async function startReady(): Promise<void> {
  void engine.start();
  await becomeReady();
}

/** Kills the present worker over a frame. */
async function dieOverFrame(message = 'boom'): Promise<void> {
  const frame = new FakeFrame();
  const failing = expect(analyse(frame)).rejects.toMatchObject({ code: 'worker-died', detail: message });
  latest().die(message);
  await failing;
  expect(frame.closed).toBe(1);
}

describe('starting again', () => {
  it('says so when no worker can be made, though one was ready before', async () => {
    let isBroken = false;
    const other = new VisionEngine(
      () => {
        if (isBroken) throw new Error('no memory');
        workers.push(new FakeWorker());
        return latest();
      },
      (status) => statuses.push(status),
    );
    void other.start();
    await becomeReady();
    isBroken = true;
    await other.start();
    expect(statuses.at(-1)).toEqual({ kind: 'faulted', fault: { code: 'worker-died', detail: 'no memory' } });
  });
});

describe('the recognition network', () => {
  it('is asked for anew with every worker that starts', async () => {
    let wanted: string | null = null;
    const other = new VisionEngine(
      () => {
        workers.push(new FakeWorker());
        return latest();
      },
      (status) => statuses.push(status),
      () => wanted,
    );
    void other.start();
    await becomeReady();
    wanted = 'mobilefacenet-512';
    void other.start();
    await becomeReady();
    expect(workers.map(({ requests }) => requests[0])).toEqual([
      { kind: 'load', id: 1, recognition: null },
      { kind: 'load', id: 1, recognition: 'mobilefacenet-512' },
    ]);
    // A worker that dies is replaced by one with the same network.
    const failing = expect(other.analyse(new FakeFrame().asFrame(), 'pose', DETECTOR)).rejects.toMatchObject({ code: 'worker-died' });
    latest().die('boom');
    await failing;
    expect(latest().requests).toEqual([{ kind: 'load', id: 1, recognition: 'mobilefacenet-512' }]);
  });
});

describe('starting', () => {
  it('tells how the loading goes, and when it is done', async () => {
    const starting = engine.start();
    const progress = { loadedBytes: 3, totalBytes: 9 };
    latest().say({ kind: 'progress', id: 1, progress });
    latest().succeed();
    await starting;
    expect(statuses).toEqual([NOTHING_LOADED, { kind: 'loading', progress }, READY]);
  });

  it('says what failed, and ends the worker', async () => {
    const starting = engine.start();
    const fault = { code: 'asset-damaged', detail: 'models/a.onnx' } as const;
    latest().say({ kind: 'fault', id: 1, fault });
    await starting;
    expect(statuses).toEqual([NOTHING_LOADED, { kind: 'faulted', fault }]);
    expect(latest().terminations).toBe(1);
  });

  it('says that the worker died, or hung, while loading', async () => {
    void engine.start();
    latest().die('boom');
    await vi.advanceTimersByTimeAsync(0);
    expect(statuses.at(-1)).toEqual({ kind: 'faulted', fault: { code: 'worker-died', detail: 'boom' } });
    void engine.start();
    await vi.advanceTimersByTimeAsync(PATIENCE.loadMs);
    expect(statuses.at(-1)).toMatchObject({ kind: 'faulted', fault: { code: 'worker-hung' } });
    expect(workers.map(({ terminations }) => terminations)).toEqual([1, 1]);
  });

  it('does not reject when no worker can be made', async () => {
    engine = new VisionEngine(
      () => {
        throw new Error('no workers here');
      },
      (status) => statuses.push(status),
    );
    await engine.start();
    expect(statuses.at(-1)).toEqual({ kind: 'faulted', fault: { code: 'worker-died', detail: 'no workers here' } });
  });

  it('again works after it failed', async () => {
    void engine.start();
    latest().die('boom');
    await vi.advanceTimersByTimeAsync(0);
    await startReady();
    expect(statuses.at(-1)).toEqual(READY);
    expect(workers).toHaveLength(2);
  });

  it('again ends the worker before it, whose late answers change nothing', async () => {
    void engine.start();
    void engine.start();
    const [stale] = workers;
    expect(stale!.terminations).toBe(1);
    stale!.say({ kind: 'progress', id: 1, progress: { loadedBytes: 8, totalBytes: 9 } });
    stale!.say({ kind: 'ready', id: 1, engine: { ...ENGINE, threads: 99 } });
    stale!.die('late');
    await vi.advanceTimersByTimeAsync(0);
    expect(statuses).toEqual([NOTHING_LOADED, NOTHING_LOADED]);
    await becomeReady();
    expect(statuses).toEqual([NOTHING_LOADED, NOTHING_LOADED, READY]);
    expect(latest().terminations).toBe(0);
  });
});

describe('analysing', () => {
  it('gives what the worker found', async () => {
    await startReady();
    const analysis = analyse();
    expect(latest().requests.at(-1)).toMatchObject({ kind: 'frame', task: 'pose', detector: DETECTOR });
    latest().succeed();
    await expect(analysis).resolves.toEqual({ outcome: NO_FACE, timings: { detect: 5 }, brightness: 99 });
    expect(statuses).toEqual([NOTHING_LOADED, READY]);
  });

  it('without a worker fails and closes the frame', async () => {
    const frame = new FakeFrame();
    await expect(analyse(frame)).rejects.toMatchObject({ code: 'worker-died' });
    expect(frame.closed).toBe(1);
    expect(workers).toEqual([]);
  });
});

describe('a worker that ends over a frame', () => {
  it('is replaced by itself, and the next one is used', async () => {
    await startReady();
    await dieOverFrame();
    expect(workers).toHaveLength(2);
    expect(statuses).toEqual([NOTHING_LOADED, READY, NOTHING_LOADED]);
    await becomeReady();
    expect(statuses.at(-1)).toEqual(READY);
    const analysis = analyse();
    latest().succeed();
    await expect(analysis).resolves.toMatchObject({ outcome: NO_FACE });
  });

  it('is replaced when it hangs', async () => {
    await startReady();
    const hanging = expect(analyse()).rejects.toMatchObject({ code: 'worker-hung' });
    await vi.advanceTimersByTimeAsync(PATIENCE.frameMs);
    await hanging;
    expect(workers.map(({ terminations }) => terminations)).toEqual([1, 0]);
  });

  it('is replaced when it reports a fault', async () => {
    await startReady();
    const failing = expect(analyse()).rejects.toMatchObject({ code: 'unexpected' });
    latest().say({ kind: 'fault', id: 2, fault: { code: 'unexpected', detail: '' } });
    await failing;
    expect(workers.map(({ terminations }) => terminations)).toEqual([1, 0]);
  });

  it.each(['asset-missing', 'asset-truncated', 'asset-damaged', 'wasm-failed'] as const)('is not replaced when a file that came late is the trouble: %s', async (code) => {
    await startReady();
    const failing = expect(analyse()).rejects.toMatchObject({ code });
    latest().say({ kind: 'fault', id: 2, fault: { code, detail: 'opencv.wasm' } });
    await failing;
    expect(workers.map(({ terminations }) => terminations)).toEqual([1]);
    expect(statuses.at(-1)).toEqual({ kind: 'faulted', fault: { code, detail: 'opencv.wasm' } });
  });

  it('is replaced with the next frame when it died between two', async () => {
    await startReady();
    latest().die('in between');
    const frame = new FakeFrame();
    await expect(analyse(frame)).rejects.toMatchObject({ detail: 'in between' });
    expect(frame.closed).toBe(1);
    expect(workers).toHaveLength(2);
  });

  it('is replaced once, though several frames fail with it', async () => {
    await startReady();
    const failing = [analyse(), analyse()].map((analysis) => expect(analysis).rejects.toMatchObject({ detail: 'boom' }));
    latest().die('boom');
    await Promise.all(failing);
    expect(workers).toHaveLength(2);
    expect(latest().terminations).toBe(0);
  });
});

describe('workers that die one after the other', () => {
  it('are given up on the third time, with the reason', async () => {
    await startReady();
    await dieOverFrame('first');
    await becomeReady();
    await dieOverFrame('second');
    await becomeReady();
    expect(workers).toHaveLength(3);
    await dieOverFrame('third');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(workers).toHaveLength(3);
    expect(workers.map(({ terminations }) => terminations)).toEqual([1, 1, 1]);
    expect(statuses.at(-1)).toEqual({ kind: 'faulted', fault: { code: 'worker-died', detail: 'third' } });
    await expect(analyse()).rejects.toMatchObject({ detail: 'The vision worker is not running.' });
  });

  it('are forgotten by a frame that goes well in between', async () => {
    await startReady();
    for (let round = 0; round < 4; round += 1) {
      await dieOverFrame();
      await becomeReady();
      const analysis = analyse();
      latest().succeed();
      await analysis;
    }
    expect(workers).toHaveLength(5);
    expect(statuses.some(({ kind }) => kind === 'faulted')).toBe(false);
  });

  it('are forgotten when somebody tries again', async () => {
    await startReady();
    for (const again of [becomeReady, becomeReady, startReady]) {
      await dieOverFrame();
      await again();
    }
    expect(statuses.at(-1)).toEqual(READY);
    await dieOverFrame();
    expect(workers).toHaveLength(5);
    expect(statuses.at(-1)).toEqual(NOTHING_LOADED);
  });
});
