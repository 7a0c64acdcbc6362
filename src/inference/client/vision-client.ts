/** The page's side of one vision worker: requests out, one reply each, and a worker that falls silent is ended. */
import { assertNever, invariant } from '../../core/assert';
import { Fault } from '../../core/fault';
import type {
  DetectorSettings,
  EngineInfo,
  FrameOutcome,
  FrameTask,
  FrameWishes,
  LoadProgress,
  StageTimings,
  VisionReply,
  VisionRequest,
  WipeOrder,
} from '../protocol';

/** The part of a `Worker` that the client uses, so that tests can stand in for it. */
export interface WorkerLike {
  postMessage(message: VisionRequest | WipeOrder, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<VisionReply>) => unknown) | null;
  onmessageerror: ((event: MessageEvent) => unknown) | null;
  onerror: ((event: ErrorEvent) => unknown) | null;
}

/** How long the worker may stay silent. A Pi at 1280 × 720 and the finest search needs several seconds for a frame. */
export interface Patience {
  readonly frameMs: number;
  /** Between two signs of progress while loading. */
  readonly loadMs: number;
}

export const PATIENCE: Patience = { frameMs: 15_000, loadMs: 60_000 };

/** A frame's outcome and what its stages cost. */
export interface Analysis {
  readonly outcome: FrameOutcome;
  readonly timings: StageTimings;
  /** Mean brightness of the whole frame, 0 (black) to 255. */
  readonly brightness: number;
}

interface Pending {
  readonly settle: (reply: Exclude<VisionReply, { kind: 'progress' }>) => void;
  readonly fail: (fault: Fault) => void;
  readonly onProgress: (progress: LoadProgress) => void;
  readonly silenceMs: number;
  timer: ReturnType<typeof setTimeout>;
}

/** One worker from start to end. After a fault it is over: make a new client. */
export class VisionClient {
  readonly #worker: WorkerLike;
  readonly #patience: Patience;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #death: Fault | null = null;

  constructor(worker: WorkerLike, patience: Patience = PATIENCE) {
    this.#worker = worker;
    this.#patience = patience;
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => this.#end(new Fault('worker-died', event.message || 'The vision worker stopped.'));
    worker.onmessageerror = () => this.#end(new Fault('worker-died', 'A message of the vision worker was unreadable.'));
  }

  /**
   * Loads models and WASM; `recognition` is the recognition network that somebody chose, null the installed one.
   * @throws Fault as the worker reports it; `worker-died` or `worker-hung`.
   */
  async load(onProgress: (progress: LoadProgress) => void, recognition: string | null = null): Promise<EngineInfo> {
    const reply = await this.#request((id) => ({ kind: 'load', id, recognition }), [], this.#patience.loadMs, onProgress);
    invariant(reply.kind === 'ready', 'load is answered by ready');
    return reply.engine;
  }

  /**
   * Analyses one frame, which is handed over to the worker.
   * @throws Fault as the worker reports it; `worker-died` or `worker-hung`.
   */
  async analyse(frame: VideoFrame | ImageBitmap, task: FrameTask, detector: DetectorSettings, wishes: FrameWishes = {}): Promise<Analysis> {
    const reply = await this.#request(
      (id) => ({ kind: 'frame', id, task, frame, detector, ...wishes }),
      [frame],
      this.#patience.frameMs,
      () => {},
    ).catch((error: unknown) => {
      // A frame that was transferred is detached, and closing it again does nothing.
      frame.close();
      throw error;
    });
    invariant(reply.kind === 'outcome', 'frame is answered by outcome');
    return { outcome: reply.outcome, timings: reply.timings, brightness: reply.brightness };
  }

  /**
   * How long so many runs of the recognition network took, each in milliseconds.
   * @throws Fault as the worker reports it; `worker-died` or `worker-hung`.
   */
  async time(runs: number): Promise<readonly number[]> {
    const reply = await this.#request((id) => ({ kind: 'time', id, runs }), [], this.#patience.loadMs, () => {});
    invariant(reply.kind === 'timed', 'time is answered by timed');
    return reply.runsMs;
  }

  /** Overwrites what the worker keeps of frames, once it is through with those it has. */
  wipe(): void {
    if (this.#death === null) this.#worker.postMessage({ kind: 'wipe' }, []);
  }

  /** Ends the worker. What is pending fails with `worker-died`. */
  dispose(): void {
    this.#end(new Fault('worker-died', 'The vision worker was stopped.'));
  }

  #request(
    messageOf: (id: number) => VisionRequest,
    transfer: Transferable[],
    silenceMs: number,
    onProgress: Pending['onProgress'],
  ): Promise<Exclude<VisionReply, { kind: 'progress' | 'fault' }>> {
    return new Promise((resolve, reject) => {
      if (this.#death !== null) {
        reject(this.#death);
        return;
      }
      this.#lastId += 1;
      const id = this.#lastId;
      this.#pending.set(id, {
        settle: (reply) =>
          reply.kind === 'fault' ? reject(new Fault(reply.fault.code, reply.fault.detail)) : resolve(reply),
        fail: reject,
        onProgress,
        silenceMs,
        timer: this.#startTimer(silenceMs),
      });
      try {
        this.#worker.postMessage(messageOf(id), transfer);
      } catch (error) {
        clearTimeout(this.#pending.get(id)?.timer);
        this.#pending.delete(id);
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  #receive(reply: VisionReply): void {
    const pending = this.#pending.get(reply.id);
    if (pending === undefined) return;
    clearTimeout(pending.timer);
    switch (reply.kind) {
      case 'progress':
        pending.timer = this.#startTimer(pending.silenceMs);
        pending.onProgress(reply.progress);
        break;
      case 'ready':
      case 'outcome':
      case 'timed':
      case 'fault':
        this.#pending.delete(reply.id);
        pending.settle(reply);
        break;
      default:
        assertNever(reply);
    }
  }

  #startTimer(silenceMs: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      this.#end(new Fault('worker-hung', `The vision worker was silent for ${silenceMs / 1000} seconds.`));
    }, silenceMs);
  }

  #end(death: Fault): void {
    if (this.#death !== null) return;
    this.#death = death;
    this.#worker.terminate();
    for (const pending of this.#pending.values()) {
      clearTimeout(pending.timer);
      pending.fail(death);
    }
    this.#pending.clear();
  }
}
