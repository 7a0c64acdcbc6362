/** A face that somebody chose is judged in place of the most prominent one. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Box } from '../../../../src/core/geometry';
import { Parts, SETTINGS } from './made-up-parts';

const MIDDLE: Box<'frame'> = { x: 110, y: 70, width: 100, height: 100 };
const LEFT: Box<'frame'> = { x: 10, y: 20, width: 90, height: 90 };

let parts: Parts;

beforeEach(() => {
  parts = new Parts();
  parts.haar = [MIDDLE, LEFT];
  parts.ultralight = [MIDDLE, LEFT];
  parts.raw = Float32Array.of(6, 0, 8);
});

describe.each(['haar', 'ultralight'] as const)('with %s', (kind) => {
  const settings = { ...SETTINGS, kind };

  it('the face at the point is judged, and without one the most prominent', async () => {
    const chosen = await parts.analyse({ task: 'embed', settings, at: { x: 50, y: 60 } });
    expect(chosen).toMatchObject({ kind: 'embedded', faces: { judged: 1 }, box: LEFT });
    for (const at of [null, undefined]) {
      const outcome = await parts.analyse({ task: 'embed', settings, ...(at === undefined ? {} : { at }) });
      expect(outcome).toMatchObject({ kind: 'embedded', faces: { judged: 0 }, box: MIDDLE });
    }
  });

  it('the chosen one has no rivals, since it is plain who is meant', async () => {
    expect(await parts.analyse({ settings, at: { x: 50, y: 60 } })).toMatchObject({ quality: { rivalShare: 0 } });
    const { quality } = (await parts.analyse({ settings })) as { quality: { rivalShare: number } };
    expect(quality.rivalShare).toBeGreaterThan(0.8);
  });

  it('a point is of no use where there is no face', async () => {
    Object.assign(parts, { haar: [], ultralight: [] });
    expect(await parts.analyse({ task: 'embed', settings, at: { x: 50, y: 60 } })).toMatchObject({ kind: 'no-face', faces: { judged: -1 } });
  });
});
