/** Turns the camera on and off, brings it back when it was lost, and hands out its frames. */
import { listCameras, onCamerasChanged, openCamera } from '../camera/camera';
import { type FrameCounters, type FrameSource, openFrameSource } from '../camera/frame-source';
import { Fault, type FaultRecord, toFaultRecord } from '../core/fault';
import { resolutionSize, type Settings } from '../decision/settings';
import { CameraReportDesk } from './camera-report-desk';
import type { ViewModel } from './view-model';

/** How often a camera that was lost is looked for when the browser does not announce it. */
const RETRY_MS = 3000;

/** Faults after which the camera comes back by itself when it is connected again or let go of. */
const PASSING_FAULTS: readonly FaultRecord['code'][] = ['camera-lost', 'camera-missing', 'camera-busy'];

/** True for a fault of the camera after which it is looked for all the time. */
export function isPassing({ code }: FaultRecord): boolean {
  return PASSING_FAULTS.includes(code);
}

/** One use of the camera, for Diagnostics. */
export interface CameraUsage {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly counters: FrameCounters;
}

/** What the desk tells the rest of the app. */
export interface CameraListener {
  /** Frames arrive; `signal` aborts when they stop. */
  onOpened(signal: AbortSignal): void;
  onClosed(): void;
}

export class CameraDesk {
  /** What the device itself knows of its cameras. */
  readonly report: CameraReportDesk;
  readonly #view: ViewModel;
  readonly #listener: CameraListener;
  #visit: AbortController | null = null;
  /** The opening under way. */
  #opening: Promise<void> | null = null;
  #frames: FrameSource | null = null;
  #usage: CameraUsage | null = null;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: ViewModel, listener: CameraListener) {
    this.report = new CameraReportDesk(view);
    this.#view = view;
    this.#listener = listener;
    onCamerasChanged(() => {
      void this.#listCameras();
      if (this.#isWaitingForCamera()) void this.open();
    });
  }

  /** True while the camera delivers frames. */
  get isLive(): boolean {
    return this.#frames !== null;
  }

  /** What the present use of the camera delivers, or the last one did; null before the first. */
  get usage(): CameraUsage | null {
    if (this.#frames !== null && this.#usage !== null) this.#usage = { ...this.#usage, counters: this.#frames.counters() };
    return this.#usage;
  }

  /** A frame presented after the call. @throws Fault `camera-lost` when the camera is off. */
  nextFrame(): Promise<VideoFrame> {
    if (this.#frames === null) return Promise.reject(new Fault('camera-lost', 'The camera is off.'));
    return this.#frames.next();
  }

  /** Waits for a camera that is being opened, and opens one that is off. Never rejects: a fault is shown. */
  ready(): Promise<void> {
    if (this.isLive) return Promise.resolve();
    return this.#opening ?? this.open();
  }

  /** Opens the camera as the settings say; one that is open is closed first. Never rejects: a fault is shown. */
  async open(): Promise<void> {
    const opening = this.#open();
    this.#opening = opening;
    await opening;
    if (this.#opening === opening) this.#opening = null;
  }

  async #open(): Promise<void> {
    this.#release();
    const visit = new AbortController();
    this.#visit = visit;
    const isWaiting = this.#view.state.camera.kind === 'faulted';
    if (!isWaiting) this.#view.patch({ camera: { kind: 'opening' } });
    try {
      const { stream, track, label, width, height } = await openCamera(this.#wishes(visit.signal));
      this.#frames = openFrameSource(track);
      this.#usage = { label, width, height, counters: this.#frames.counters() };
      this.#view.patch({ camera: { kind: 'live', stream, label, width, height } });
      this.#listener.onOpened(visit.signal);
      void this.#listCameras();
    } catch (error) {
      if (!visit.signal.aborted) this.#fail(toFaultRecord(error));
    }
  }

  /** Turns the camera off. */
  close(): void {
    this.#release();
    this.#view.patch({ camera: { kind: 'off' } });
    this.#listener.onClosed();
  }

  #wishes(signal: AbortSignal): Parameters<typeof openCamera>[0] {
    const { resolution, frameRateCap, cameraId }: Settings = this.#view.state.settings;
    return {
      ...resolutionSize(resolution),
      frameRate: frameRateCap,
      cameraId,
      signal,
      onEnded: () => {
        if (!signal.aborted) this.#fail({ code: 'camera-lost', detail: 'The camera stopped delivering frames.' });
      },
    };
  }

  #fail(fault: FaultRecord): void {
    this.#release();
    this.#view.patch({ camera: { kind: 'faulted', fault } });
    this.#listener.onClosed();
    void this.report.refresh();
    if (this.#isWaitingForCamera()) this.#retryTimer = setTimeout(() => void this.open(), RETRY_MS);
  }

  #isWaitingForCamera(): boolean {
    const { camera } = this.#view.state;
    return camera.kind === 'faulted' && isPassing(camera.fault);
  }

  #release(): void {
    clearTimeout(this.#retryTimer);
    this.#visit?.abort();
    this.#visit = null;
    this.#opening = null;
    if (this.#frames === null) return;
    this.#usage = this.usage;
    this.#frames.close();
    this.#frames = null;
  }

  async #listCameras(): Promise<void> {
    this.#view.patch({ cameras: await listCameras() });
  }
}
