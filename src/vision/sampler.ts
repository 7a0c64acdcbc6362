/** Reads colours of a frame between its pixels, whatever its format; only what is asked for is ever converted to RGB. */
import { clamp } from './clamp';
import type { FramePixels, RgbaFrame, YuvColour, YuvFrame } from './pixels';

/**
 * Writes red, green and blue (0..255, not rounded) of the frame at each (xs[i], ys[i]) to `into` from `at` on, one colour
 * after the other. A whole line at a time: coordinates that go from function to function one by one become garbage.
 */
export type Sampler = (xs: Float64Array, ys: Float64Array, into: Float32Array, at: number) => void;

/** A bilinear sampler. What lies beyond the frame's edge is black, as in OpenCV's warpAffine. */
export function samplerOf(frame: FramePixels): Sampler {
  return frame.kind === 'yuv' ? yuvSampler(frame) : rgbaSampler(frame);
}

function rgbaSampler({ width, height, data }: RgbaFrame): Sampler {
  return (xs, ys, into, start) => {
    for (let index = 0, at = start; index < xs.length; index += 1, at += 3) {
      const x = xs[index]!;
      const y = ys[index]!;
      const left = Math.floor(x);
      const top = Math.floor(y);
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
        for (let channel = 0; channel < 3; channel += 1) into[at + channel] = bilinear(data, width, height, 4, channel, x, y, 0);
        continue;
      }
      const across = x - left;
      const down = y - top;
      const upper = (top * width + left) * 4;
      const lower = upper + width * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        const above = data[upper + channel]! * (1 - across) + data[upper + 4 + channel]! * across;
        const below = data[lower + channel]! * (1 - across) + data[lower + 4 + channel]! * across;
        into[at + channel] = above * (1 - down) + below * down;
      }
    }
  };
}

/** Luma coefficients and the weights of chroma per matrix: R = Y + rv·V, G = Y − gu·U − gv·V, B = Y + bu·U. */
const YUV_WEIGHTS = {
  bt601: { rv: 1.402, gu: 0.344136, gv: 0.714136, bu: 1.772 },
  bt709: { rv: 1.5748, gu: 0.187324, gv: 0.468124, bu: 1.8556 },
} as const;

type YuvWeights = (typeof YUV_WEIGHTS)[keyof typeof YUV_WEIGHTS];

function yuvSampler(frame: YuvFrame): Sampler {
  const { width, height, luma, chromaU, chromaV, chromaStep, chromaWidth, colour } = frame;
  const chromaHeight = Math.ceil(height / 2);
  const weights = YUV_WEIGHTS[colour.matrix];
  const { black, lumaGain, chromaGain } = rangeOf(colour);
  return (xs, ys, into, start) => {
    for (let index = 0, at = start; index < xs.length; index += 1, at += 3) {
      const x = xs[index]!;
      const y = ys[index]!;
      const left = Math.floor(x);
      const top = Math.floor(y);
      // A chroma sample sits in the middle of its 2 × 2 pixels.
      const cx = (x + 0.5) / 2 - 0.5;
      const cy = (y + 0.5) / 2 - 0.5;
      const chromaLeft = Math.floor(cx);
      const chromaTop = Math.floor(cy);
      let light: number;
      let u: number;
      let v: number;
      // Chroma ends half a pixel before the luma does, so what is within it is within both.
      if (chromaLeft >= 0 && chromaTop >= 0 && chromaLeft + 1 < chromaWidth && chromaTop + 1 < chromaHeight && left + 1 < width && top + 1 < height) {
        const across = x - left;
        const down = y - top;
        const upper = top * width + left;
        const lower = upper + width;
        const above = luma[upper]! * (1 - across) + luma[upper + 1]! * across;
        const below = luma[lower]! * (1 - across) + luma[lower + 1]! * across;
        light = above * (1 - down) + below * down;
        const chromaAcross = cx - chromaLeft;
        const chromaDown = cy - chromaTop;
        const first = (chromaTop * chromaWidth + chromaLeft) * chromaStep;
        const second = first + chromaStep;
        const third = first + chromaWidth * chromaStep;
        const fourth = third + chromaStep;
        const firstShare = (1 - chromaAcross) * (1 - chromaDown);
        const secondShare = chromaAcross * (1 - chromaDown);
        const thirdShare = (1 - chromaAcross) * chromaDown;
        const fourthShare = chromaAcross * chromaDown;
        u = chromaU[first]! * firstShare + chromaU[second]! * secondShare + chromaU[third]! * thirdShare + chromaU[fourth]! * fourthShare;
        v = chromaV[first]! * firstShare + chromaV[second]! * secondShare + chromaV[third]! * thirdShare + chromaV[fourth]! * fourthShare;
        u = (u - 128) * chromaGain;
        v = (v - 128) * chromaGain;
      } else {
        light = bilinear(luma, width, height, 1, 0, x, y, black);
        const nearX = clamp(cx, chromaWidth - 1);
        const nearY = clamp(cy, chromaHeight - 1);
        // Beyond the edge a colour fades to black with the light.
        const fade = insideShare(x, width) * insideShare(y, height) * chromaGain;
        u = (bilinear(chromaU, chromaWidth, chromaHeight, chromaStep, 0, nearX, nearY, 128) - 128) * fade;
        v = (bilinear(chromaV, chromaWidth, chromaHeight, chromaStep, 0, nearX, nearY, 128) - 128) * fade;
      }
      light = (light - black) * lumaGain;
      writeRgb(light, u, v, weights, into, at);
    }
  };
}

