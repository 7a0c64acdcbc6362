/** Measures the signs of movement in the 68 landmarks of a face and in the frame around it. */
import type { Point } from '../core/geometry';
import type { FaceSigns } from '../core/face-signs';
import type { GreyImage } from './pixels';

const LEFT_EYE = [36, 37, 38, 39, 40, 41];
const RIGHT_EYE = [42, 43, 44, 45, 46, 47];
const MOUTH = [48, 51, 54, 57];
const LEFT_OUTLINE = [0, 1, 2];
const RIGHT_OUTLINE = [14, 15, 16];
const BRIDGE = [27, 28];
const BRIDGE_TOP = 27;
const NOSE_TIP = 30;
const CHIN = 8;

/**
 * The signs that landmarks alone show, with the line through the eyes laid level; null where they do not lie as those of
 * a face that looks at the camera, more or less.
 */
export function signsOf(landmarks: readonly Point<'frame'>[]): Omit<FaceSigns, 'eyesClosed' | 'fingerprint'> | null {
  const points = level(landmarks);
  const middle = (indices: readonly number[]): Point<'frame'> => middleOf(points, indices);
  const [leftEye, rightEye, mouth, bridge] = [middle(LEFT_EYE), middle(RIGHT_EYE), middle(MOUTH), middle(BRIDGE)];
  const [left, right] = [middle(LEFT_OUTLINE), middle(RIGHT_OUTLINE)];
  const eyesPx = rightEye.x - leftEye.x;
  const downPx = mouth.y;
  const widthPx = right.x - left.x;
  const heightPx = points[CHIN]!.y - points[BRIDGE_TOP]!.y;
  if (!(eyesPx > 0 && downPx > 0 && widthPx > 0 && heightPx > 0)) return null;
  return {
    turn: (bridge.x - (left.x + right.x) / 2) / widthPx,
    narrowness: eyesPx / downPx,
    nod: (bridge.y - (left.y + right.y) / 2) / heightPx,
    noseDown: points[NOSE_TIP]!.y / downPx,
    sizePx: eyesPx + downPx,
  };
}

/** One pixel in so many is hashed: odd, so that every row gives others. */
const HASH_STEP = 97;

/** FNV-1a over some pixels of the whole frame. */
export function fingerprintOf({ data }: GreyImage): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < data.length; at += HASH_STEP) hash = Math.imul(hash ^ data[at]!, 0x01000193);
  return hash >>> 0;
}

/** Turned so that the eyes are level, with the middle between them at the origin; eyes in one place give no numbers. */
function level(landmarks: readonly Point<'frame'>[]): Point<'frame'>[] {
  const [left, right] = [middleOf(landmarks, LEFT_EYE), middleOf(landmarks, RIGHT_EYE)];
  const [acrossX, acrossY] = [right.x - left.x, right.y - left.y];
  const length = Math.hypot(acrossX, acrossY);
  const [cosine, sine] = [acrossX / length, acrossY / length];
  const [originX, originY] = [(left.x + right.x) / 2, (left.y + right.y) / 2];
  return landmarks.map(({ x, y }) => ({
    x: (x - originX) * cosine + (y - originY) * sine,
    y: (y - originY) * cosine - (x - originX) * sine,
  }));
}

function middleOf(points: readonly Point<'frame'>[], indices: readonly number[]): Point<'frame'> {
  let [x, y] = [0, 0];
  for (const index of indices) {
    x += points[index]!.x / indices.length;
    y += points[index]!.y / indices.length;
  }
  return { x, y };
}
