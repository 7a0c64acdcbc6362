/** Looks for a regular pattern in a face: the grid of a screen, or the dots of a print, which no skin has. */
import { type Box, centreOf } from '../core/geometry';
import { clamp } from './clamp';
import { createSquareTransform } from './fourier';
import type { GreyImage } from './pixels';

/** Side of the part that is looked at, in the middle of the face, in pixels of the frame: a grid is lost in a reduced picture. */
const SIDE = 64;
/** Coarser than this, in periods per pixel, features of a face are patterns too. */
const MIN_FREQUENCY = 0.15;
/** A peak is compared with the mean of what is 3 to 5 bins away: nearer, it has smeared itself. */
const RING = { inner: 3, outer: 5 } as const;
/** Amplitude, in grey levels, that a pattern must have: rounding alone makes one of up to 1/π in a soft drawn light. */
const MIN_AMPLITUDE = 0.35;
/** The upright and level edges of JPEG's blocks of 8 pixels, which most cameras send, are a pattern as well. */
const JPEG_BLOCK = 8;

/** Keeps the edges of the part from being seen as a pattern: Hann's window. */
const WINDOW = Float64Array.from({ length: SIDE }, (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / SIDE));
/** Power of a pattern of amplitude 1 in its bin. */
const POWER_OF_ONE = (SIDE / 2) ** 4 / 4;

/** What of the spectrum is looked at: one half, as the other mirrors it, without coarse features and JPEG's own pattern. */
const BINS = Array.from({ length: (SIDE / 2 + 1) * SIDE }, (_, bin) => bin).filter((bin) => {
  const [down, across] = [frequencyOf(Math.floor(bin / SIDE)), frequencyOf(bin % SIDE)];
  const isOfJpeg = (down === 0 || across === 0) && isMultiple(down + across);
  return Math.hypot(down, across) >= MIN_FREQUENCY * SIDE && !isOfJpeg;
});

/** Finds how far the strongest pattern stands out; uses its buffers again. */
export type PatternFinder = (grey: GreyImage, face: Box<'frame'>) => number;

/**
 * A finder that gives, in decibels, how far the strongest regular pattern in the middle of the face stands out of what is
 * around it in the spectrum: 0 where there is none, about 7 to 11 in a photograph of a face, 15 and more with a grid.
 */
export function createPatternFinder(): PatternFinder {
  const transform = createSquareTransform(SIDE);
  const real = new Float64Array(SIDE * SIDE);
  const imaginary = new Float64Array(SIDE * SIDE);
  const power = new Float64Array(SIDE * SIDE);
  return (grey, face) => {
    if (grey.width < SIDE || grey.height < SIDE) return 0;
    cut(grey, face, real);
    imaginary.fill(0);
    transform(real, imaginary);
    for (let bin = 0; bin < power.length; bin += 1) power[bin] = real[bin]! ** 2 + imaginary[bin]! ** 2;
    let most = 1;
    for (const bin of BINS) {
      const own = power[bin]!;
      if (own >= MIN_AMPLITUDE ** 2 * POWER_OF_ONE && isPeak(power, bin)) most = Math.max(most, own / ringMeanOf(power, bin));
    }
    return 10 * Math.log10(most);
  };
}

/** The middle of the face around its mean, fading out at its edges. */
function cut({ width, height, data, gain }: GreyImage, face: Box<'frame'>, into: Float64Array): void {
  const { x, y } = centreOf(face);
  const left = Math.round(clamp(x - SIDE / 2, width - SIDE));
  const top = Math.round(clamp(y - SIDE / 2, height - SIDE));
  let sum = 0;
  for (let row = 0, at = 0; row < SIDE; row += 1) {
    const from = (top + row) * width + left;
    for (let column = 0; column < SIDE; column += 1, at += 1) {
      into[at] = data[from + column]! * gain;
      sum += into[at]!;
    }
  }
  const mean = sum / into.length;
  for (let at = 0; at < into.length; at += 1) into[at] = (into[at]! - mean) * WINDOW[at % SIDE]! * WINDOW[Math.floor(at / SIDE)]!;
}

function isPeak(power: Float64Array, bin: number): boolean {
  for (let down = -1; down <= 1; down += 1) {
    for (let across = -1; across <= 1; across += 1) {
      if (power[neighbourOf(bin, down, across)]! > power[bin]!) return false;
    }
  }
  return true;
}

function ringMeanOf(power: Float64Array, bin: number): number {
  let [sum, count] = [0, 0];
  for (let down = -RING.outer; down <= RING.outer; down += 1) {
    for (let across = -RING.outer; across <= RING.outer; across += 1) {
      if (Math.max(Math.abs(down), Math.abs(across)) < RING.inner) continue;
      sum += power[neighbourOf(bin, down, across)]!;
      count += 1;
    }
  }
  return Math.max(sum / count, Number.EPSILON);
}

/** The spectrum goes on at its other end. */
function neighbourOf(bin: number, down: number, across: number): number {
  const row = (Math.floor(bin / SIDE) + down + SIDE) % SIDE;
  return row * SIDE + ((bin + across + SIDE) % SIDE);
}

/** Periods in the part, negative from the middle of the spectrum on. */
function frequencyOf(index: number): number {
  return index <= SIDE / 2 ? index : index - SIDE;
}

function isMultiple(periods: number): boolean {
  return periods % (SIDE / JPEG_BLOCK) === 0;
}
