/** Pictures as plain numbers: what the detector, the landmarks and the alignment read. */

/** One byte per pixel, rows without padding. Its brightness, 0 to 255, is (byte − black) × gain, cut off at both ends. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly black: number;
  readonly gain: number;
}

/** How YUV becomes RGB. */
export interface YuvColour {
  readonly matrix: 'bt601' | 'bt709';
  /** True when black is 16 and white 235, as in most video; false when they are 0 and 255, as in JPEG. */
  readonly isLimitedRange: boolean;
}

/** A frame with half-size chroma planes. A step of 2 means that the two chroma planes are interleaved (NV12). */
export interface YuvFrame {
  readonly kind: 'yuv';
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8Array;
  readonly chromaU: Uint8Array;
  readonly chromaV: Uint8Array;
  readonly chromaStep: 1 | 2;
  /** Samples in a row of a chroma plane. */
  readonly chromaWidth: number;
  readonly colour: YuvColour;
}

/** A frame of four bytes per pixel: red, green, blue, ignored. */
export interface RgbaFrame {
  readonly kind: 'rgba';
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

export type FramePixels = YuvFrame | RgbaFrame;

/** The brightness of a frame: its luma plane itself, not a copy, or Rec. 601 luma of its colours. */
export function greyOf(frame: FramePixels): GreyImage {
  const { width, height } = frame;
  if (frame.kind === 'yuv') {
    const range = frame.colour.isLimitedRange ? { black: 16, gain: 255 / 219 } : { black: 0, gain: 1 };
    return { width, height, data: frame.luma, ...range };
  }
  const grey = new Uint8Array(width * height);
  const { data } = frame;
  for (let i = 0, p = 0; i < grey.length; i += 1, p += 4) {
    // Rec. 601 weights in 1/16384, rounded: the same as OpenCV's cvtColor.
    grey[i] = (data[p]! * 4899 + data[p + 1]! * 9617 + data[p + 2]! * 1868 + 8192) >> 14;
  }
  return { width, height, data: grey, black: 0, gain: 1 };
}

/** Video of limited range strays beyond 16 and 235 by ringing alone; beyond these, it does not. */
const LIMITED = { darkest: 10, brightest: 243 } as const;
/** The share of such pixels from which a frame must be of full range. */
const MIN_STRAY_SHARE = 0.001;
/** One pixel in so many is looked at: a divisor of no camera's width, so that every column has its turn. */
const STRAY_STEP = 7;

/**
 * Guesses the range of a frame that does not say it: cameras that send JPEG fill 0 to 255, and Chromium does not label
 * them. A wrong guess costs little: the embedding of the same face keeps a cosine of 0.995.
 */
export function looksLimited(luma: Uint8Array): boolean {
  let strays = 0;
  for (let at = 0; at < luma.length; at += STRAY_STEP) {
    const value = luma[at]!;
    if (value < LIMITED.darkest || value > LIMITED.brightest) strays += 1;
  }
  return strays * STRAY_STEP < luma.length * MIN_STRAY_SHARE;
}
