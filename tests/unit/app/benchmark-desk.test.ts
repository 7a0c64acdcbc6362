/** The benchmark on a made-up camera and worker. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BENCHMARK_TASKS, BENCHMARK_TURNS } from '../../../src/app/benchmark';
import { BenchmarkDesk, type BenchmarkParts } from '../../../src/app/benchmark-desk';
import { INITIAL_STATE, ViewModel } from '../../../src/app/view-model';
import { Fault } from '../../../src/core/fault';
import type { FrameOutcome } from '../../../src/inference/protocol';
import type { BenchmarkView } from '../../../src/ui/view';

const FACES = { frame: { width: 640, height: 480 }, boxes: [], judged: -1 };
const NO_FACE: FrameOutcome = { kind: 'no-face', faces: FACES };
const EMBEDDED = { kind: 'embedded', faces: { ...FACES, boxes: [{ x: 200, y: 100, width: 120, height: 120 }], judged: 0 } } as unknown as FrameOutcome;

const writeText = vi.fn(() => Promise.resolve());

/** Frames that are open: what is left over at the end was leaked. */
let open = 0;

function frame(): VideoFrame {
  open += 1;
  let isOpen = true;
  return {
    displayWidth: 640,
    displayHeight: 480,
    clone: frame,
    close: () => {
      if (isOpen) open -= 1;
      isOpen = false;
    },
  } as unknown as VideoFrame;
}

interface World {
  readonly desk: BenchmarkDesk;
  readonly view: ViewModel;
  /** All that was shown. */
  readonly shown: (BenchmarkView | null)[];
  readonly camera: { isLive: boolean };
  analyse: BenchmarkParts['analyse'];
  asked: number;
}

function world(outcome: (count: number) => FrameOutcome, cameraFault: Fault | null = null): World {
  const shown: (BenchmarkView | null)[] = [];
  const view = new ViewModel(({ benchmark }) => {
    if (shown.at(-1) !== benchmark) shown.push(benchmark);
  });
  const camera = {
    isLive: false,
    open: () => {
      camera.isLive = cameraFault === null;
      if (cameraFault !== null) view.patch({ camera: { kind: 'faulted', fault: cameraFault.record() } });
      return Promise.resolve();
    },
    close: () => {
      camera.isLive = false;
    },
    nextFrame: () => Promise.resolve(frame()),
  };
  const own: World = {
    view,
    shown,
    camera,
    asked: 0,
    // The worker owns the frame and closes it.
    analyse: (picture) => {
      picture.close();
      own.asked += 1;
      return Promise.resolve({ outcome: outcome(own.asked), timings: { copy: 1, detect: 2 }, brightness: 99 });
    },
    desk: new BenchmarkDesk({ view, camera, analyse: (...args) => own.analyse(...args), engineReady: () => Promise.resolve() }),
  };
  return own;
}

beforeEach(() => {
  open = 0;
  vi.stubGlobal('navigator', { hardwareConcurrency: 4, userAgent: 'Chromium 140', clipboard: { writeText } });
});

afterEach(() => {
  writeText.mockClear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a run', () => {
  it('looks for a face, measures every task as often as it should, and says how far it is', async () => {
    const { desk, shown, view, camera } = world((count) => (count < 3 ? NO_FACE : EMBEDDED));
    await desk.run();
    const { benchmark } = view.state;
    if (benchmark?.kind !== 'done') throw new Error('It did not come to its end.');
    expect(benchmark.rows.filter(({ label }) => !label.includes(':')).map(({ count }) => count)).toEqual(BENCHMARK_TASKS.map(() => BENCHMARK_TURNS.counted));
    expect(benchmark.text).toContain('Chromium 140');
    expect(shown.filter((state) => state?.kind === 'running').at(-1)).toEqual({ kind: 'running', done: BENCHMARK_TURNS.counted, total: BENCHMARK_TURNS.counted });
    expect([camera.isLive, open]).toEqual([false, 0]);
  });

  it('says that nobody looked at the camera', async () => {
    const { desk, view, camera } = world(() => NO_FACE);
    await desk.run();
    expect(view.state.benchmark).toEqual({ kind: 'no-face' });
    expect([camera.isLive, open]).toEqual([false, 0]);
  });

  it('says what is wrong with the camera', async () => {
    const { desk, view } = world(() => EMBEDDED, new Fault('camera-missing', 'none'));
    await desk.run();
    expect(view.state.benchmark).toEqual({ kind: 'faulted', fault: { code: 'camera-missing', detail: 'none' } });
  });

  it('says that the vision worker died, and leaks no frame', async () => {
    const own = world(() => EMBEDDED);
    const { analyse } = own;
    own.analyse = (picture, ...rest) => {
      if (own.asked < 5) return analyse(picture, ...rest);
      picture.close();
      return Promise.reject(new Fault('worker-died', 'it stopped'));
    };
    await own.desk.run();
    expect(own.view.state.benchmark).toEqual({ kind: 'faulted', fault: { code: 'worker-died', detail: 'it stopped' } });
    expect([own.camera.isLive, open]).toEqual([false, 0]);
  });

  it('is cancelled without a trace', async () => {
    const own = world(() => EMBEDDED);
    const { analyse } = own;
    own.analyse = (picture, ...rest) => {
      if (own.asked === 20) own.desk.cancel();
      return analyse(picture, ...rest);
    };
    await own.desk.run();
    expect(own.view.state.benchmark).toBeNull();
    expect(own.asked).toBeLessThan(30);
    expect(open).toBe(0);
  });

  it('runs once at a time', async () => {
    const own = world(() => EMBEDDED);
    const first = own.desk.run();
    await own.desk.run();
    expect(own.view.state.benchmark?.kind).toBe('running');
    await first;
    expect(own.view.state.benchmark?.kind).toBe('done');
  });
});

describe('the result', () => {
  it('is copied, and that is said for a moment', async () => {
    vi.useFakeTimers();
    const { desk, view } = world(() => EMBEDDED);
    view.patch({ benchmark: { kind: 'done', rows: [], text: 'the text', wasCopied: false } });
    await desk.copy();
    expect(writeText).toHaveBeenCalledWith('the text');
    expect(view.state.benchmark).toMatchObject({ wasCopied: true });
    vi.runAllTimers();
    expect(view.state.benchmark).toMatchObject({ wasCopied: false });
  });

  it('cannot be copied where there is none', async () => {
    const { desk } = world(() => EMBEDDED);
    await desk.copy();
    expect(writeText).not.toHaveBeenCalled();
    expect(INITIAL_STATE.benchmark).toBeNull();
  });
});
