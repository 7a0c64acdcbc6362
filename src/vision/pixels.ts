/** Pictures as plain numbers: what the detector, the landmarks and the alignment read. */

/** One byte per pixel, rows without padding. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /**
   * True when black is 16 and white 235, as in most video: networks trained on full-range grey need it stretched, the
   * Haar cascade, which normalises contrast, does not.
   */
  readonly isLimitedRange: boolean;
}

/** How YUV becomes RGB. */
export interface YuvColour {
  readonly matrix: 'bt601' | 'bt709';
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

/** The brightness of a frame: its luma plane as it is, or Rec. 601 luma of its colours. */
export function greyOf(frame: FramePixels): GreyImage {
  const { width, height } = frame;
  if (frame.kind === 'yuv') {
    return { width, height, data: frame.luma, isLimitedRange: frame.colour.isLimitedRange };
  }
  const grey = new Uint8Array(width * height);
  const { data } = frame;
  for (let i = 0, p = 0; i < grey.length; i += 1, p += 4) {
    // Rec. 601 weights in 1/16384, rounded: the same as OpenCV's cvtColor.
    grey[i] = (data[p]! * 4899 + data[p + 1]! * 9617 + data[p + 2]! * 1868 + 8192) >> 14;
  }
  return { width, height, data: grey, isLimitedRange: false };
}
