/** Hands out the camera's frames, one at a time, each younger than the request for it. */
import { invariant } from '../core/assert';
import { Fault } from '../core/fault';

/** Chromium's way from a camera track to its frames; not yet in TypeScript's own declarations. */
declare const MediaStreamTrackProcessor:
  | (new (options: { track: MediaStreamTrack; maxBufferSize: number }) => { readonly readable: ReadableStream<VideoFrame> })
  | undefined;

/** Frames since the source was opened. */
export interface FrameCounters {
  readonly delivered: number;
  /** Handed out. */
  readonly analysed: number;
  /** Dropped because nobody was waiting. */
  readonly skipped: number;
  /** How long the source has delivered. */
  readonly liveMs: number;
}

export interface FrameSource {
  /**
   * The first frame presented after the call; the caller closes it. One request at a time.
   * @throws Fault `camera-lost` when the source is closed or the camera ends.
   */
  next(): Promise<VideoFrame>;
  counters(): FrameCounters;
  /** Ends the source; a waiting `next` rejects. */
  close(): void;
}

/** Frames that came while this thread was busy are older than a request made now; by then they have been dropped. */
const DRAIN_MS = 5;

/** Takes a frame, which it then owns; `takenMs` is when it was taken, on the clock of `performance.now()`. */
type OnFrame = (frame: VideoFrame, takenMs: number) => void;

/** Calls `onFrame` with every frame until `onEnd`. Returns how to stop. */
type Feed = (track: MediaStreamTrack, onFrame: OnFrame, onEnd: () => void) => () => void;

/** Opens a source on a live track. */
export function openFrameSource(track: MediaStreamTrack): FrameSource {
  const feed = typeof MediaStreamTrackProcessor === 'undefined' ? feedFromVideo : feedFromProcessor;
  let waiter: (PromiseWithResolvers<VideoFrame> & { askedMs: number; isReady: boolean }) | null = null;
  let isClosed = false;
  let delivered = 0;
  let analysed = 0;
  const openedAtMs = performance.now();

  const stop = feed(
    track,
    (frame, takenMs) => {
      delivered += 1;
      if (waiter?.isReady !== true || takenMs < waiter.askedMs) {
        frame.close();
        return;
      }
      analysed += 1;
      waiter.resolve(frame);
      waiter = null;
    },
    close,
  );
  track.addEventListener('ended', close);

  function close(): void {
    if (isClosed) return;
    isClosed = true;
    track.removeEventListener('ended', close);
    stop();
    waiter?.reject(new Fault('camera-lost', track.label));
    waiter = null;
  }

  return {
    next() {
      invariant(waiter === null, 'one frame is requested at a time');
      if (isClosed) return Promise.reject(new Fault('camera-lost', track.label));
      const asked = { ...Promise.withResolvers<VideoFrame>(), askedMs: performance.now(), isReady: false };
      waiter = asked;
      setTimeout(() => (asked.isReady = true), DRAIN_MS);
      return asked.promise;
    },
    counters: () => ({ delivered, analysed, skipped: delivered - analysed, liveMs: performance.now() - openedAtMs }),
    close,
  };
}

/** Frames straight from the track, without a video element. */
const feedFromProcessor: Feed = (track, onFrame, onEnd) => {
  const reader = new MediaStreamTrackProcessor!({ track, maxBufferSize: 1 }).readable.getReader();
  let isStopped = false;
  const readOn = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (isStopped) value.close();
      // The track does not say when: what waits in its buffer of one frame is dropped before a request is ready.
      else onFrame(value, performance.now());
    }
  };
  readOn().then(onEnd, onEnd);
  return () => {
    isStopped = true;
    reader.cancel().catch(() => {});
  };
};

/** Frames from a video element, where the browser has no track processor. */
const feedFromVideo: Feed = (track, onFrame, onEnd) => {
  const video = document.createElement('video');
  let isStopped = false;
  const ask = (): void => {
    video.requestVideoFrameCallback((_nowMs, { captureTime, presentationTime }) => {
      if (isStopped) return;
      // What is shown next may be several frames old where the compositor lags behind the camera.
      onFrame(new VideoFrame(video), captureTime ?? presentationTime);
      ask();
    });
  };
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  ask();
  video.play().catch(onEnd);
  return () => {
    isStopped = true;
    video.srcObject = null;
  };
};
