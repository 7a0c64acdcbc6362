/** Keeps a working vision worker: loads it, and starts another when it dies, so that a session goes on. */
import { Fault, type FaultRecord, toFaultRecord } from '../../core/fault';
import type { DetectorSettings, EngineInfo, FrameTask, FrameWishes, LoadProgress } from '../protocol';
import { type Analysis, VisionClient, type WorkerLike } from './vision-client';

export type EngineStatus =
  | { readonly kind: 'loading'; readonly progress: LoadProgress }
  | { readonly kind: 'ready'; readonly info: EngineInfo }
  | { readonly kind: 'faulted'; readonly fault: FaultRecord };

/** A worker that dies this often without analysing a frame in between is not started again by itself. */
const MAX_DEATHS_IN_A_ROW = 3;

const NOTHING_LOADED: LoadProgress = { loadedBytes: 0, totalBytes: 0 };

/** The vision worker as something that lasts. */
export class VisionEngine {
  readonly #createWorker: () => WorkerLike;
  readonly #onStatus: (status: EngineStatus) => void;
  readonly #recognition: () => string | null;
  #client: VisionClient | null = null;
  #deathsInARow = 0;

  /** `onStatus` hears of every change; `recognition` says which network a worker that starts shall load, null the installed one. */
  constructor(createWorker: () => WorkerLike, onStatus: (status: EngineStatus) => void, recognition: () => string | null = () => null) {
    this.#createWorker = createWorker;
    this.#onStatus = onStatus;
    this.#recognition = recognition;
  }

  /** Loads a fresh worker; a present one is ended. Never rejects: the outcome is a status. */
  async start(): Promise<void> {
    this.#client?.dispose();
    this.#client = null;
    this.#onStatus({ kind: 'loading', progress: NOTHING_LOADED });
    let client: VisionClient | null = null;
    const isCurrent = (): boolean => this.#client === client;
    try {
      client = new VisionClient(this.#createWorker());
      this.#client = client;
      const info = await client.load((progress) => {
        if (isCurrent()) this.#onStatus({ kind: 'loading', progress });
      }, this.#recognition());
      if (isCurrent()) this.#onStatus({ kind: 'ready', info });
    } catch (error) {
      if (!isCurrent()) return;
      client?.dispose();
      this.#client = null;
      this.#onStatus({ kind: 'faulted', fault: toFaultRecord(error, 'worker-died') });
    }
  }

  /**
   * Analyses one frame, which is closed in every case. When the worker dies over it, another is started.
   * @throws Fault when there is no outcome.
   */
  async analyse(frame: VideoFrame | ImageBitmap, task: FrameTask, detector: DetectorSettings, wishes: FrameWishes = {}): Promise<Analysis> {
    const client = this.#client;
    if (client === null) {
      frame.close();
      throw new Fault('worker-died', 'The vision worker is not running.');
    }
    try {
      const analysis = await client.analyse(frame, task, detector, wishes);
      this.#deathsInARow = 0;
      return analysis;
    } catch (error) {
      if (this.#client === client) this.#replace(client, toFaultRecord(error));
      throw error;
    }
  }

  /** Overwrites what the worker keeps of frames: the camera was turned off. */
  wipe(): void {
    this.#client?.wipe();
  }

  #replace(client: VisionClient, fault: FaultRecord): void {
    client.dispose();
    this.#client = null;
    this.#deathsInARow += 1;
    // A file that came late and is not right is no better in another worker.
    if (isOfAFile(fault)) {
      this.#deathsInARow = 0;
      this.#onStatus({ kind: 'faulted', fault });
    } else if (this.#deathsInARow < MAX_DEATHS_IN_A_ROW) {
      void this.start();
    } else {
      this.#deathsInARow = 0;
      this.#onStatus({ kind: 'faulted', fault });
    }
  }
}

function isOfAFile({ code }: FaultRecord): boolean {
  return code === 'asset-missing' || code === 'asset-truncated' || code === 'asset-damaged' || code === 'wasm-failed';
}
