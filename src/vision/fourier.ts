/** The discrete Fourier transform of a small square picture. */

/** Turns side × side numbers, in place, into their spectrum; `side` is a power of two. */
export type SquareTransform = (real: Float64Array, imaginary: Float64Array) => void;

/**
 * A transform that keeps its tables.
 * @throws RangeError when the side is no power of two.
 */
export function createSquareTransform(side: number): SquareTransform {
  const steps = Math.log2(side);
  if (!Number.isInteger(steps)) throw new RangeError(`${side} is no power of two.`);
  const cosines = Float64Array.from({ length: side / 2 }, (_, index) => Math.cos((2 * Math.PI * index) / side));
  const sines = Float64Array.from({ length: side / 2 }, (_, index) => -Math.sin((2 * Math.PI * index) / side));
  const reversed = Uint16Array.from({ length: side }, (_, index) => {
    let bits = 0;
    for (let step = 0; step < steps; step += 1) bits |= ((index >> step) & 1) << (steps - 1 - step);
    return bits;
  });

  /** One row (`stride` 1) or column (`stride` side): Cooley and Tukey, radix 2. */
  function transformLine(real: Float64Array, imaginary: Float64Array, start: number, stride: number): void {
    for (let index = 0; index < side; index += 1) {
      if (reversed[index]! <= index) continue;
      swap(real, start + index * stride, start + reversed[index]! * stride);
      swap(imaginary, start + index * stride, start + reversed[index]! * stride);
    }
    for (let half = 1; half < side; half *= 2) {
      const turn = side / (2 * half);
      for (let first = 0; first < side; first += 2 * half) {
        for (let index = 0; index < half; index += 1) {
          const a = start + (first + index) * stride;
          const b = a + half * stride;
          const cosine = cosines[index * turn]!;
          const sine = sines[index * turn]!;
          const re = real[b]! * cosine - imaginary[b]! * sine;
          const im = real[b]! * sine + imaginary[b]! * cosine;
          real[b] = real[a]! - re;
          imaginary[b] = imaginary[a]! - im;
          real[a] = real[a]! + re;
          imaginary[a] = imaginary[a]! + im;
        }
      }
    }
  }

  return (real, imaginary) => {
    for (let row = 0; row < side; row += 1) transformLine(real, imaginary, row * side, 1);
    for (let column = 0; column < side; column += 1) transformLine(real, imaginary, column, side);
  };
}

function swap(values: Float64Array, a: number, b: number): void {
  const value = values[a]!;
  values[a] = values[b]!;
  values[b] = value;
}
