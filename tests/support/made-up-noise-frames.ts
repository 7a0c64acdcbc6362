/** Frames full of noise, of one size in every format: whatever reads a wrong pixel of them reads a wrong number. */
import type { FramePixels, YuvColour } from '../../src/vision/pixels';
import { noise } from './made-up-assets';
import { interleaved, yuvOf } from './made-up-frames';

const COLOURS: readonly YuvColour[] = [
  { matrix: 'bt601', isLimitedRange: false },
  { matrix: 'bt601', isLimitedRange: true },
  { matrix: 'bt709', isLimitedRange: true },
];

/** Each with a name: RGBA, and I420 and NV12 in every range. */
export function noiseFramesOf(width: number, height: number): (readonly [string, FramePixels])[] {
  const luma = noise(width * height, 3);
  const half = Math.ceil(width / 2);
  const [us, vs] = [noise(half * Math.ceil(height / 2), 5), noise(half * Math.ceil(height / 2), 9)];
  const drawing = {
    lumaAt: (x: number, y: number) => luma[y * width + x]!,
    // Colours faint enough for most sums to stay within 0 and 255, where an error shows.
    uAt: (x: number, y: number) => 104 + us[y * half + x]! / 5,
    vAt: (x: number, y: number) => 104 + vs[y * half + x]! / 5,
  };
  return [
    ['RGBA', { kind: 'rgba', width, height, data: noise(width * height * 4, 13) }],
    ...COLOURS.flatMap((colour) => {
      const planar = yuvOf(width, height, drawing, colour);
      const range = `${colour.matrix}, ${colour.isLimitedRange ? 'limited' : 'full'} range`;
      return [[`I420, ${range}`, planar], [`NV12, ${range}`, interleaved(planar)]] as const;
    }),
  ];
}
