/** What the liveness network is shown. */
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/core/geometry';
import type { InputSpec } from '../../../src/core/manifest';
import { livenessCropOf, livenessInput } from '../../../src/vision/liveness-crop';
import { rgbaOf } from '../../support/made-up-frames';

const FRAME = { width: 640, height: 480 };

describe('the crop', () => {
  it('is a square of 2.7 times the height of the face, around its middle', () => {
    expect(livenessCropOf({ x: 280, y: 200, width: 60, height: 80 }, FRAME)).toEqual({ x: 202, y: 132, width: 216, height: 216 });
  });

  it.each<[string, Box<'frame'>, Partial<Box<'frame'>>]>([
    ['left and top', { x: 5, y: 5, width: 60, height: 80 }, { x: 0, y: 0 }],
    ['right and bottom', { x: 600, y: 420, width: 60, height: 80 }, { x: 640 - 216, y: 480 - 216 }],
  ])('is moved into the frame at the %s', (_, face, wanted) => {
    expect(livenessCropOf(face, FRAME)).toMatchObject({ ...wanted, width: 216, height: 216 });
  });

  it('is no larger than the frame', () => {
    expect(livenessCropOf({ x: 200, y: 100, width: 180, height: 240 }, FRAME)).toEqual({ x: 50, y: 0, width: 480, height: 480 });
    expect(livenessCropOf({ x: 10, y: 100, width: 180, height: 240 }, { width: 240, height: 640 })).toEqual({ x: 0, y: 100, width: 240, height: 240 });
  });
});

describe('the input', () => {
  const BGR: InputSpec = { shape: [1, 3, 4, 4], colour: 'BGR', mean: [0, 0, 0], deviation: [1, 1, 1] };
  const frame = rgbaOf(16, 8, (x, y) => [x * 10, y * 20, 7]);

  it('is brought to the size of the network: blue, green, red, 0 to 255', () => {
    const tensor = livenessInput(frame, { x: 4, y: 0, width: 8, height: 4 }, BGR, new Float32Array(48));
    expect([...tensor.subarray(0, 16)]).toEqual(new Array(16).fill(7));
    expect([...tensor.subarray(16, 32)]).toEqual([0, 0, 0, 0, 20, 20, 20, 20, 40, 40, 40, 40, 60, 60, 60, 60]);
    expect([...tensor.subarray(32, 36)]).toEqual([45, 65, 85, 105]);
  });

  it('follows the network: its colours, mean and deviation', () => {
    const tensor = livenessInput(frame, { x: 4, y: 0, width: 8, height: 4 }, { ...BGR, colour: 'RGB', mean: [5, 0, 7], deviation: [10, 1, 2] }, new Float32Array(48));
    expect([...tensor.subarray(0, 4)]).toEqual([4, 6, 8, 10]);
    expect([...tensor.subarray(32, 48)]).toEqual(new Array(16).fill(0));
  });

  it('repeats the frame at its edges, in the tensor it was lent', () => {
    const tensor = new Float32Array(48).fill(-1);
    expect(livenessInput(rgbaOf(8, 8, () => [90, 80, 70]), { x: 0, y: 0, width: 2, height: 2 }, BGR, tensor)).toBe(tensor);
    expect([...tensor]).toEqual([...new Array<number>(16).fill(70), ...new Array<number>(16).fill(80), ...new Array<number>(16).fill(90)]);
  });
});
