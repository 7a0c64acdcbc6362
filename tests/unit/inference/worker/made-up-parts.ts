/** A pipeline whose networks are plain functions, and which remembers what it was asked. */
import type { Box } from '../../../../src/core/geometry';
import { type AlignedFace, emptyFace } from '../../../../src/vision/align';
import type { FramePixels, GreyImage } from '../../../../src/vision/pixels';
import { analyseFrame, type FaceDetector, type FrameInput, type Pipeline, type TimeStage } from '../../../../src/inference/worker/pipeline';
import { SceneWatch } from '../../../../src/inference/worker/scene-watch';
import type { DetectorSettings, FrameOutcome, HaarSearch, Stage } from '../../../../src/inference/protocol';
import { rgbaOf } from '../../../support/made-up-frames';
import { photograph } from '../../../support/made-up-head';

export const FRAME = { width: 320, height: 240 };
export const PIXELS = rgbaOf(FRAME.width, FRAME.height, (x, y) => [x % 200, y, (x + y) % 256]);
export const SETTINGS: DetectorSettings = { kind: 'ultralight', scaleFactor: 1.1, minNeighbors: 5, minFacePx: 48 };
export const ORIGIN = { model: 'made-up', pipeline: 'p' };
export const MIN_LENGTH = { haar: 10, ultralight: 6 };

/** A head that looks straight, as the landmark network sees it in any square: fractions of its side. */
export const STRAIGHT = Float32Array.from(
  photograph({}, { pixelsPerMm: 1 / 180, at: { x: 0.5, y: 0.4 } }).flatMap(({ x, y }) => [x, y]),
);
/** Points in one place: no face. */
export const HEAP = new Float32Array(136).fill(0.5);

export class Parts {
  haar: Box<'frame'>[] = [];
  /** What Haar finds when it searches more finely than `SETTINGS` say. */
  fineHaar: Box<'frame'>[] = [];
  /** False while OpenCV starts. */
  isHaarSettled = true;
  /** Why there is no Haar. */
  haarFault: Error | null = null;
  ultralight: Box<'frame'>[] = [];
  points = STRAIGHT;
  /** What the eye network says of every eye. */
  closedness = 0.1;
  /** What the recognition network gives. */
  raw = Float32Array.of(3, 0, 4);
  /** What the liveness network gives. */
  liveShare = 0.75;
  patternDb = 8;

  readonly stages: Stage[] = [];
  readonly greys: { readonly grey: GreyImage; readonly settings: DetectorSettings; readonly where: HaarSearch }[] = [];
  readonly colours: FramePixels[] = [];
  readonly looks: Float32Array[] = [];
  readonly eyes: Float32Array[] = [];
  readonly embedded: AlignedFace[] = [];
  readonly patternLooks: { readonly grey: GreyImage; readonly face: Box<'frame'> }[] = [];
  readonly livenessLooks: { readonly pixels: FramePixels; readonly face: Box<'frame'> }[] = [];
  readonly #scene = new SceneWatch();

  analyse(change: Partial<FrameInput> = {}): Promise<FrameOutcome> {
    const time: TimeStage = async (stage, run) => {
      this.stages.push(stage);
      return run();
    };
    return analyseFrame(this.#pipeline(), { pixels: PIXELS, task: 'pose', settings: SETTINGS, ...change }, time);
  }

  readonly #detect: FaceDetector['detect'] = (grey, settings, where) => {
    this.greys.push({ grey, settings, where });
    return settings.scaleFactor < SETTINGS.scaleFactor ? this.fineHaar : this.haar;
  };

  #pipeline(): Pipeline {
    return {
      haar: {
        isSettled: () => this.isHaarSettled,
        get: () => (this.haarFault === null ? Promise.resolve({ detect: this.#detect }) : Promise.reject(this.haarFault)),
      },
      exactDetector: {
        detect: (pixels) => {
          this.colours.push(pixels);
          return Promise.resolve(this.ultralight);
        },
      },
      aligned: emptyFace(),
      landmarker: {
        side: 64,
        locate: (picture) => {
          this.looks.push(picture);
          return Promise.resolve(this.points);
        },
      },
      eyes: {
        side: 24,
        closedness: (picture) => {
          this.eyes.push(picture);
          return Promise.resolve(this.closedness);
        },
      },
      scene: this.#scene,
      liveness: {
        read: (pixels, face) => {
          this.livenessLooks.push({ pixels, face });
          return Promise.resolve(this.liveShare);
        },
      },
      findPattern: (grey, face) => {
        this.patternLooks.push({ grey, face });
        return this.patternDb;
      },
      embedder: {
        origin: ORIGIN,
        minLength: MIN_LENGTH,
        embed: (face) => {
          this.embedded.push(face);
          return Promise.resolve(this.raw);
        },
      },
    };
  }
}
