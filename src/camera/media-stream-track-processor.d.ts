/** Chromium's way from a camera track to its frames; not yet in TypeScript's own declarations. */
interface MediaStreamTrackProcessor {
  readonly readable: ReadableStream<VideoFrame>;
}

declare const MediaStreamTrackProcessor:
  | (new (options: { track: MediaStreamTrack; maxBufferSize?: number }) => MediaStreamTrackProcessor)
  | undefined;
