/** Reads colours of a frame between its pixels, whatever its format; only what is asked for is ever converted to RGB. */
import type { FramePixels, RgbaFrame, YuvFrame } from './pixels';

/** Writes red, green and blue (0..255, not rounded) of the frame at (x, y) to `into` from `at` on. */
export type Sampler = (x: number, y: number, into: Float32Array, at: number) => void;

/** A bilinear sampler. What lies beyond the frame's edge is black, as in OpenCV's warpAffine. */
export function samplerOf(frame: FramePixels): Sampler {
  return frame.kind === 'yuv' ? yuvSampler(frame) : rgbaSampler(frame);
}

function rgbaSampler({ width, height, data }: RgbaFrame): Sampler {
  return (x, y, into, at) => {
    for (let channel = 0; channel < 3; channel += 1) {
      into[at + channel] = bilinear(data, width, height, 4, channel, x, y, 0);
    }
  };
}

/** Luma coefficients and the weights of chroma per matrix: R = Y + rv·V, G = Y − gu·U − gv·V, B = Y + bu·U. */
const YUV_WEIGHTS = {
  bt601: { rv: 1.402, gu: 0.344136, gv: 0.714136, bu: 1.772 },
  bt709: { rv: 1.5748, gu: 0.187324, gv: 0.468124, bu: 1.8556 },
} as const;

function yuvSampler(frame: YuvFrame): Sampler {
  const { width, height, luma, chromaU, chromaV, chromaStep, chromaWidth, colour } = frame;
  const chromaHeight = Math.ceil(height / 2);
  const { rv, gu, gv, bu } = YUV_WEIGHTS[colour.matrix];
  const black = colour.isLimitedRange ? 16 : 0;
  const lumaGain = colour.isLimitedRange ? 255 / 219 : 1;
  const chromaGain = colour.isLimitedRange ? 255 / 224 : 1;
  return (x, y, into, at) => {
    const light = (bilinear(luma, width, height, 1, 0, x, y, black) - black) * lumaGain;
    // A chroma sample sits in the middle of its 2 × 2 pixels; beyond the edge its colour fades to black with the light.
    const cx = clamp((x + 0.5) / 2 - 0.5, chromaWidth - 1);
    const cy = clamp((y + 0.5) / 2 - 0.5, chromaHeight - 1);
    const fade = insideShare(x, width) * insideShare(y, height) * chromaGain;
    const u = (bilinear(chromaU, chromaWidth, chromaHeight, chromaStep, 0, cx, cy, 128) - 128) * fade;
    const v = (bilinear(chromaV, chromaWidth, chromaHeight, chromaStep, 0, cx, cy, 128) - 128) * fade;
    into[at] = toByteRange(light + rv * v);
    into[at + 1] = toByteRange(light - gu * u - gv * v);
    into[at + 2] = toByteRange(light + bu * u);
  };
}

/** Reads one channel between its pixels; `outside` stands for every pixel beyond the edge. */
function bilinear(
  data: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  step: number,
  channel: number,
  x: number,
  y: number,
  outside: number,
): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const across = x - left;
  const down = y - top;
  const isRowInside = (row: number): boolean => row >= 0 && row < height;
  const read = (column: number, row: number): number =>
    column >= 0 && column < width && isRowInside(row) ? data[(row * width + column) * step + channel]! : outside;
  const above = read(left, top) * (1 - across) + read(left + 1, top) * across;
  const below = read(left, top + 1) * (1 - across) + read(left + 1, top + 1) * across;
  return above * (1 - down) + below * down;
}

function toByteRange(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

function clamp(value: number, max: number): number {
  return value < 0 ? 0 : value > max ? max : value;
}

/** How much of a pixel at `position` between two pixels comes from within 0 … size − 1. */
function insideShare(position: number, size: number): number {
  return Math.max(0, Math.min(1, 1 + position, size - position));
}
