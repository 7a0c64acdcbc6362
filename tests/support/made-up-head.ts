/** A head in millimetres that can be turned and photographed from far away. */
import type { Point } from '../../src/core/geometry';
import type { HeadPose } from '../../src/core/quality';

type Spot = readonly [right: number, down: number, near: number];

/**
 * The points that the pose is read from, as `src/vision/head-pose.ts` has them, the lids and inner lips that the alignment
 * needs, and the outline, bridge, chin and lips that the signs of movement are measured by. All other points lie in the
 * middle of the face. The head is its own mirror image.
 */
const HEAD: Readonly<Record<number, Spot>> = {
  0: [-68, -2, -55],
  1: [-67, 16, -52],
  2: [-64, 34, -48],
  8: [0, 112, 8],
  14: [64, 34, -48],
  15: [67, 16, -52],
  16: [68, -2, -55],
  27: [0, 2, 12],
  28: [0, 14, 18],
  30: [0, 38, 30],
  36: [-46, 0, -4],
  37: [-36, -4, 0],
  38: [-27, -4, 0],
  39: [-17, 0, 0],
  40: [-27, 4, 0],
  41: [-36, 4, 0],
  42: [17, 0, 0],
  43: [27, -4, 0],
  44: [36, -4, 0],
  45: [46, 0, -4],
  46: [36, 4, 0],
  47: [27, 4, 0],
  48: [-26, 70, 6],
  51: [0, 64, 14],
  54: [26, 70, 6],
  57: [0, 76, 13],
  60: [-24, 70, 6],
  64: [24, 70, 6],
};
const ELSEWHERE: Spot = [0, 35, 0];

export const AHEAD: HeadPose = { yawDegrees: 0, pitchDegrees: 0, rollDegrees: 0 };

/** Where a point of the head lies on something that shows the head. */
export type Surface = (spot: Spot) => Spot;

const AS_HEAD: Surface = (spot) => spot;

/** A print of the head that looks straight. */
export const SHEET: Surface = ([right, down]) => [right, down, 0];

/** The same print rolled around an upright axis. */
export function rolled(radiusMm: number): Surface {
  return ([right, down]) => [radiusMm * Math.sin(right / radiusMm), down, radiusMm * (Math.cos(right / radiusMm) - 1)];
}

export interface Photograph {
  readonly pixelsPerMm: number;
  /** Where the middle between the eyes would be if the head looked straight. */
  readonly at: Point<'frame'>;
  /** Absent where it is the head itself. */
  readonly on?: Surface;
}

/** The 68 points of the head: tilted first, then nodding, then turned. */
export function photograph(pose: Partial<HeadPose>, { pixelsPerMm, at, on = AS_HEAD }: Photograph): Point<'frame'>[] {
  const { yawDegrees, pitchDegrees, rollDegrees } = { ...AHEAD, ...pose };
  return Array.from({ length: 68 }, (_, index) => {
    let [right, down, near] = on(HEAD[index] ?? ELSEWHERE);
    // Clockwise: what is on the right goes down.
    [right, down] = turned(right, down, rollDegrees);
    // Chin up: what is near goes up.
    [down, near] = turned(down, near, pitchDegrees);
    // To the right: what is near goes right.
    [near, right] = turned(near, right, yawDegrees);
    return { x: at.x + right * pixelsPerMm, y: at.y + down * pixelsPerMm };
  });
}

/** A quarter turn brings the first axis to where the second one was. */
function turned(first: number, second: number, degrees: number): [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [first * Math.cos(angle) - second * Math.sin(angle), first * Math.sin(angle) + second * Math.cos(angle)];
}
