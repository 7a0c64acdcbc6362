/** The messages between the page and the vision worker: every request has one reply. */
import type { FrameDetector } from '../core/detector';
import type { Embedding } from '../core/embedding';
import type { FacesInFrame, FivePoints } from '../core/face';
import type { FaultRecord } from '../core/fault';
import type { Box, Point } from '../core/geometry';
import type { LivenessReading } from '../core/liveness';
import type { RecognitionNetworks } from '../core/manifest';
import type { EmbeddingOrigin } from '../core/model';
import type { FaceQuality } from '../core/quality';
import type { FaceSigns } from '../core/face-signs';

/** How faces are searched in a frame; the numbers are OpenCV's own parameters of the Haar detector. */
export interface DetectorSettings {
  /** Which detector looks at this frame. */
  readonly kind: FrameDetector;
  readonly scaleFactor: number;
  readonly minNeighbors: number;
  readonly minFacePx: number;
}

/** `pose` finds faces and measures the judged one; `embed` also embeds it. */
export type FrameTask = 'pose' | 'embed';

/** Where Haar looks in a frame, and for which sizes. */
export type HaarSearch =
  /** Everywhere, for all sizes, at full resolution: a photograph has one frame only. */
  | { readonly kind: 'whole' }
  /** Everywhere, for one part of the sizes, in a reduced picture: an empty room is searched over several frames. */
  | { readonly kind: 'scan'; readonly part: number }
  /**
   * Around the faces of the frame before, in windows of `reach` times their width; and everywhere for one part of the
   * sizes, where newcomers may be, unless `part` is null.
   */
  | { readonly kind: 'follow'; readonly boxes: readonly Box<'frame'>[]; readonly reach: number; readonly part: number | null };

/** The points of the judged face in an earlier frame, and how long ago that was. */
export interface EarlierPoints {
  readonly points: FivePoints;
  readonly elapsedMs: number;
}

/** What else a frame is asked for; what is absent is not. */
export interface FrameWishes {
  /** Where Haar looks; absent, everywhere at once. */
  readonly search?: HaarSearch;
  /** UltraLight looks where Haar, being asked, finds nobody or is not there yet. */
  readonly orExact?: boolean;
  /** Looks for nobody where the scene is still the one that was searched last. */
  readonly skipsSameScene?: boolean;
  /** Steadies this frame's points, being the same face's. */
  readonly earlier?: EarlierPoints | null;
  /** Judges the face nearest to this point, which somebody chose, in place of the most prominent one. */
  readonly at?: Point<'frame'> | null;
  /** Also measures the signs of movement of the judged face, from landmarks that are looked for as often as for embedding. */
  readonly wantsSigns?: boolean;
  /** Looks with the signs whether the eyes are closed. */
  readonly wantsEyes?: boolean;
  /** Also embeds the judged face in the predecessor's way, where the network is the predecessor's. */
  readonly wantsLegacy?: boolean;
  /** Also says whether an embedded face looks alive. */
  readonly wantsLiveness?: boolean;
}

export type VisionRequest =
  /**
   * Load OpenCV, ONNX Runtime, models and cascade; answered by `ready` or `fault`, after any number of `progress`.
   * `recognition` is the recognition network that somebody chose; null or absent is the installed one.
   */
  | { readonly kind: 'load'; readonly id: number; readonly recognition?: string | null }
  /** Analyse one frame, which the worker then owns and closes; answered by `outcome` or `fault`. */
  | ({
      readonly kind: 'frame';
      readonly id: number;
      readonly task: FrameTask;
      readonly frame: VideoFrame | ImageBitmap;
      readonly detector: DetectorSettings;
    } & FrameWishes)
  /** Run the recognition network so often on an even grey and say how long each run took; answered by `timed` or `fault`. */
  | { readonly kind: 'time'; readonly id: number; readonly runs: number };

/** Overwrite what is kept of frames, of which none is to come for now. It has no reply: nothing waits for it. */
export interface WipeOrder {
  readonly kind: 'wipe';
}

export type VisionReply =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: LoadProgress }
  | { readonly kind: 'ready'; readonly id: number; readonly engine: EngineInfo }
  /** `brightness` is the mean of the whole frame, 0 (black) to 255. */
  | { readonly kind: 'outcome'; readonly id: number; readonly outcome: FrameOutcome; readonly timings: StageTimings; readonly brightness: number }
  /** Milliseconds of each run, in the order they were made. */
  | { readonly kind: 'timed'; readonly id: number; readonly runsMs: readonly number[] }
  | { readonly kind: 'fault'; readonly id: number; readonly fault: FaultRecord };

/** Bytes of models, cascade and WASM so far. */
export interface LoadProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

/** What a frame showed. All of these are expected; what is not is a fault. */
export type FrameOutcome =
  /** `isSameScene` is true where the frame was not searched, being like the one before it. */
  | { readonly kind: 'no-face'; readonly faces: FacesInFrame; readonly isSameScene?: boolean }
  | { readonly kind: 'posed'; readonly faces: FacesInFrame; readonly quality: FaceQuality; readonly points: FivePoints; readonly signs?: FaceSigns | null }
  /** The landmarks in the judged box are not those of a face. */
  | { readonly kind: 'implausible'; readonly faces: FacesInFrame }
  /** The judged box is not a face the network knows how to read: its raw embedding is too short. */
  | {
      readonly kind: 'rejected';
      readonly faces: FacesInFrame;
      readonly quality: FaceQuality;
      readonly embeddingLength: number;
      readonly minLength: number;
    }
  | {
      readonly kind: 'embedded';
      readonly faces: FacesInFrame;
      readonly quality: FaceQuality;
      /** As the detector gave it: a square of Haar's, or a higher one of UltraLight's. */
      readonly box: Box<'frame'>;
      readonly points: FivePoints;
      /** The aligned face, 112 × 112 × 3 bytes of red, green and blue: to be shown, never kept. */
      readonly crop: Uint8Array;
      readonly embedding: Embedding;
      /** Absent when they were not wanted, null when there are none. */
      readonly signs?: FaceSigns | null;
      /** Length before normalising: how sure the network is that this is a face. */
      readonly embeddingLength: number;
      readonly origin: EmbeddingOrigin;
      /** The same face in the predecessor's way; absent when it was not wanted, or Haar does not find the face. */
      readonly legacyEmbedding?: Embedding;
      /** Absent when it was not wanted. */
      readonly liveness?: LivenessReading;
    };

/** The stages of one frame, in the order they run: `watch` looks for change, `detect` is Haar, `find` is UltraLight. */
export const STAGES = ['copy', 'watch', 'detect', 'find', 'landmarks', 'align', 'signs', 'embed', 'liveness'] as const;
export type Stage = (typeof STAGES)[number];

/** Milliseconds spent per stage; a stage that did not run is absent. */
export type StageTimings = Readonly<Partial<Record<Stage, number>>>;

/** One asset as loaded. */
export interface LoadedAsset {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  readonly loadMs: number;
}

/** What the worker runs on. */
export interface EngineInfo {
  readonly origin: EmbeddingOrigin;
  readonly networks: RecognitionNetworks;
  readonly assets: readonly LoadedAsset[];
  readonly onnxRuntimeMs: number;
  readonly threads: number;
  readonly simd: boolean;
  readonly crossOriginIsolated: boolean;
}
