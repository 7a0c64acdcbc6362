/** Whether a frame says how alive its face looks. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Box } from '../../../../src/core/geometry';
import { pointsInFrame, squareOfHaar, squareOfPoints } from '../../../../src/vision/landmarks';
import { greyOf } from '../../../../src/vision/pixels';
import { Parts, PIXELS, SETTINGS } from './made-up-parts';

const HAAR: Box<'frame'> = { x: 110, y: 70, width: 100, height: 100 };
const EXACT: Box<'frame'> = { x: 118, y: 62, width: 88, height: 116 };

let parts: Parts;

beforeEach(() => {
  parts = new Parts();
  Object.assign(parts, { haar: [HAAR], ultralight: [EXACT], raw: Float32Array.of(6, 0, 8) });
});

describe('liveness', () => {
  it('is read of an embedded face, last, where it is wanted', async () => {
    const outcome = await parts.analyse({ task: 'embed', wantsLiveness: true });
    expect(outcome).toMatchObject({ kind: 'embedded', liveness: { network: 0.75, patternDb: 8 } });
    expect(parts.stages.at(-1)).toBe('liveness');
    expect(parts.livenessLooks).toEqual([{ pixels: PIXELS, face: EXACT }]);
    expect(parts.patternLooks).toEqual([{ grey: greyOf(PIXELS), face: EXACT }]);
  });

  it('is looked for where the landmarks were found where Haar boxed the face', async () => {
    await parts.analyse({ task: 'embed', wantsLiveness: true, settings: { ...SETTINGS, kind: 'haar' } });
    const square = squareOfPoints(pointsInFrame(parts.points, squareOfHaar(HAAR)));
    for (const looks of [parts.livenessLooks, parts.patternLooks]) expect(looks.map(({ face }) => face)).toEqual([square]);
  });

  it.each([
    ['it is not wanted', { task: 'embed' }],
    ['the face is not embedded', { task: 'pose', wantsLiveness: true }],
  ] as const)('is absent where %s', async (_, input) => {
    expect(await parts.analyse(input)).not.toHaveProperty('liveness');
    expect(parts.stages).not.toContain('liveness');
    expect(parts.livenessLooks).toEqual([]);
  });

  it('is absent where the embedding is too short for a face', async () => {
    parts.raw = Float32Array.of(1, 0, 0);
    expect(await parts.analyse({ task: 'embed', wantsLiveness: true })).toMatchObject({ kind: 'rejected' });
    expect(parts.livenessLooks).toEqual([]);
  });
});
