/** Finds out how many threads are best while nobody is there, and lets the engine use them from then on. */
import { chooseThreads, threadCandidates, type ThreadChoice } from '../decision/thread-choice';
import { measureThreads, type ThreadTrial } from '../inference/client/measure-threads';
import type { Analysis } from '../inference/client/vision-client';
import type { EngineInfo } from '../inference/protocol';
import type { ViewState } from '../ui/view';
import type { ViewModel } from './view-model';

/** How often it is looked whether somebody is there. */
const TICK_MS = 1000;
/** How long nobody must have been seen and nothing touched. Measuring takes a minute on a Pi. */
const ALONE_MS = 60_000;

export interface ThreadParts {
  readonly view: Pick<ViewModel, 'state'>;
  /** How many cores there are, and whether threads can share memory. */
  readonly machine: { readonly cores: number; readonly isIsolated: boolean };
  readonly createWorker: ThreadTrial['createWorker'];
  /** What was found out before, and where what is found out is kept for the next start. */
  readonly kept: { readonly read: () => ThreadChoice | null; readonly write: (choice: ThreadChoice) => void };
  /** Starts the engine anew, with the threads that are kept. */
  readonly restart: () => void;
}

export class ThreadDesk {
  readonly #parts: ThreadParts;
  readonly #candidates: readonly number[];
  #choice: ThreadChoice | null;
  #engineThreads: number | null = null;
  #presentAtMs = performance.now();
  #trial: AbortController | null = null;
  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor(parts: ThreadParts) {
    this.#parts = parts;
    const { machine, kept } = parts;
    this.#candidates = threadCandidates(machine.cores, machine.isIsolated);
    this.#choice = this.#isOpen ? kept.read() : null;
    if (this.#choice === null) this.renew();
  }

  /** What was measured for the threads that the engine has; `assumed` where it may yet be, and null where nothing is to choose. */
  get finding(): ThreadChoice | 'assumed' | null {
    if (!this.#isOpen) return null;
    return this.#choice?.threads === this.#engineThreads ? this.#choice : 'assumed';
  }

  useEngine({ threads }: EngineInfo): void {
    this.#engineThreads = threads;
  }

  /** Takes in a frame: whoever is in it is recognised, and nothing is measured beside that. */
  see({ outcome }: Analysis): void {
    if (outcome.faces.boxes.length > 0) this.touch();
  }

  /** Somebody is there. */
  touch(): void {
    this.#presentAtMs = performance.now();
    this.#trial?.abort();
  }

  /** Measures when nobody is there for long. What was found out before holds until then. */
  renew(): void {
    if (this.#isOpen) this.#ticking ??= setInterval(() => this.#tick(), TICK_MS);
  }

  get #isOpen(): boolean {
    return this.#candidates.length > 0;
  }

  #tick(): void {
    if (!isQuiet(this.#parts.view.state)) this.touch();
    if (this.#trial === null && performance.now() - this.#presentAtMs >= ALONE_MS) void this.#measure();
  }

  /** Never rejects: where a worker fails, everything stays as it is until the next start of the page. */
  async #measure(): Promise<void> {
    const { createWorker, kept, restart, view } = this.#parts;
    const trial = new AbortController();
    this.#trial = trial;
    try {
      const { recognition } = view.state.settings;
      const choice = chooseThreads(await measureThreads({ candidates: this.#candidates, createWorker, recognition }, trial.signal));
      kept.write(choice);
      this.#choice = choice;
      // Nobody is there to wait for it, and a kiosk may not be started anew for months.
      if (choice.threads !== this.#engineThreads) restart();
    } catch {
      // It is tried again where somebody came, and not where a worker failed.
    }
    this.#trial = null;
    if (trial.signal.aborted) return;
    clearInterval(this.#ticking);
    this.#ticking = undefined;
  }
}

/** True while the page has nothing to do but to wait. */
function isQuiet({ engine, benchmark, photos }: ViewState): boolean {
  const isBusy = benchmark?.kind === 'running' || (photos !== null && photos.current !== null);
  return engine.kind === 'ready' && !isBusy && document.visibilityState === 'visible';
}
