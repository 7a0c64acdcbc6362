/** Nobody waits for OpenCV who can do without it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../../../../src/core/fault';
import { MIN_LENGTH, Parts, SETTINGS } from './made-up-parts';

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

  it('UltraLight looks for a face that is to be embedded, too, where it may', async () => {
    expect(await parts.analyse({ task: 'embed', settings: HAAR, orExact: true })).toMatchObject({ kind: 'embedded' });
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

describe('a face that Haar follows', () => {
  const FOLLOWED = { task: 'embed', settings: HAAR, search: { kind: 'follow', boxes: [FACE], reach: 1.5, part: null }, orExact: true } as const;

  it('is not looked for by UltraLight', async () => {
    expect(await parts.analyse(FOLLOWED)).toMatchObject({ kind: 'embedded' });
    expect([parts.greys.length, parts.colours.length]).toEqual([1, 0]);
  });

  it('and misses is found by UltraLight in the same frame, and held to UltraLight’s limits', async () => {
    parts.haar = [];
    parts.raw = Float32Array.of(MIN_LENGTH.ultralight, 0, 0);
    expect(await parts.analyse(FOLLOWED)).toMatchObject({ kind: 'embedded' });
    expect(parts.stages).toEqual(['watch', 'detect', 'find', 'landmarks', 'align', 'embed']);
    parts.haar = [FACE];
    expect(await parts.analyse(FOLLOWED)).toMatchObject({ kind: 'rejected', minLength: MIN_LENGTH.haar });
  });

  it('and misses stays missed where Haar is alone, or both miss it', async () => {
    parts.haar = [];
    expect(await parts.analyse({ ...FOLLOWED, orExact: false })).toMatchObject({ kind: 'no-face' });
    parts.ultralight = [];
    expect(await parts.analyse(FOLLOWED)).toMatchObject({ kind: 'no-face' });
  });
});
