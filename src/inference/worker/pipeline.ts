/** One frame from pixels to outcome. What it runs on is handed in. */
import { lengthOf, normalise } from '../../core/embedding';
import type { FacesInFrame } from '../../core/face';
import type { Box, Point } from '../../core/geometry';
import type { EmbeddingSpec } from '../../core/manifest';
import type { EmbeddingOrigin } from '../../core/model';
import type { FaceQuality } from '../../core/quality';
import { type AlignedFace, alignFace } from '../../vision/align';
import { fivePointsOf, squareOfHaar, squareOfUltralight } from '../../vision/landmarks';
import { mergeFaces } from '../../vision/merge-faces';
import { type FramePixels, type GreyImage, greyOf } from '../../vision/pixels';
import { arePlausible } from '../../vision/plausible-points';
import { measureQuality } from '../../vision/quality';
import { nearestFace, selectFace } from '../../vision/select-face';
import type { DetectorSettings, FivePoints, FrameOutcome, FrameTask, Stage } from '../protocol';
import { findLandmarks, type Landmarker } from './find-landmarks';
import { legacyEmbeddingOf } from './legacy-embedding';

/** Finds faces in a grey picture. */
export interface FaceDetector {
  detect(grey: GreyImage, settings: DetectorSettings): Box<'frame'>[];
}

/** Finds faces in a picture in colour: slower, and misses and mistakes fewer. */
export interface ExactDetector {
  detect(pixels: FramePixels): Promise<Box<'frame'>[]>;
}

/** Turns an aligned face into numbers, not yet normalised. */
export interface Embedder {
  readonly origin: EmbeddingOrigin;
  /** Raw embeddings shorter than this come from boxes that hold no face, by the detector that gave the box. */
  readonly minLength: EmbeddingSpec['minLength'];
  embed(face: AlignedFace): Promise<Float32Array>;
  /** Embeds a face that was stretched as the predecessor did; absent where the network is another. */
  readonly embedLegacy?: (face: Float32Array) => Promise<Float32Array>;
}

export interface Pipeline {
  readonly detector: FaceDetector;
  readonly exactDetector: ExactDetector;
  readonly landmarker: Landmarker;
  readonly embedder: Embedder;
}

/** Runs a stage and remembers how long it took. */
export type TimeStage = <T>(stage: Stage, run: () => T | Promise<T>) => Promise<T>;

/** A frame to analyse. */
export interface FrameInput {
  readonly pixels: FramePixels;
  readonly task: FrameTask;
  readonly settings: DetectorSettings;
  /** Where the face is that somebody chose; null or absent leaves the choice to `selectFace`. */
  readonly at?: Point<'frame'> | null;
  /** Whether the face is also embedded in the predecessor's way. */
  readonly wantsLegacy?: boolean;
}

/** What the frame shows. */
export async function analyseFrame(pipeline: Pipeline, input: FrameInput, time: TimeStage): Promise<FrameOutcome> {
  const { pixels, task } = input;
  const grey = greyOf(pixels);
  const { faces, judged, haar } = await findFaces(pipeline, input, grey, time);
  if (judged === null) return { kind: 'no-face', faces };

  const { landmarks, square } = await time('landmarks', () => findLandmarks(pipeline.landmarker, grey, judged.square, task === 'embed'));
  const points = fivePointsOf(landmarks);
  if (!arePlausible(points, square)) return { kind: 'implausible', faces };
  const aligned = await time('align', () => alignFace(pixels, points));
  const box = faces.boxes[faces.judged]!;
  // A face that was chosen has no rivals: it is plain who is meant.
  const others = (input.at ?? null) === null ? faces.boxes.filter((_, index) => index !== faces.judged) : [];
  const quality = measureQuality({ box, landmarks, aligned, frame: faces.frame, others });
  if (task === 'pose') return { kind: 'posed', faces, quality };
  const detector = input.settings.kind === 'haar' ? 'haar' : 'ultralight';
  const outcome = await embedFace(pipeline.embedder, { faces, quality, box: judged.box, points, aligned, detector }, time);
  const { embedLegacy } = pipeline.embedder;
  if (outcome.kind !== 'embedded' || input.wantsLegacy !== true || embedLegacy === undefined) return outcome;
  const found = haar ?? pipeline.detector.detect(grey, input.settings);
  const legacyEmbedding = await legacyEmbeddingOf({ pixels, haar: found, judged: box, embed: embedLegacy });
  return legacyEmbedding === null ? outcome : { ...outcome, legacyEmbedding };
}

interface AlignedOutcome {
  readonly faces: FacesInFrame;
  readonly quality: FaceQuality;
  readonly box: Box<'frame'>;
  readonly points: FivePoints;
  readonly aligned: AlignedFace;
  readonly detector: keyof EmbeddingSpec['minLength'];
}

async function embedFace(embedder: Embedder, found: AlignedOutcome, time: TimeStage): Promise<FrameOutcome> {
  const { faces, quality, box, points, aligned, detector } = found;
  const raw = await time('embed', () => embedder.embed(aligned));
  const embeddingLength = lengthOf(raw);
  const minLength = embedder.minLength[detector];
  if (!(embeddingLength >= minLength)) {
    return { kind: 'rejected', faces, quality, embeddingLength, minLength };
  }
  const crop = Uint8Array.from(aligned, Math.round);
  return { kind: 'embedded', faces, quality, box, points, crop, embedding: normalise(raw), embeddingLength, origin: embedder.origin };
}

interface FoundFaces {
  readonly faces: FacesInFrame;
  /** The judged face as the detector gave it, and where its landmarks are looked for first; null when there is none. */
  readonly judged: { readonly box: Box<'frame'>; readonly square: Box<'frame'> } | null;
  /** What Haar found; null when it did not look. */
  readonly haar: readonly Box<'frame'>[] | null;
}

async function findFaces(pipeline: Pipeline, input: FrameInput, grey: GreyImage, time: TimeStage): Promise<FoundFaces> {
  const { pixels, settings, at = null } = input;
  const frame = { width: pixels.width, height: pixels.height };
  const haar = settings.kind === 'ultralight' ? null : await time('detect', () => pipeline.detector.detect(grey, settings));
  if (settings.kind === 'haar' && haar !== null) {
    const judged = at === null ? selectFace(haar, frame) : nearestFace(haar, at);
    const box = haar[judged];
    return { faces: { frame, boxes: haar, judged }, judged: box === undefined ? null : { box, square: squareOfHaar(box) }, haar };
  }
  const ultralight = await time('find', () => pipeline.exactDetector.detect(pixels));
  const { boxes, judged, exact } = mergeFaces(haar ?? [], ultralight, frame, at);
  return { faces: { frame, boxes, judged }, judged: exact === null ? null : { box: exact, square: squareOfUltralight(exact) }, haar };
}