/**
 * A sampler for the middle between four pixels, where a frame that is halved is read and nowhere else: there each
 * pixel counts a quarter, and the chroma is one sample. It gives what the bilinear one does, in less time.
 */
export function halvingSamplerOf({ width, luma, chromaU, chromaV, chromaStep, chromaWidth, colour }: YuvFrame): Sampler {
  const weights = YUV_WEIGHTS[colour.matrix];
  const { black, lumaGain, chromaGain } = rangeOf(colour);
  return (xs, ys, into, start) => {
    for (let index = 0, at = start; index < xs.length; index += 1, at += 3) {
      const x = xs[index]!;
      const y = ys[index]!;
      const upper = (y - 0.5) * width + x - 0.5;
      const lower = upper + width;
      const chroma = (((y - 0.5) / 2) * chromaWidth + (x - 0.5) / 2) * chromaStep;
      const light = ((luma[upper]! + luma[upper + 1]! + luma[lower]! + luma[lower + 1]!) / 4 - black) * lumaGain;
      const u = (chromaU[chroma]! - 128) * chromaGain;
      const v = (chromaV[chroma]! - 128) * chromaGain;
      writeRgb(light, u, v, weights, into, at);
    }
  };
}

/** What is black, and the factors to the full range. */
function rangeOf({ isLimitedRange }: YuvColour): { black: number; lumaGain: number; chromaGain: number } {
  return isLimitedRange ? { black: 16, lumaGain: 255 / 219, chromaGain: 255 / 224 } : { black: 0, lumaGain: 1, chromaGain: 1 };
}

/** Writes the colour of brightness `light` (0..255) and of chroma around 0. */
function writeRgb(light: number, u: number, v: number, { rv, gu, gv, bu }: YuvWeights, into: Float32Array, at: number): void {
  into[at] = toByteRange(light + rv * v);
  into[at + 1] = toByteRange(light - gu * u - gv * v);
  into[at + 2] = toByteRange(light + bu * u);
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
  if (left < -1 || top < -1 || left >= width || top >= height) return outside;
  const hasLeft = left >= 0;
  const hasRight = left + 1 < width;
  const upper = (top * width + left) * step + channel;
  const lower = upper + width * step;
  const isUpperIn = top >= 0;
  const isLowerIn = top + 1 < height;
  const aboveLeft = hasLeft && isUpperIn ? data[upper]! : outside;
  const aboveRight = hasRight && isUpperIn ? data[upper + step]! : outside;
  const belowLeft = hasLeft && isLowerIn ? data[lower]! : outside;
  const belowRight = hasRight && isLowerIn ? data[lower + step]! : outside;
  const above = aboveLeft * (1 - across) + aboveRight * across;
  const below = belowLeft * (1 - across) + belowRight * across;
  return above * (1 - down) + below * down;
}

function toByteRange(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

/** How much of a pixel at `position` between two pixels comes from within 0 … size − 1. */
function insideShare(position: number, size: number): number {
  return Math.max(0, Math.min(1, 1 + position, size - position));
}
