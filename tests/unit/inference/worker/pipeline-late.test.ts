/** Nobody waits for OpenCV who can do without it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../../../../src/core/fault';
import { Parts, SETTINGS } from './made-up-parts';

const FACE = { x: 110, y: 70, width: 100, height: 100 };
const HAAR = { ...SETTINGS, kind: 'haar' } as const;

let parts: Parts;

beforeEach(() => {
  parts = new Parts();
  parts.haar = [FACE];
  parts.ultralight = [FACE];
  parts.raw = Float32Array.of(6, 0, 8);
});

describe('while OpenCV starts', () => {
  beforeEach(() => {
    parts.isHaarSettled = false;
  });

  it('UltraLight looks in place of Haar', async () => {
    expect(await parts.analyse({ settings: HAAR, search: { kind: 'scan', part: 0 } })).toMatchObject({ kind: 'posed' });
    expect([parts.greys.length, parts.colours.length]).toEqual([0, 1]);
  });

  it('a face that is to be embedded by Haar alone waits for it', async () => {
    expect(await parts.analyse({ task: 'embed', settings: HAAR })).toMatchObject({ kind: 'embedded' });
    expect([parts.greys.length, parts.colours.length]).toEqual([1, 0]);
  });
});

describe('once OpenCV has started', () => {
  it('Haar looks', async () => {
    await parts.analyse({ settings: HAAR });
    expect([parts.greys.length, parts.colours.length]).toEqual([1, 0]);
  });

  it('what failed is said, whatever was to be done with the frame', async () => {
    parts.haarFault = new Fault('asset-missing', 'opencv.wasm');
    for (const task of ['pose', 'embed'] as const) {
      await expect(parts.analyse({ task, settings: HAAR })).rejects.toMatchObject({ code: 'asset-missing', detail: 'opencv.wasm' });
    }
    expect(await parts.analyse({ task: 'embed' })).toMatchObject({ kind: 'embedded' });
  });
});
