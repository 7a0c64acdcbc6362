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
  it('stretches limited range and leaves full range alone', () => {
    expect([...greyOf(yuv(Uint8Array.of(16, 126, 235, 250), true)).data]).toEqual([0, 128, 255, 255]);
    expect([...greyOf(yuv(Uint8Array.of(0, 126, 255), false)).data]).toEqual([0, 126, 255]);
  });

  it('weighs colours as Rec. 601 does', () => {
    const data = Uint8Array.of(255, 0, 0, 9, 0, 255, 0, 9, 0, 0, 255, 9, 255, 255, 255, 9);
    expect([...greyOf({ kind: 'rgba', width: 4, height: 1, data }).data]).toEqual([76, 150, 29, 255]);
  });
});

describe('looksLimited', () => {
  it('is true for video, ringing included, and false once black or white is deeper than video goes', () => {
    const video = Uint8Array.from({ length: 10_000 }, (_, index) => 16 + (index % 220));
    expect(looksLimited(video)).toBe(true);
    video[5] = 0;
    expect(looksLimited(video)).toBe(true);
    expect(looksLimited(video.map((value) => value - 16))).toBe(false);
  });
});
