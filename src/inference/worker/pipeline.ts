/** One frame from pixels to outcome. What it runs on is handed in. */
import { lengthOf, normalise } from '../../core/embedding';
import type { FacesInFrame } from '../../core/face';
import type { Box, Point } from '../../core/geometry';
import type { EmbeddingOrigin } from '../../core/model';
import { type AlignedFace, alignFace } from '../../vision/align';
import { fivePointsOf } from '../../vision/landmarks';
import { type FramePixels, type GreyImage, greyOf } from '../../vision/pixels';
import { selectFace } from '../../vision/select-face';
import type { DetectorSettings, FrameOutcome, FrameTask, Stage } from '../protocol';

/** Finds faces in a grey picture. */
export interface FaceDetector {
  detect(grey: GreyImage, settings: DetectorSettings): Box<'frame'>[];
}

/** Finds the 68 landmarks of the face in a box. */
export interface Landmarker {
  locate(grey: GreyImage, box: Box<'frame'>): Promise<Point<'frame'>[]>;
}

/** Turns an aligned face into numbers, not yet normalised. */
export interface Embedder {
  readonly origin: EmbeddingOrigin;
  /** Raw embeddings shorter than this come from boxes that hold no face. */
  readonly minLength: number;
  embed(face: AlignedFace): Promise<Float32Array>;
}

export interface Pipeline {
  readonly detector: FaceDetector;
  readonly landmarker: Landmarker;
  readonly embedder: Embedder;
}

/** Runs a stage and remembers how long it took. */
export type TimeStage = <T>(stage: Stage, run: () => T | Promise<T>) => Promise<T>;

/** What the frame shows. */
export async function analyseFrame(
  { detector, landmarker, embedder }: Pipeline,
  pixels: FramePixels,
  task: FrameTask,
  settings: DetectorSettings,
  time: TimeStage,
): Promise<FrameOutcome> {
  const frame = { width: pixels.width, height: pixels.height };
  const grey = greyOf(pixels);
  const boxes = await time('detect', () => detector.detect(grey, settings));
  const judged = selectFace(boxes, frame);
  const faces: FacesInFrame = { frame, boxes, judged };
  const box = boxes[judged];
  if (box === undefined) return { kind: 'no-face', faces };
  if (task === 'locate') return { kind: 'located', faces };

  const landmarks = await time('landmarks', () => landmarker.locate(grey, box));
  const points = fivePointsOf(landmarks);
  const aligned = await time('align', () => alignFace(pixels, points));
  const raw = await time('embed', () => embedder.embed(aligned));
  const embeddingLength = lengthOf(raw);
  if (!(embeddingLength >= embedder.minLength)) {
    return { kind: 'rejected', faces, embeddingLength, minLength: embedder.minLength };
  }
  return { kind: 'embedded', faces, box, points, embedding: normalise(raw), embeddingLength, origin: embedder.origin };
}
