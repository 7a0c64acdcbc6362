/** Estimates where a head points from its 68 landmarks, with a mean head seen from far away (weak perspective). */
import type { Point } from '../core/geometry';
import type { HeadPose } from '../core/quality';

type Row = readonly [number, number, number];
type Matrix = readonly Row[];

/**
 * Points of the 68 on a mean adult head in millimetres: x to the right of the picture, y down, z towards the camera; the
 * middle between the eyes is the origin. Round numbers from common anthropometry: eyes 63 apart, the tip of the nose 38
 * below them and 30 in front, the corners of the mouth 52 apart and 70 below, the outline beside the eyes 136 wide and
 * 55 behind. The outline is what makes the estimate steady: it lies far behind the nose.
 */
const MEAN_HEAD: Readonly<Record<number, Row>> = {
  0: [-68, -2, -55],
  16: [68, -2, -55],
  27: [0, 2, 12],
  30: [0, 38, 30],
  36: [-46, 0, -4],
  39: [-17, 0, 0],
  42: [17, 0, 0],
  45: [46, 0, -4],
  48: [-26, 70, 6],
  54: [26, 70, 6],
};
const INDICES = Object.keys(MEAN_HEAD).map(Number);

const DEGREES = 180 / Math.PI;

/**
 * The pose.
 * @throws RangeError when the points coincide.
 */
export function headPoseOf(landmarks: readonly Point<'frame'>[]): HeadPose {
  const right = rowOf(INDICES.map((index) => landmarks[index]!.x));
  const down = rowOf(INDICES.map((index) => landmarks[index]!.y));
  const scale = (Math.hypot(...right) + Math.hypot(...down)) / 2;
  if (!(scale > 0)) throw new RangeError('Points that coincide have no pose.');
  // Rows of a turned head: the third column says how far it points away from the camera.
  const yaw = Math.asin(clampUnit(right[2] / scale));
  const pitch = Math.asin(clampUnit(down[2] / scale));
  const roll = Math.atan2(down[0] - right[1], right[0] + down[1]);
  return { yawDegrees: yaw * DEGREES, pitchDegrees: -pitch * DEGREES, rollDegrees: roll * DEGREES };
}

/** Least squares: the row (a, b, c) for which a·x + b·y + c·z of the mean head comes nearest to `values`, up to a shift. */
function rowOf(values: readonly number[]): Row {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const products: [number, number, number] = [0, 0, 0];
  CENTRED_HEAD.forEach((point, index) => {
    for (let axis = 0; axis < 3; axis += 1) products[axis]! += point[axis]! * (values[index]! - mean);
  });
  return INVERSE.map((row) => row[0] * products[0] + row[1] * products[1] + row[2] * products[2]) as unknown as Row;
}

const CENTRED_HEAD = centred(Object.values(MEAN_HEAD));
const INVERSE = inverseOf(momentsOf(CENTRED_HEAD));

function centred(points: Matrix): Matrix {
  const mean = [0, 1, 2].map((axis) => points.reduce((sum, point) => sum + point[axis]!, 0) / points.length);
  return points.map(([x, y, z]) => [x - mean[0]!, y - mean[1]!, z - mean[2]!]);
}

function momentsOf(points: Matrix): readonly [Row, Row, Row] {
  const moment = (i: number, j: number): number => points.reduce((sum, point) => sum + point[i]! * point[j]!, 0);
  const row = (i: number): Row => [moment(i, 0), moment(i, 1), moment(i, 2)];
  return [row(0), row(1), row(2)];
}

/** Of a symmetric 3 × 3 matrix that has one. */
function inverseOf([[a, b, c], [, d, e], [, , f]]: readonly [Row, Row, Row]): Matrix {
  const determinant = a * (d * f - e * e) - b * (b * f - c * e) + c * (b * e - c * d);
  const k = 1 / determinant;
  return [
    [(d * f - e * e) * k, (c * e - b * f) * k, (b * e - c * d) * k],
    [(c * e - b * f) * k, (a * f - c * c) * k, (b * c - a * e) * k],
    [(b * e - c * d) * k, (b * c - a * e) * k, (a * d - b * b) * k],
  ];
}

function clampUnit(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
