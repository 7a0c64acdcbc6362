/** What a frame shows, told by parts made by hand. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { FivePoints } from '../../../../src/core/face';
import type { Box } from '../../../../src/core/geometry';
import type { FrameOutcome } from '../../../../src/inference/protocol';
import { ALIGNED_POINTS, alignFace } from '../../../../src/vision/align';
import { cropGrey, fivePointsOf, pointsInFrame, squareOfHaar, squareOfUltralight } from '../../../../src/vision/landmarks';
import { greyOf } from '../../../../src/vision/pixels';
import { smoothPoints } from '../../../../src/vision/smooth-points';
import { rgbaOf } from '../../../support/made-up-frames';
import { fitSimilarity } from '../../../../src/vision/similarity';
import { FRAME, HEAP, MIN_LENGTH, ORIGIN, Parts, PIXELS, SETTINGS, STRAIGHT } from './made-up-parts';

/** Of the face in the middle. */
const HAAR: Box<'frame'> = { x: 110, y: 70, width: 100, height: 100 };
const EXACT: Box<'frame'> = { x: 118, y: 62, width: 88, height: 116 };
/** Somebody to the left, far away; Haar finds a square there, UltraLight a box. */
const HAAR_LEFT: Box<'frame'> = { x: 10, y: 20, width: 40, height: 40 };
const EXACT_LEFT: Box<'frame'> = { x: 14, y: 16, width: 34, height: 46 };

const HAAR_ALONE = { ...SETTINGS, kind: 'haar' } as const;
const EXACT_ALONE = { ...SETTINGS, kind: 'ultralight' } as const;

let parts: Parts;

beforeEach(() => {
  parts = new Parts();
  parts.haar = [HAAR_LEFT, HAAR];
  parts.ultralight = [EXACT_LEFT, EXACT];
});

async function analysed<K extends FrameOutcome['kind']>(kind: K, change: Parameters<Parts['analyse']>[0]): Promise<Extract<FrameOutcome, { kind: K }>> {
  const outcome = await parts.analyse(change);
  expect(outcome.kind).toBe(kind);
  return outcome as Extract<FrameOutcome, { kind: K }>;
}

describe('the detectors', () => {
  it.each([
    ['haar', 1, 0],
    ['ultralight', 0, 1],
  ] as const)('that look are %s alone', async (kind, haar, ultralight) => {
    await parts.analyse({ settings: { ...SETTINGS, kind } });
    expect([parts.greys.length, parts.colours.length]).toEqual([haar, ultralight]);
    expect(parts.stages.filter((stage) => stage === 'detect')).toHaveLength(haar);
    expect(parts.stages.filter((stage) => stage === 'find')).toHaveLength(ultralight);
  });

  it('are given the frame: Haar its brightness and settings, UltraLight its colours', async () => {
    await parts.analyse({ settings: HAAR_ALONE });
    expect(parts.greys).toEqual([{ grey: greyOf(PIXELS), settings: HAAR_ALONE, where: { kind: 'whole' } }]);
    await parts.analyse({ settings: EXACT_ALONE });
    expect(parts.colours[0]).toBe(PIXELS);
  });

  it('are told where to look: Haar as it is asked', async () => {
    const search = { kind: 'follow', boxes: [HAAR], reach: 1.5, part: 2 } as const;
    await parts.analyse({ settings: HAAR_ALONE, search });
    expect(parts.greys.map(({ where }) => where)).toEqual([search]);
  });

  it('leave the choice to Haar where it is alone', async () => {
    const { faces } = await analysed('posed', { settings: HAAR_ALONE });
    expect(faces).toEqual({ frame: FRAME, boxes: [HAAR_LEFT, HAAR], judged: 1 });
  });

  it('search more finely where Haar is alone, finds nothing, and the photograph is to be embedded', async () => {
    Object.assign(parts, { haar: [], fineHaar: [HAAR], raw: Float32Array.of(6, 0, 8) });
    const { faces } = await analysed('embedded', { task: 'embed', settings: HAAR_ALONE });
    expect(faces.boxes).toEqual([HAAR]);
    expect(parts.greys.map(({ settings }) => settings)).toEqual([HAAR_ALONE, { ...HAAR_ALONE, scaleFactor: 1.05 }]);
    expect(parts.stages.filter((stage) => stage === 'detect')).toHaveLength(1);
  });

  it.each([
    ['the frame is only looked at', { task: 'pose', settings: HAAR_ALONE }],
    ['the search was as fine', { task: 'embed', settings: { ...HAAR_ALONE, scaleFactor: 1.05 } }],
    ['another frame will come', { task: 'embed', settings: HAAR_ALONE, search: { kind: 'scan', part: 0 } }],
  ] as const)('do not search twice where %s', async (_, input) => {
    parts.haar = [];
    await analysed('no-face', input);
    expect(parts.greys).toHaveLength(1);
  });

  it('draw a square where UltraLight is alone', async () => {
    const { faces } = await analysed('posed', { settings: EXACT_ALONE });
    expect(faces.judged).toBe(1);
    expect(faces.boxes[1]!.width).toBeCloseTo(0.885 * EXACT.height, 6);
    expect(faces.boxes[1]!.height).toBe(faces.boxes[1]!.width);
  });
});

