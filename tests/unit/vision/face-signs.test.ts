/** Each sign answers to one movement of a head, however it is tilted. */
import { describe, expect, it } from 'vitest';
import type { Point } from '../../../src/core/geometry';
import type { HeadPose } from '../../../src/core/quality';
import { fingerprintOf, signsOf } from '../../../src/vision/face-signs';
import { photograph, SHEET, type Surface } from '../../support/made-up-head';
import { greyOf } from '../../../src/vision/pixels';
import { rgbaOf } from '../../support/made-up-frames';

const AT: Point<'frame'> = { x: 320, y: 200 };
type Signs = NonNullable<ReturnType<typeof signsOf>>;

function signsAt(pose: Partial<HeadPose>, pixelsPerMm = 1, on?: Surface): Signs {
  return signsOf(photograph(pose, { pixelsPerMm, at: AT, ...(on !== undefined && { on }) }))!;
}

const REST = signsAt({});

describe('the turn', () => {
  it('is none of a head that looks straight', () => {
    expect(REST.turn).toBeCloseTo(0);
  });

  it('grows with the angle, towards the side of the picture to which the head turns', () => {
    const turns = [-30, -20, -10, 0, 10, 20, 30].map((yawDegrees) => signsAt({ yawDegrees }).turn);
    expect(turns).toEqual([...turns].sort((a, b) => a - b));
    expect(turns[5]).toBeCloseTo(0.18, 2);
    expect(turns[1]).toBeCloseTo(-turns[5]!);
  });

  it('is none of a sheet, however far it is turned, which narrows all the same', () => {
    for (const yawDegrees of [-60, -25, 25, 60]) {
      const sheet = signsAt({ yawDegrees }, 1, SHEET);
      expect(sheet.turn).toBeCloseTo(0);
      expect(sheet.narrowness / signsAt({}, 1, SHEET).narrowness).toBeCloseTo(Math.cos((yawDegrees * Math.PI) / 180));
    }
  });
});

describe('the narrowness', () => {
  it('shrinks by the cosine of the turn', () => {
    for (const yawDegrees of [-30, 15, 30]) {
      expect(signsAt({ yawDegrees }).narrowness / REST.narrowness).toBeCloseTo(Math.cos((yawDegrees * Math.PI) / 180), 2);
    }
  });
});

describe('the nod', () => {
  it('is less with the chin up and more with the chin down, by bridge and by tip of the nose', () => {
    const [up, down] = [signsAt({ pitchDegrees: 15 }), signsAt({ pitchDegrees: -15 })];
    for (const sign of ['nod', 'noseDown'] as const) {
      expect(up[sign]).toBeLessThan(REST[sign] - 0.05);
      expect(down[sign]).toBeGreaterThan(REST[sign] + 0.05);
    }
  });

  it('is hardly changed by a turn', () => {
    const turned = signsAt({ yawDegrees: 25 });
    expect(turned.nod).toBeCloseTo(REST.nod, 2);
    expect(turned.noseDown).toBeCloseTo(REST.noseDown, 2);
  });
});

describe('the size', () => {
  it('grows as the head comes closer, and nothing else does', () => {
    const near = signsAt({}, 1.4);
    expect(near.sizePx).toBeCloseTo(REST.sizePx * 1.4);
    expect(near).toMatchObject({ nod: expect.closeTo(REST.nod) as number, narrowness: expect.closeTo(REST.narrowness) as number, noseDown: expect.closeTo(REST.noseDown) as number });
  });

  it('is in pixels: from eye to eye, and from them to the mouth', () => {
    expect(REST.sizePx).toBeCloseTo(63 + 70, 0);
  });
});

describe('a tilted head', () => {
  // Tilted first and then turned, it is turned about another axis: so only the tilt is tried here.
  it.each([-170, -40, -15, 20, 45, 90])('is measured like one that is upright (%i°)', (rollDegrees) => {
    const tilted = signsAt({ rollDegrees });
    for (const key of Object.keys(REST) as (keyof Signs)[]) expect(tilted[key], key).toBeCloseTo(REST[key]);
  });

  it.each([-30, 25])('is measured like one that is upright when it turns (picture turned by %i°)', (degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const turnedPicture = photograph({ yawDegrees: 22 }, { pixelsPerMm: 1, at: { x: 0, y: 0 } }).map(({ x, y }) => ({
      x: x * Math.cos(angle) - y * Math.sin(angle),
      y: x * Math.sin(angle) + y * Math.cos(angle),
    }));
    const upright = signsAt({ yawDegrees: 22 });
    for (const key of Object.keys(REST) as (keyof Signs)[]) expect(signsOf(turnedPicture)![key], key).toBeCloseTo(upright[key]);
  });
});

describe('no face', () => {
  const FACE = photograph({}, { pixelsPerMm: 1, at: AT });
  const mirrored = (change: (point: Point<'frame'>) => Point<'frame'>): Point<'frame'>[] => FACE.map(change);

  it.each([
    ['in one place', mirrored(() => AT)],
    ['no numbers', mirrored(() => ({ x: Number.NaN, y: Number.NaN }))],
    ['with the mouth above the eyes', mirrored(({ x, y }) => ({ x, y: -y }))],
    ['with the outlines the wrong way round', FACE.map((point, index) => (index <= 16 ? { x: 2 * AT.x - point.x, y: point.y } : point))],
    ['with the chin above the bridge', FACE.map((point, index) => (index === 8 ? { x: AT.x, y: AT.y - 50 } : point))],
  ])('has points %s', (_, points) => {
    expect(signsOf(points)).toBeNull();
  });
});

describe('the fingerprint', () => {
  const frame = (): ReturnType<typeof greyOf> => greyOf(rgbaOf(160, 120, (x, y) => [x, y, (x * y) % 256]));
  const withPixel = (at: number): ReturnType<typeof greyOf> => {
    const grey = frame();
    grey.data[at]! ^= 1;
    return grey;
  };

  it('is the same of the same frame, and a whole number of 32 bits', () => {
    expect(fingerprintOf(frame())).toBe(fingerprintOf(frame()));
    expect(fingerprintOf(frame())).toSatisfy((hash: number) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32);
  });

  it.each([0, 97, 97 * 100])('changes with one bit of one pixel that it reads (%i)', (at) => {
    expect(fingerprintOf(withPixel(at))).not.toBe(fingerprintOf(frame()));
  });

  it('does not read every pixel', () => {
    expect(fingerprintOf(withPixel(1))).toBe(fingerprintOf(frame()));
  });

  it('minds the order of what it reads', () => {
    const grey = frame();
    [grey.data[0], grey.data[97]] = [grey.data[97]!, grey.data[0]!];
    expect(fingerprintOf(grey)).not.toBe(fingerprintOf(frame()));
  });
});
