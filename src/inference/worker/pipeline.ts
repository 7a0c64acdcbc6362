/** One frame from pixels to outcome. What it runs on is handed in. */
import type { FrameDetector } from '../../core/detector';
import { lengthOf, normalise } from '../../core/embedding';
import type { FacesInFrame, FivePoints } from '../../core/face';
import type { Box } from '../../core/geometry';
import type { LivenessReading } from '../../core/liveness';
import type { EmbeddingSpec } from '../../core/manifest';
import type { EmbeddingOrigin } from '../../core/model';
import type { FaceQuality } from '../../core/quality';
import { type AlignedFace, alignFace } from '../../vision/align';
import { exactFaces } from '../../vision/exact-faces';
import { fivePointsOf, squareOfHaar, squareOfUltralight } from '../../vision/landmarks';
import { type FramePixels, type GreyImage, greyOf } from '../../vision/pixels';
import { arePlausible } from '../../vision/plausible-points';
import { measureQuality } from '../../vision/quality';
import { nearestFace, selectFace } from '../../vision/select-face';
import type { PatternFinder } from '../../vision/regular-pattern';
import { smoothPoints } from '../../vision/smooth-points';
import type { DetectorSettings, FrameOutcome, FrameTask, FrameWishes, HaarSearch, Stage } from '../protocol';
import { findLandmarks, type FirstLook, type Landmarker } from './find-landmarks';
import type { Late } from './load-late';
import { type EyeWatcher, measureSigns } from './measure-signs';
import { legacyEmbeddingOf } from './legacy-embedding';
import type { SceneWatch } from './scene-watch';

