import { describe, expect, it } from 'vitest';
import { cosineOf, lengthOf, normalise, templateOf } from '../../../src/core/embedding';

const vector = (...values: number[]): Float32Array => Float32Array.from(values);

describe('normalise', () => {
  it('keeps the direction and makes the length one', () => {
    const embedding = normalise(vector(3, 4));
    expect([...embedding]).toEqual([Math.fround(0.6), Math.fround(0.8)]);
    expect(lengthOf(embedding)).toBeCloseTo(1, 6);
  });

  it.each([[vector(0, 0)], [vector(Number.NaN, 1)], [vector(Infinity, 1)]])('refuses %s', (broken) => {
    expect(() => normalise(broken)).toThrow(RangeError);
  });
});

describe('cosineOf', () => {
  it('is 1 for the same, −1 for the opposite, 0 for a right angle', () => {
    const east = normalise(vector(2, 0));
    expect(cosineOf(east, normalise(vector(7, 0)))).toBe(1);
    expect(cosineOf(east, normalise(vector(-1, 0)))).toBe(-1);
    expect(cosineOf(east, normalise(vector(0, 3)))).toBe(0);
  });

  it('refuses embeddings of two networks', () => {
    expect(() => cosineOf(normalise(vector(1)), normalise(vector(1, 0)))).toThrow(/1 numbers with 2/);
  });
});

describe('templateOf', () => {
  it('is the normalised mean', () => {
    const template = templateOf([normalise(vector(1, 0)), normalise(vector(0, 1))]);
    expect(template[0]).toBeCloseTo(Math.SQRT1_2, 6);
    expect(template[1]).toBeCloseTo(Math.SQRT1_2, 6);
  });

  it('refuses none, mixed networks, and samples that cancel out', () => {
    expect(() => templateOf([])).toThrow(RangeError);
    expect(() => templateOf([normalise(vector(1, 0)), normalise(vector(1))])).toThrow(RangeError);
    expect(() => templateOf([normalise(vector(1, 0)), normalise(vector(-1, 0))])).toThrow(RangeError);
  });
});
