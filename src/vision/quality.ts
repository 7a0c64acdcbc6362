/** Measures the picture of a face. What is good enough is decided elsewhere. */
import type { Box, Point, Size } from '../core/geometry';
import type { FaceQuality } from '../core/quality';
import { ALIGNED_SIDE, type AlignedFace } from './align';
import { headPoseOf } from './head-pose';

/** The part of the aligned crop that is face in every pose: no hair, no background. Pixels, from and to. */
const FACE = { left: 24, right: 88, top: 34, bottom: 104 } as const;
const FACE_PIXELS = (FACE.right - FACE.left) * (FACE.bottom - FACE.top);

export interface MeasuredFace {
  /** Square around the face, in Haar's size. */
  readonly box: Box<'frame'>;
  readonly landmarks: readonly Point<'frame'>[];
  readonly aligned: AlignedFace;
  readonly frame: Size;
  /** The other faces in the frame. */
  readonly others: readonly Box<'frame'>[];
}

/** What the face is like. */
export function measureQuality({ box, landmarks, aligned, frame, others }: MeasuredFace): FaceQuality {
  const luma = lumaOf(aligned);
  const light = statisticsOf(luma);
  return {
    ...headPoseOf(landmarks),
    facePx: box.width,
    sharpness: light.contrast > 0 ? laplacianDeviation(luma) / light.contrast : 0,
    brightness: light.brightness,
    contrast: light.contrast,
    sideLight: light.sideLight,
    insideShare: insideShareOf(box, frame),
    rivalShare: Math.max(0, ...others.map(({ width }) => width)) / box.width,
  };
}

/** Rec. 601 luma of the aligned face. */
function lumaOf(aligned: AlignedFace): Float32Array {
  const luma = new Float32Array(ALIGNED_SIDE * ALIGNED_SIDE);
  for (let at = 0; at < luma.length; at += 1) {
    luma[at] = 0.299 * aligned[at * 3]! + 0.587 * aligned[at * 3 + 1]! + 0.114 * aligned[at * 3 + 2]!;
  }
  return luma;
}

function statisticsOf(luma: Float32Array): { brightness: number; contrast: number; sideLight: number } {
  const middle = (FACE.left + FACE.right) / 2;
  const [left, right] = [sumsOf(luma, FACE.left, middle), sumsOf(luma, middle, FACE.right)];
  const sum = left.sum + right.sum;
  const brightness = sum / FACE_PIXELS;
  return {
    brightness,
    contrast: Math.sqrt(Math.max(0, (left.squares + right.squares) / FACE_PIXELS - brightness * brightness)),
    sideLight: sum > 0 ? (right.sum - left.sum) / sum : 0,
  };
}

/** Of the face's pixels between two columns. */
function sumsOf(luma: Float32Array, left: number, right: number): { sum: number; squares: number } {
  let [sum, squares] = [0, 0];
  for (let row: number = FACE.top; row < FACE.bottom; row += 1) {
    for (let at = row * ALIGNED_SIDE + left; at < row * ALIGNED_SIDE + right; at += 1) {
      const value = luma[at]!;
      sum += value;
      squares += value * value;
    }
  }
  return { sum, squares };
}

/** Standard deviation of what each pixel differs from its four neighbours by: fine detail, which blur takes away. */
function laplacianDeviation(luma: Float32Array): number {
  let [sum, squares] = [0, 0];
  for (let row: number = FACE.top; row < FACE.bottom; row += 1) {
    for (let at = row * ALIGNED_SIDE + FACE.left; at < row * ALIGNED_SIDE + FACE.right; at += 1) {
      const value = (luma[at - 1]! + luma[at + 1]! + luma[at - ALIGNED_SIDE]! + luma[at + ALIGNED_SIDE]!) / 4 - luma[at]!;
      sum += value;
      squares += value * value;
    }
  }
  return Math.sqrt(Math.max(0, squares / FACE_PIXELS - (sum / FACE_PIXELS) ** 2));
}

function insideShareOf({ x, y, width, height }: Box<'frame'>, frame: Size): number {
  const across = Math.min(x + width, frame.width) - Math.max(x, 0);
  const down = Math.min(y + height, frame.height) - Math.max(y, 0);
  return Math.max(0, across) * Math.max(0, down) / (width * height);
}
