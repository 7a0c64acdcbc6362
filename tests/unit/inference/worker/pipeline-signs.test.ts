/** Whether a frame says how its face moves. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Box } from '../../../../src/core/geometry';
import { measureSigns } from '../../../../src/inference/worker/measure-signs';
import { eyeSquaresOf } from '../../../../src/vision/eye-picture';
import { fingerprintOf, signsOf } from '../../../../src/vision/face-signs';
import { cropGrey } from '../../../../src/vision/landmarks';
import { greyOf } from '../../../../src/vision/pixels';
import { photograph } from '../../../support/made-up-head';
import { Parts, PIXELS } from './made-up-parts';

const FACE: Box<'frame'> = { x: 110, y: 60, width: 90, height: 110 };
const GREY = greyOf(PIXELS);
const LANDMARKS = photograph({}, { pixelsPerMm: 0.5, at: { x: 150, y: 90 } });

let parts: Parts;

beforeEach(() => {
  parts = new Parts();
  Object.assign(parts, { ultralight: [FACE], raw: Float32Array.of(6, 0, 8) });
});

describe('signs', () => {
  it.each(['pose', 'embed'] as const)('are measured where they are wanted (%s)', async (task) => {
    const outcome = await parts.analyse({ task, wantsSigns: true });
    expect(outcome).toMatchObject({ signs: { turn: expect.closeTo(0, 2) as number, eyesClosed: null, fingerprint: fingerprintOf(GREY) } });
    expect(parts.stages).toContain('signs');
    expect(parts.eyes).toEqual([]);
  });

  it('are absent where they are not', async () => {
    for (const task of ['pose', 'embed'] as const) expect(await parts.analyse({ task, wantsEyes: true })).not.toHaveProperty('signs');
    expect(parts.stages).not.toContain('signs');
    expect(parts.eyes).toEqual([]);
  });

  it('need landmarks as good as those of an embedding, also where only the pose is asked for', async () => {
    await parts.analyse({ wantsSigns: true });
    expect(parts.looks).toHaveLength(3);
    parts.looks.length = 0;
    await parts.analyse();
    expect(parts.looks).toHaveLength(1);
  });

  it('have the eyes where those are wanted', async () => {
    expect(await parts.analyse({ wantsSigns: true, wantsEyes: true })).toMatchObject({ signs: { eyesClosed: 0.1 } });
    expect(parts.eyes).toHaveLength(2);
  });
});

describe('measureSigns', () => {
  /** An eye network that gives one number after the other, and keeps what it saw. */
  function watching(...closedness: number[]): { readonly side: number; readonly seen: Float32Array[]; readonly closedness: (picture: Float32Array) => Promise<number> } {
    const seen: Float32Array[] = [];
    return { side: 24, seen, closedness: (picture) => Promise.resolve(closedness[seen.push(picture) - 1]!) };
  }

  it.each([
    [0.9, 0.2],
    [0.2, 0.9],
  ])('takes the eye that looks more open (%d, %d)', async (left, right) => {
    expect((await measureSigns(watching(left, right), GREY, LANDMARKS, true))?.eyesClosed).toBe(0.2);
  });

  it('shows the network both eyes, as large as it reads them', async () => {
    const eyes = watching(0.5, 0.5);
    await measureSigns(eyes, GREY, LANDMARKS, true);
    expect(eyes.seen).toEqual(eyeSquaresOf(LANDMARKS).map((square) => cropGrey(GREY, square, 24)));
    expect(eyes.seen[0]).not.toEqual(eyes.seen[1]);
  });

  it('gives what the landmarks show, and the fingerprint of the frame', async () => {
    expect(await measureSigns(watching(), GREY, LANDMARKS, false)).toEqual({ ...signsOf(LANDMARKS), eyesClosed: null, fingerprint: fingerprintOf(GREY) });
  });

  it('is null of points that are no face, and asks for no eyes then', async () => {
    const eyes = watching();
    expect(await measureSigns(eyes, GREY, LANDMARKS.map(() => ({ x: 9, y: 9 })), true)).toBeNull();
    expect(eyes.seen).toEqual([]);
  });
});
