/** Where the landmark network looks, and what becomes of its points. */
import { describe, expect, it } from 'vitest';
import type { Box, Point } from '../../../src/core/geometry';
import {
  cropGrey,
  fivePointsOf,
  pointsInFrame,
  squareOfHaar,
  squareOfPoints,
  squareOfUltralight,
} from '../../../src/vision/landmarks';

function expectBox(box: Box<'frame'>, wanted: Box<'frame'>): void {
  for (const key of ['x', 'y', 'width', 'height'] as const) expect(box[key]).toBeCloseTo(wanted[key], 4);
}

describe('the first square', () => {
  it('has the centre of a Haar box and 1.1 of its width', () => {
    expectBox(squareOfHaar({ x: 100, y: 50, width: 200, height: 200 }), { x: 90, y: 40, width: 220, height: 220 });
  });

  it('has the centre of an UltraLight box and its height', () => {
    expectBox(squareOfUltralight({ x: 100, y: 50, width: 80, height: 120 }), { x: 80, y: 50, width: 120, height: 120 });
  });
});

describe('the second square', () => {
  const SQUARE: Box<'frame'> = { x: 90, y: 40, width: 220, height: 220 };
  const POINTS = Array.from({ length: 68 }, (_, index): Point<'frame'> => ({ x: (index * 37) % 101, y: (index * 53) % 89 }));

  it('is the first one when the points lie in it as they should', () => {
    // On a circle: each is as far from the middle as the root of the mean square.
    const output = Float32Array.from({ length: 136 }, (_, at) => {
      const angle = (Math.floor(at / 2) * 2 * Math.PI) / 68;
      return at % 2 === 0 ? 0.504 + 0.276 * Math.cos(angle) : 0.598 + 0.276 * Math.sin(angle);
    });
    expectBox(squareOfPoints(pointsInFrame(output, SQUARE)), SQUARE);
  });

  it('goes where the points go', () => {
    const { x, y, width } = squareOfPoints(POINTS);
    const moved = squareOfPoints(POINTS.map((point) => ({ x: point.x + 30, y: point.y - 12 })));
    expectBox(moved, { x: x + 30, y: y - 12, width, height: width });
  });

  it('grows as the points do', () => {
    const { x, y, width } = squareOfPoints(POINTS);
    const grown = squareOfPoints(POINTS.map((point) => ({ x: point.x * 2.5, y: point.y * 2.5 })));
    expectBox(grown, { x: x * 2.5, y: y * 2.5, width: width * 2.5, height: width * 2.5 });
  });

  it('counts every point, the last one too', () => {
    const astray = [...POINTS.slice(0, 67), { x: 500, y: 500 }];
    expect(squareOfPoints(astray).width).toBeGreaterThan(1.5 * squareOfPoints(POINTS).width);
  });
});

describe('cropGrey', () => {
  const ramp = {
    width: 8,
    height: 8,
    data: Uint8Array.from({ length: 64 }, (_, index) => (index % 8) * 10),
    black: 0,
    gain: 1,
  };

  it('copies pixels where the sizes agree', () => {
    expect([...cropGrey(ramp, { x: 0, y: 0, width: 8, height: 8 }, 8).subarray(0, 8)]).toEqual([0, 10, 20, 30, 40, 50, 60, 70]);
  });

  it('reads between pixels and repeats the edge', () => {
    const crop = cropGrey(ramp, { x: -4, y: 0, width: 16, height: 16 }, 8);
    expect([...crop.subarray(0, 8)]).toEqual([0, 0, 5, 25, 45, 65, 70, 70]);
  });

  it('stretches the brightness of limited range, and cuts off what oversteps it', () => {
    const limited = { width: 4, height: 1, data: Uint8Array.of(0, 16, 126, 250), black: 16, gain: 255 / 219 };
    const crop = cropGrey(limited, { x: 0, y: 0, width: 4, height: 4 }, 4);
    [0, 0, 128.08, 255].forEach((value, index) => expect(crop[index]).toBeCloseTo(value, 2));
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
