import { describe, expect, it } from 'vitest';
import { greyOf, looksLimited, type YuvFrame } from '../../../src/vision/pixels';

const yuv = (luma: Uint8Array, isLimitedRange: boolean): YuvFrame => ({
  kind: 'yuv',
  width: luma.length,
  height: 1,
  luma,
  chromaU: new Uint8Array(1),
  chromaV: new Uint8Array(1),
  chromaStep: 1,
  chromaWidth: 1,
  colour: { matrix: 'bt601', isLimitedRange },
});

describe('greyOf', () => {
  it('is the luma itself, not a copy, with how to read it', () => {
    const luma = Uint8Array.of(16, 126, 235);
    const limited = greyOf(yuv(luma, true));
    expect(limited.data).toBe(luma);
    expect([...luma].map((value) => Math.round((value - limited.black) * limited.gain))).toEqual([0, 128, 255]);
    expect(greyOf(yuv(luma, false))).toEqual({ width: 3, height: 1, data: luma, black: 0, gain: 1 });
  });

  it('weighs colours as Rec. 601 does', () => {
    const data = Uint8Array.of(255, 0, 0, 9, 0, 255, 0, 9, 0, 0, 255, 9, 255, 255, 255, 9);
    expect(greyOf({ kind: 'rgba', width: 4, height: 1, data })).toEqual({ width: 4, height: 1, data: Uint8Array.of(76, 150, 29, 255), black: 0, gain: 1 });
  });
});

describe('looksLimited', () => {
  it('is true for video, ringing included, and false once black or white is deeper than video goes', () => {
    const video = Uint8Array.from({ length: 10_000 }, (_, index) => 16 + (index % 220));
    expect(looksLimited(video)).toBe(true);
    video[7] = 0;
    expect(looksLimited(video)).toBe(true);
    expect(looksLimited(video.map((value) => value - 16))).toBe(false);
  });

  it('needs a thousandth of what it looks at, wherever that is', () => {
    const withValue = (value: number): Uint8Array => new Uint8Array(7000).fill(value, 6993, 6994).fill(100, 0, 6993).fill(100, 6994);
    for (const within of [10, 243]) expect(looksLimited(withValue(within))).toBe(true);
    for (const stray of [9, 244]) expect(looksLimited(withValue(stray))).toBe(false);
  });
});
