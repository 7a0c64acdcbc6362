/** The world of a recognition loop, whose camera and worker answer when a test wants them to. */
import { vi } from 'vitest';
import { type LoopParts, runRecognitionLoop } from '../../../src/app/recognition-loop';
import type { DetectorKind } from '../../../src/core/detector';
import type { SessionEvent } from '../../../src/decision/session-events';
import { closedSession, type Phase, type Session } from '../../../src/decision/session-state';
import type { Vote } from '../../../src/decision/vote';
import type { Analysis } from '../../../src/inference/client/vision-client';
import type { DetectorSettings, FrameOutcome, FrameTask, FrameWishes } from '../../../src/inference/protocol';

export const DETECTOR: Omit<DetectorSettings, 'kind'> & { readonly kind: DetectorKind } = { kind: 'haar+ultralight', scaleFactor: 1.2, minNeighbors: 4, minFacePx: 60 };
export const SCORES: Vote = [{ personId: 'a', name: 'Ada', score: 0.9, isContested: false }];

/** A promise that is settled from outside. */
class Held<T> {
  resolve!: (value: T) => void;
  reject!: (reason: Error) => void;
  readonly promise = new Promise<T>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });
}

interface Task {
  readonly frame: VideoFrame;
  readonly task: FrameTask;
  readonly detector: DetectorSettings;
  readonly wishes: FrameWishes;
}

export class LoopWorld {
  session: Session = closedSession('verify');
  readonly events: SessionEvent[] = [];
  readonly analyses: Analysis[] = [];
  /** What the worker was given. */
  readonly tasks: Task[] = [];
  /** What the camera was asked for. */
  readonly frames: Held<VideoFrame>[] = [];
  readonly #answers: Held<Analysis>[] = [];
  readonly #engine = new Held<undefined>();
  readonly #abort = new AbortController();
  /** How the loop ended; null while it runs. */
  ended: unknown = null;

  constructor(phase: Phase, change: Partial<LoopParts> = {}) {
    this.become(phase);
    const parts: LoopParts = {
      nextFrame: () => ask(this.frames),
      engineReady: () => this.#engine.promise,
      analyse: (frame, task, detector, wishes) => {
        this.tasks.push({ frame, task, detector, wishes });
        return ask(this.#answers);
      },
      session: () => this.session,
      detector: () => DETECTOR,
      frameRateCap: () => 10,
      chosen: () => null,
      score: () => Promise.resolve({ scores: SCORES }),
      dispatch: (event) => this.events.push(event),
      onAnalysis: (analysis) => this.analyses.push(analysis),
      ...change,
    };
    runRecognitionLoop(parts, this.#abort.signal).then(
      () => (this.ended = 'stopped'),
      (error: unknown) => (this.ended = error),
    );
  }

  /** A world whose worker is ready. */
  static async ready(phase: Phase, change: Partial<LoopParts> = {}): Promise<LoopWorld> {
    const world = new LoopWorld(phase, change);
    await world.startEngine();
    return world;
  }

  become(phase: Phase): void {
    this.session = { ...this.session, phase };
  }

  async startEngine(): Promise<void> {
    this.#engine.resolve(undefined);
    await pass(0);
  }

  /** The camera delivers the frame it was last asked for. */
  async deliver(frame = {} as VideoFrame): Promise<void> {
    this.frames.at(-1)!.resolve(frame);
    await pass(0);
  }

  async loseCamera(reason: Error): Promise<void> {
    this.frames.at(-1)!.reject(reason);
    await pass(0);
  }

  /** The worker answers. */
  async answer(outcome: FrameOutcome): Promise<void> {
    this.#answers.at(-1)!.resolve({ outcome, timings: { detect: 1 }, brightness: 99 });
    await pass(0);
  }

  async failAnswer(reason: Error): Promise<void> {
    this.#answers.at(-1)!.reject(reason);
    await pass(0);
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await pass(0);
  }
}

/** Lets fake time pass, and everything that was due. */
export async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

function ask<T>(queue: Held<T>[]): Promise<T> {
  const held = new Held<T>();
  queue.push(held);
  return held.promise;
}
