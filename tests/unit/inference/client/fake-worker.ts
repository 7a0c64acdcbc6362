/** A vision worker that says only what a test makes it say. */
import type { WorkerLike } from '../../../../src/inference/client/vision-client';
import type { DetectorSettings, EngineInfo, FrameOutcome, VisionReply, VisionRequest, WipeOrder } from '../../../../src/inference/protocol';

export const ENGINE: EngineInfo = {
  origin: { model: 'm', pipeline: 'p' },
  networks: { present: [], installed: 'm', missing: null },
  assets: [],
  onnxRuntimeMs: 2,
  threads: 2,
  simd: true,
  crossOriginIsolated: true,
};

export const NO_FACE: FrameOutcome = { kind: 'no-face', faces: { frame: { width: 640, height: 480 }, boxes: [], judged: -1 } };

export const DETECTOR: DetectorSettings = { kind: 'ultralight', scaleFactor: 1.1, minNeighbors: 5, minFacePx: 48 };

function replyTo(request: VisionRequest): VisionReply {
  const { id } = request;
  switch (request.kind) {
    case 'load':
      return { kind: 'ready', id, engine: ENGINE };
    case 'frame':
      return { kind: 'outcome', id, outcome: NO_FACE, timings: { detect: 5 }, brightness: 99 };
    case 'time':
      return { kind: 'timed', id, runsMs: Array.from({ length: request.runs }, (_, run) => 10 + run) };
  }
}

/** Stands in for a frame; counts how often it was closed. */
export class FakeFrame {
  closed = 0;

  close(): void {
    this.closed += 1;
  }

  asFrame(): ImageBitmap {
    return this as unknown as ImageBitmap;
  }
}

export class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly requests: VisionRequest[] = [];
  readonly transfers: (readonly Transferable[])[] = [];
  terminations = 0;
  wipes = 0;
  /** Thrown by the next `postMessage`, as Chromium does for a frame that cannot be transferred. */
  refusal: Error | null = null;

  postMessage(message: VisionRequest | WipeOrder, transfer: Transferable[]): void {
    if (this.refusal !== null) throw this.refusal;
    if (message.kind === 'wipe') {
      this.wipes += 1;
      return;
    }
    this.requests.push(message);
    this.transfers.push(transfer);
  }

  terminate(): void {
    this.terminations += 1;
  }

  say(reply: VisionReply): void {
    this.onmessage?.({ data: reply } as MessageEvent<VisionReply>);
  }

  /** Answers the latest request as a healthy worker does. */
  succeed(): void {
    this.say(replyTo(this.requests.at(-1)!));
  }

  die(message: string): void {
    this.onerror?.({ message } as ErrorEvent);
  }

  garble(): void {
    this.onmessageerror?.({} as MessageEvent);
  }
}
