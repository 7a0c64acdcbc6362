/** Runs the benchmark on one picture of the camera, which is in memory while it runs and nowhere afterwards. */
import type { FrameDetector } from '../core/detector';
import { Fault, toFaultRecord } from '../core/fault';
import type { Box } from '../core/geometry';
import type { VisionEngine } from '../inference/client/vision-engine';
import type { EngineInfo, FrameTask, FrameWishes } from '../inference/protocol';
import type { BenchmarkView } from '../ui/view';
import { BENCHMARK_TASKS, BENCHMARK_TURNS, benchmarkRows, type BenchmarkSample, benchmarkText } from './benchmark';
import type { CameraDesk } from './camera-desk';
import type { ViewModel } from './view-model';

/** Frames that are looked at for a face before it is said that there is none. */
const FRAMES_TO_LOOK_AT = 30;
const COPIED_MS = 2000;

/** What the desk runs on. */
export interface BenchmarkParts {
  readonly view: ViewModel;
  readonly camera: Pick<CameraDesk, 'open' | 'close' | 'isLive' | 'nextFrame'>;
  readonly analyse: VisionEngine['analyse'];
  /** Settles when the vision worker is ready, or `signal` aborts. */
  readonly engineReady: (signal: AbortSignal) => Promise<void>;
}

/** A picture, and where the face in it is. */
interface FoundFace {
  readonly picture: VideoFrame;
  readonly face: Box<'frame'>;
}

export class BenchmarkDesk {
  readonly #parts: BenchmarkParts;
  #engine: EngineInfo | null = null;
  #run: AbortController | null = null;

  constructor(parts: BenchmarkParts) {
    this.#parts = parts;
  }

  useEngine(engine: EngineInfo): void {
    this.#engine = engine;
  }

  /** Measures, and shows how far it is and what came of it. Never rejects: what went wrong is shown. */
  async run(): Promise<void> {
    if (this.#run !== null) return;
    const run = new AbortController();
    this.#run = run;
    this.#show({ kind: 'running', done: 0, total: BENCHMARK_TURNS.counted });
    const result = await this.#result(run.signal).catch((error: unknown): BenchmarkView => ({ kind: 'faulted', fault: toFaultRecord(error) }));
    this.#run = null;
    this.#show(run.signal.aborted ? null : result);
  }

  /** Stops a run that is under way; a result that is shown stays. */
  cancel(): void {
    this.#run?.abort();
  }

  /** Copies the result as text. */
  async copy(): Promise<void> {
    const { benchmark } = this.#parts.view.state;
    if (benchmark?.kind !== 'done') return;
    await navigator.clipboard.writeText(benchmark.text);
    this.#show({ ...benchmark, wasCopied: true });
    setTimeout(() => {
      const { benchmark: present } = this.#parts.view.state;
      if (present?.kind === 'done') this.#show({ ...present, wasCopied: false });
    }, COPIED_MS);
  }

  /** @throws Fault when the camera or the vision worker fails. */
  async #result(signal: AbortSignal): Promise<BenchmarkView> {
    await this.#parts.engineReady(signal);
    const found = await this.#pictureWithFace(signal);
    if (found === null) return { kind: 'no-face' };
    const { picture } = found;
    try {
      const rows = benchmarkRows(await this.#measure(found, signal));
      const facts = {
        engine: this.#engine,
        cores: navigator.hardwareConcurrency,
        browser: navigator.userAgent,
        picture: { width: picture.displayWidth, height: picture.displayHeight },
      };
      return { kind: 'done', rows, text: benchmarkText(rows, facts), wasCopied: false };
    } finally {
      picture.close();
    }
  }

  /** A frame in which a face is found; null when there is none for long. The camera is off afterwards. */
  async #pictureWithFace(signal: AbortSignal): Promise<FoundFace | null> {
    const { camera, view } = this.#parts;
    await camera.open();
    try {
      const { camera: state } = view.state;
      if (state.kind === 'faulted') throw new Fault(state.fault.code, state.fault.detail);
      for (let looked = 0; looked < FRAMES_TO_LOOK_AT && !signal.aborted; looked += 1) {
        const frame = await camera.nextFrame();
        const picture = frame.clone();
        const { outcome } = await this.#analyse(frame, 'embed', 'ultralight').catch((error: unknown) => {
          picture.close();
          throw error;
        });
        if (outcome.kind === 'embedded') return { picture, face: outcome.faces.boxes[outcome.faces.judged]! };
        picture.close();
      }
      return null;
    } finally {
      // One that goes on delivering would be measured along.
      camera.close();
    }
  }

  async #measure({ picture, face }: FoundFace, signal: AbortSignal): Promise<BenchmarkSample[]> {
    const samples: BenchmarkSample[] = [];
    const { counted, warming } = BENCHMARK_TURNS;
    const isOver = (): boolean => signal.aborted;
    for (let turn = -warming; turn < counted && !isOver(); turn += 1) {
      for (const { id, task, kind, wishesOf } of BENCHMARK_TASKS) {
        const startMs = performance.now();
        const { timings } = await this.#analyse(picture.clone(), task, kind, wishesOf(face));
        if (turn >= 0) samples.push({ task: id, elapsedMs: performance.now() - startMs, timings });
      }
      if (turn >= 0 && !isOver()) this.#show({ kind: 'running', done: turn + 1, total: counted });
    }
    return samples;
  }

  #analyse(frame: VideoFrame, task: FrameTask, kind: FrameDetector, wishes: FrameWishes = {}): ReturnType<VisionEngine['analyse']> {
    const { settings } = this.#parts.view.state;
    return this.#parts.analyse(frame, task, { ...settings, kind }, wishes);
  }

  #show(benchmark: BenchmarkView | null): void {
    this.#parts.view.patch({ benchmark });
  }
}
