/** The rows most like a vector, against the plain way to find them. */
import { describe, expect, it } from 'vitest';
import { bestRows } from '../../../src/core/best-rows';
import { randomNumbers } from '../decision/random-gallery';

function plainBest(numbers: Float32Array, dimensions: number, count: number, vector: Float32Array, limit: number): number[] {
  const product = (row: number): number => vector.reduce((sum, value, i) => sum + value * numbers[row * dimensions + i]!, 0);
  return Array.from({ length: count }, (_, row) => row)
    .sort((a, b) => product(b) - product(a) || a - b)
    .slice(0, limit);
}

describe('bestRows', () => {
  it.each([[0, 5, 3], [1, 5, 3], [3, 1, 3], [4, 2, 4], [7, 3, 2], [50, 9, 60], [203, 16, 20]])('finds them among %d rows of %d numbers, %d of them', (count, dimensions, limit) => {
    const random = randomNumbers(count + dimensions);
    // Longer than the rows in use, as a matrix that has grown.
    const numbers = Float32Array.from({ length: (count + 5) * dimensions }, () => random() - 0.5);
    const vector = Float32Array.from({ length: dimensions }, () => random() - 0.5);
    expect([...bestRows({ rows: { numbers, dimensions, count }, vector, limit })]).toEqual(plainBest(numbers, dimensions, count, vector, limit));
  });

  it('keeps equal rows in their order', () => {
    const numbers = Float32Array.of(1, 2, 1, 2, 2, 1);
    expect([...bestRows({ rows: { numbers, dimensions: 1, count: 6 }, vector: Float32Array.of(1), limit: 4 })]).toEqual([1, 3, 4, 0]);
  });

  it('finds none where none are wanted', () => {
    expect(bestRows({ rows: { numbers: Float32Array.of(1), dimensions: 1, count: 1 }, vector: Float32Array.of(1), limit: 0 })).toHaveLength(0);
  });

  it('refuses a vector of another length', () => {
    const rows = { numbers: Float32Array.of(1, 0), dimensions: 2, count: 1 };
    expect(() => bestRows({ rows, vector: Float32Array.of(1), limit: 1 })).toThrow(RangeError);
  });
});