describe('a frame without a face', () => {
  it.each([
    ['Haar finds none, being alone', HAAR_ALONE, [], [EXACT]],
    ['UltraLight finds none, being alone', EXACT_ALONE, [HAAR], []],
  ])('is one where %s', async (_, settings, haar, ultralight) => {
    Object.assign(parts, { haar, ultralight });
    for (const task of ['pose', 'embed'] as const) {
      expect(await parts.analyse({ task, settings })).toEqual({ kind: 'no-face', faces: { frame: FRAME, boxes: [], judged: -1 } });
    }
    expect(parts.looks).toEqual([]);
    expect(parts.embedded).toEqual([]);
  });
});

describe('a face that is not embedded', () => {
  it.each([
    ['Haar', HAAR_ALONE, squareOfHaar(HAAR)],
    ['UltraLight', EXACT_ALONE, squareOfUltralight(EXACT)],
  ])('is looked at once, in the square of %s', async (_, settings, square) => {
    const { quality, points } = await analysed('posed', { settings });
    expect(points).toEqual(fivePointsOf(pointsInFrame(STRAIGHT, square)));
    expect(parts.looks).toEqual([cropGrey(greyOf(PIXELS), square, 64)]);
    expect(parts.embedded).toEqual([]);
    expect(quality.yawDegrees).toBeCloseTo(0, 3);
  });

  it('is measured: its own box in the frame, and how large the others are', async () => {
    const { quality } = await analysed('posed', { settings: HAAR_ALONE });
    expect(quality).toMatchObject({ facePx: 100, insideShare: 1, rivalShare: 0.4 });
    parts.haar = [HAAR];
    expect((await analysed('posed', { settings: HAAR_ALONE })).quality.rivalShare).toBe(0);
  });

  it('goes through its stages in this order', async () => {
    await parts.analyse({ settings: HAAR_ALONE });
    expect(parts.stages.splice(0)).toEqual(['watch', 'detect', 'landmarks', 'align']);
    await parts.analyse({ settings: EXACT_ALONE });
    expect(parts.stages).toEqual(['watch', 'find', 'landmarks', 'align']);
  });
});

describe('an implausible face', () => {
  it.each(['pose', 'embed'] as const)('has points that are no face, and goes no further (%s)', async (task) => {
    parts.points = HEAP;
    const outcome = await analysed('implausible', { task });
    expect(outcome.faces.judged).toBe(1);
    expect(outcome).not.toHaveProperty('quality');
    expect(parts.embedded).toEqual([]);
    expect(parts.stages).not.toContain('align');
  });
});

describe('a rejected face', () => {
  it.each([
    ['haar', MIN_LENGTH.haar],
    ['ultralight', MIN_LENGTH.ultralight],
  ] as const)('has an embedding too short for %s', async (kind, minLength) => {
    const settings = { ...SETTINGS, kind };
    parts.raw = Float32Array.of(0, minLength - 0.01, 0);
    const { faces, quality, embeddingLength, ...rest } = await analysed('rejected', { task: 'embed', settings });
    expect(rest).toEqual({ kind: 'rejected', minLength });
    expect(embeddingLength).toBeCloseTo(minLength - 0.01, 4);
    expect(faces.judged).toBe(1);
    expect(quality.insideShare).toBeCloseTo(1, 10);
    parts.raw = Float32Array.of(0, minLength, 0);
    await analysed('embedded', { task: 'embed', settings });
  });

  it('has an embedding without length, or that is no number', async () => {
    for (const raw of [new Float32Array(3), new Float32Array(3).fill(Number.NaN)]) {
      parts.raw = raw;
      await analysed('rejected', { task: 'embed' });
    }
  });
});