/** Finds faces in a grey picture. */
export interface FaceDetector {
  detect(grey: GreyImage, settings: DetectorSettings, where: HaarSearch): Box<'frame'>[];
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

/** Tells a living face from a picture of one. */
export interface LivenessNetwork {
  /** Its share for a living face, 0 to 1, from a frame and the face's box as UltraLight gives it. */
  read(pixels: FramePixels, face: Box<'frame'>): Promise<number>;
}

export interface Pipeline {
  /** OpenCV's WASM is the largest file and the slowest to start, so no first frame waits for it. */
  readonly haar: Pick<Late<FaceDetector>, 'get' | 'isSettled'>;
  readonly exactDetector: ExactDetector;
  readonly landmarker: Landmarker;
  /** The face of the present frame, which the next one's replaces. */
  readonly aligned: AlignedFace;
  readonly eyes: EyeWatcher;
  readonly embedder: Embedder;
  readonly scene: SceneWatch;
  readonly liveness: LivenessNetwork;
  /** The strongest regular pattern in a face. */
  readonly findPattern: PatternFinder;
}

/** Runs a stage and remembers how long it took. */
export type TimeStage = <T>(stage: Stage, run: () => T | Promise<T>) => Promise<T>;

/** A frame to analyse. */
export interface FrameInput extends FrameWishes {
  readonly pixels: FramePixels;
  readonly task: FrameTask;
  readonly settings: DetectorSettings;
}

/** Everywhere at once. */
const WHOLE: HaarSearch = { kind: 'whole' };

/** What the frame shows. */
export async function analyseFrame(pipeline: Pipeline, input: FrameInput, time: TimeStage): Promise<FrameOutcome> {
  const { pixels, task, earlier = null, wantsSigns = false, wantsEyes = false } = input;
  const grey = greyOf(pixels);
  if (await time('watch', () => isSkipped(pipeline.scene, input, grey))) return nobodyNew(pixels);
  const { faces, judged } = await findFaces(pipeline, input, grey, time);
  if (judged === null) return { kind: 'no-face', faces };

  const { landmarks, square } = await time('landmarks', () => findLandmarks(pipeline.landmarker, grey, judged, task === 'embed' || wantsSigns));
  const seen = fivePointsOf(landmarks);
  if (!arePlausible(seen, square)) return { kind: 'implausible', faces };
  const points = earlier === null ? seen : smoothPoints(seen, earlier.points, earlier.elapsedMs);
  const aligned = await time('align', () => alignFace(pixels, points, pipeline.aligned));
  const box = faces.boxes[faces.judged]!;
  // A face that was chosen has no rivals: it is plain who is meant.
  const others = (input.at ?? null) === null ? faces.boxes.filter((_, index) => index !== faces.judged) : [];
  const quality = measureQuality({ box, landmarks, aligned, frame: faces.frame, others });
  const signs = wantsSigns ? { signs: await time('signs', () => measureSigns(pipeline.eyes, grey, landmarks, wantsEyes)) } : {};
  if (task === 'pose') return { kind: 'posed', faces, quality, points, ...signs };
  const { detector } = judged;
  const embedded = await embedFace(pipeline.embedder, { faces, quality, box: judged.box, points, aligned, detector }, time);
  if (embedded.kind !== 'embedded') return embedded;
  return { ...embedded, ...signs, ...(await legacyOf(pipeline, input, grey, box)), ...(await livenessOf(pipeline, input, grey, detector === 'haar' ? square : judged.box, time)) };
}

type Embedded = Extract<FrameOutcome, { kind: 'embedded' }>;

async function legacyOf({ haar, embedder }: Pipeline, input: FrameInput, grey: GreyImage, judged: Box<'frame'>): Promise<Pick<Embedded, 'legacyEmbedding'>> {
  if (input.wantsLegacy !== true || embedder.embedLegacy === undefined) return {};
  // The predecessor looked at the whole picture, and so it is here, for its templates were made of such boxes.
  const boxes = (await haar.get()).detect(grey, input.settings, WHOLE);
  const legacyEmbedding = await legacyEmbeddingOf({ pixels: input.pixels, haar: boxes, judged, embed: embedder.embedLegacy });
  return legacyEmbedding === null ? {} : { legacyEmbedding };
}

/** `face` is UltraLight's box, or the square of the landmarks, which is as high and does not jitter as Haar's box does. */
async function livenessOf({ liveness, findPattern }: Pipeline, input: FrameInput, grey: GreyImage, face: Box<'frame'>, time: TimeStage): Promise<Pick<Embedded, 'liveness'>> {
  if (input.wantsLiveness !== true) return {};
  const read = async (): Promise<LivenessReading> => ({ network: await liveness.read(input.pixels, face), patternDb: findPattern(grey, face) });
  return { liveness: await time('liveness', read) };
}

/** Whether the frame need not be searched. What is followed is not all of the scene, so that frame is not remembered. */
function isSkipped(scene: SceneWatch, { skipsSameScene = false, search = WHOLE }: FrameInput, grey: GreyImage): boolean {
  if (skipsSameScene) return scene.isSame(grey);
  if (search.kind !== 'follow') scene.heed(grey);
  return false;
}

function nobodyNew({ width, height }: FramePixels): FrameOutcome {
  return { kind: 'no-face', faces: { frame: { width, height }, boxes: [], judged: -1 }, isSameScene: true };
}

interface AlignedOutcome {
  readonly faces: FacesInFrame;
  readonly quality: FaceQuality;
  readonly box: Box<'frame'>;
  readonly points: FivePoints;
  readonly aligned: AlignedFace;
  readonly detector: FrameDetector;
}

async function embedFace(embedder: Embedder, found: AlignedOutcome, time: TimeStage): Promise<FrameOutcome> {
  const { faces, quality, box, points, aligned, detector } = found;
  const raw = await time('embed', () => embedder.embed(aligned));
  const embeddingLength = lengthOf(raw);
  const minLength = embedder.minLength[detector];
  if (!(embeddingLength >= minLength)) {
    return { kind: 'rejected', faces, quality, embeddingLength, minLength };
  }
  const crop = new Uint8Array(Uint8ClampedArray.from(aligned).buffer);
  return { kind: 'embedded', faces, quality, box, points, crop, embedding: normalise(raw), embeddingLength, origin: embedder.origin };
}

interface FoundFaces {
  readonly faces: FacesInFrame;
  /** The judged face as the detector gave it, and where its landmarks are looked for first; null when there is none. */
  readonly judged: (FirstLook & { readonly box: Box<'frame'>; readonly detector: FrameDetector }) | null;
}

/**
 * How finely Haar alone searches a photograph that is to be embedded and shows it no face: there is no other frame of it.
 * `docs/accuracy.md` says what it finds.
 */
const FINE_SCALE_FACTOR = 1.05;

async function findFaces(pipeline: Pipeline, input: FrameInput, grey: GreyImage, time: TimeStage): Promise<FoundFaces> {
  const { pixels, settings, at = null, orExact = false } = input;
  const frame = { width: pixels.width, height: pixels.height };
  // While OpenCV starts, faces are found all the same; what is embedded is boxed as it was asked for.
  if (settings.kind === 'haar' && ((input.task === 'embed' && !orExact) || pipeline.haar.isSettled())) {
    const haar = await pipeline.haar.get();
    const boxes = await time('detect', () => searchByHaar(haar, input, grey));
    const judged = at === null ? selectFace(boxes, frame) : nearestFace(boxes, at);
    const box = boxes[judged];
    if (box !== undefined) return { faces: { frame, boxes, judged }, judged: { box, square: squareOfHaar(box), isFollowed: input.search?.kind === 'follow', detector: 'haar' } };
    if (!orExact) return { faces: { frame, boxes, judged }, judged: null };
  }
  const ultralight = await time('find', () => pipeline.exactDetector.detect(pixels));
  const { boxes, judged, exact } = exactFaces(ultralight, frame, at);
  return { faces: { frame, boxes, judged }, judged: exact === null ? null : { box: exact, square: squareOfUltralight(exact), isFollowed: false, detector: 'ultralight' } };
}

function searchByHaar(detector: FaceDetector, { settings, task, search = WHOLE }: FrameInput, grey: GreyImage): Box<'frame'>[] {
  const found = detector.detect(grey, settings, search);
  const isWorthMore = found.length === 0 && task === 'embed' && search.kind === 'whole' && settings.scaleFactor > FINE_SCALE_FACTOR;
  return isWorthMore ? detector.detect(grey, { ...settings, scaleFactor: FINE_SCALE_FACTOR }, search) : found;
}
