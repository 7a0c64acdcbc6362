import { describe, expect, it } from 'vitest';
import { cropGrey, fivePointsOf, landmarkSquare, pointsInFrame } from '../../../src/vision/landmarks';

describe('landmarkSquare', () => {
  it('has the centre of the box and 1.1 of its width', () => {
    const square = landmarkSquare({ x: 100, y: 50, width: 200, height: 200 });
    expect(square.width).toBeCloseTo(220, 10);
    expect(square.x).toBeCloseTo(90, 10);
    expect(square.y).toBeCloseTo(40, 10);
  });
});

describe('cropGrey', () => {
  const ramp = {
    width: 8,
    height: 8,
    data: Uint8Array.from({ length: 64 }, (_, index) => (index % 8) * 10),
  };

  it('copies pixels where the sizes agree', () => {
    expect([...cropGrey(ramp, { x: 0, y: 0, width: 8, height: 8 }, 8).subarray(0, 8)]).toEqual([0, 10, 20, 30, 40, 50, 60, 70]);
  });

  it('reads between pixels and repeats the edge', () => {
    const crop = cropGrey(ramp, { x: -4, y: 0, width: 16, height: 16 }, 8);
    expect([...crop.subarray(0, 8)]).toEqual([0, 0, 5, 25, 45, 65, 70, 70]);
  });
});

describe('points', () => {
  it('come back from fractions of the square to pixels of the frame', () => {
    const output = new Float32Array(136);
    output.set([0.5, 0.25], 2 * 30);
    const points = pointsInFrame(output, { x: 100, y: 200, width: 40, height: 40 });
    expect(points[30]).toEqual({ x: 120, y: 210 });
    expect(fivePointsOf(points)[2]).toEqual({ x: 120, y: 210 });
  });

  it('take an eye from its lids and a corner of the mouth from both lips', () => {
    const points = Array.from({ length: 68 }, (_, index) => ({ x: index, y: 2 * index }));
    expect(fivePointsOf(points)).toEqual([
      { x: 39, y: 78 },
      { x: 45, y: 90 },
      { x: 30, y: 60 },
      { x: 54, y: 108 },
      { x: 59, y: 118 },
    ]);
  });

  it('refuse an output of another network', () => {
    expect(() => pointsInFrame(new Float32Array(10), { x: 0, y: 0, width: 1, height: 1 })).toThrow(RangeError);
  });
});