describe('an embedded face', () => {
  beforeEach(() => {
    parts.raw = Float32Array.of(6, 0, 8);
  });

  it('is looked at three times', async () => {
    await analysed('embedded', { task: 'embed' });
    expect(parts.looks).toHaveLength(3);
    expect(parts.stages).toEqual(['watch', 'find', 'landmarks', 'align', 'embed']);
  });

  it('has an embedding of unit length, and tells how long it was and what made it', async () => {
    const { embedding, embeddingLength, origin } = await analysed('embedded', { task: 'embed' });
    expect([...embedding].map((value) => Number(value.toFixed(6)))).toEqual([0.6, 0, 0.8]);
    expect(embeddingLength).toBe(10);
    expect(origin).toEqual(ORIGIN);
  });

  it('has the crop that was embedded, in whole bytes', async () => {
    const { crop, points } = await analysed('embedded', { task: 'embed' });
    const [aligned] = parts.embedded;
    expect(aligned).toEqual(alignFace(PIXELS, points));
    expect(crop).toBeInstanceOf(Uint8Array);
    expect(crop).toHaveLength(112 * 112 * 3);
    expect([...crop]).toEqual([...aligned!].map(Math.round));
    expect(aligned!.some((value) => value % 1 > 0.5)).toBe(true);
  });

  it('has five points within the face, eyes, nose and mouth', async () => {
    const { points } = await analysed('embedded', { task: 'embed' });
    const once = fivePointsOf(pointsInFrame(STRAIGHT, squareOfUltralight(EXACT)));
    // The further looks go elsewhere and count for less than half.
    points.forEach(({ x, y }, index) => expect(Math.hypot(x - once[index]!.x, y - once[index]!.y)).toBeLessThan(0.2 * EXACT.height));
    const { b } = fitSimilarity(points, ALIGNED_POINTS);
    expect(b).toBeCloseTo(0, 1);
  });

  it.each([
    ['Haar', HAAR_ALONE, HAAR],
    ['UltraLight', EXACT_ALONE, EXACT],
  ])('has the box that %s gave', async (_, settings, box) => {
    const { faces, box: given } = await analysed('embedded', { task: 'embed', settings });
    expect(given).toEqual(box);
    expect(faces.judged).toBe(1);
  });
});

describe('the same scene', () => {
  const WATCHING = { settings: HAAR_ALONE, search: { kind: 'scan', part: 0 }, skipsSameScene: true } as const;
  const NOBODY = { kind: 'no-face', faces: { frame: FRAME, boxes: [], judged: -1 } };

  beforeEach(() => {
    parts.haar = [];
  });

  it('is not searched again where that is not wanted, and says so', async () => {
    expect(await parts.analyse(WATCHING)).toEqual(NOBODY);
    parts.haar = [HAAR];
    expect(await parts.analyse(WATCHING)).toEqual({ ...NOBODY, isSameScene: true });
    expect(parts.greys).toHaveLength(1);
    expect(parts.stages).toEqual(['watch', 'detect', 'watch']);
  });

  it('is searched again where it is wanted, and where it has changed', async () => {
    await parts.analyse(WATCHING);
    await parts.analyse({ ...WATCHING, skipsSameScene: false });
    await parts.analyse({ ...WATCHING, pixels: rgbaOf(FRAME.width, FRAME.height, (x, y) => [x < 90 && y < 90 ? 255 : x % 200, y, 0]) });
    expect(parts.greys).toHaveLength(3);
  });

  it('is that of the last frame that was searched everywhere, not of one in which a face was followed', async () => {
    await parts.analyse({ settings: HAAR_ALONE, search: { kind: 'follow', boxes: [HAAR], reach: 1.5, part: null } });
    expect(await parts.analyse(WATCHING)).toEqual(NOBODY);
    parts = new Parts();
    await parts.analyse({ settings: EXACT_ALONE });
    expect(await parts.analyse(WATCHING)).toEqual({ ...NOBODY, isSameScene: true });
  });
});

describe('earlier points', () => {
  it('steady those of this frame, and what is aligned by them; what is measured stays as it was seen', async () => {
    parts.raw = Float32Array.of(6, 0, 8);
    const seen = await analysed('embedded', { task: 'embed' });
    const earlier = { points: seen.points.map(({ x, y }) => ({ x: x + 1, y })) as unknown as FivePoints, elapsedMs: 66 };
    const steadied = await analysed('embedded', { task: 'embed', earlier });
    expect(steadied.points).toEqual(smoothPoints(seen.points, earlier.points, 66));
    expect(steadied.points).not.toEqual(seen.points);
    const wanted = alignFace(PIXELS, steadied.points);
    expect(parts.embedded[1]!.every((value, at) => value === wanted[at])).toBe(true);
    expect(steadied.quality.yawDegrees).toBe(seen.quality.yawDegrees);
  });
});
