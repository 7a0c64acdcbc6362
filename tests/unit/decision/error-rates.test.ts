/** Error rates of a few scores that can be counted by hand. */
import { describe, expect, it } from 'vitest';
import { aucOf, eerOf, farAt, frrAt, ratePoints, tarAtFar, thresholdAtFar } from '../../../src/decision/error-rates';
import { histogramOf, setsOf } from './score-sets';

/** One genuine pair below one impostor pair. */
const SETS = setsOf([0.9, 0.8, 0.7, 0.3], [0.4, 0.2, 0.1, 0]);

describe('farAt and frrAt', () => {
  it('count what a threshold lets pass and what it refuses; a score at the threshold passes', () => {
    expect(farAt(SETS, 0.4)).toBe(0.25);
    expect(farAt(SETS, 0.41)).toBe(0);
    expect(frrAt(SETS, 0.3)).toBe(0);
    expect(frrAt(SETS, 0.31)).toBe(0.25);
  });

  it('count a failed image as refused, at any threshold', () => {
    const sets = { genuine: histogramOf([0.9, 0.8, 0.7], 1), impostor: histogramOf([0.4], 3) };
    expect(frrAt(sets, -1)).toBe(0.25);
    expect(farAt(sets, -1)).toBe(0.25);
  });
});

describe('thresholdAtFar and tarAtFar', () => {
  it('find the lowest threshold that keeps the rate', () => {
    expect(thresholdAtFar(SETS, 0.25)).toBe(0.2001);
    expect(tarAtFar(SETS, 0.25)).toBe(1);
    expect(thresholdAtFar(SETS, 0.1)).toBe(0.4001);
    expect(tarAtFar(SETS, 0.1)).toBe(0.75);
  });

  it('find a threshold above impostors that score 1', () => {
    expect(thresholdAtFar(setsOf([1], [1]), 0)).toBe(1.0001);
  });
});

describe('eerOf', () => {
  it('is where both rates are equal', () => {
    expect(eerOf(SETS)).toBe(0.25);
  });

  it('is 0 where a threshold separates all, 1 where everything is the wrong way round', () => {
    expect(eerOf(setsOf([0.9, 0.8], [0.1, 0.2]))).toBe(0);
    expect(eerOf(setsOf([0.1], [0.9]))).toBe(1);
  });

  it('lies between the rates where they cross within one step', () => {
    // At 0.5 both are there: FAR falls from 1/2 to 0 while FRR rises from 0 to 1.
    expect(eerOf(setsOf([0.5], [0.5, 0.1]))).toBeCloseTo(1 / 3, 10);
  });

  it('is at least the share of failures', () => {
    expect(eerOf({ genuine: histogramOf([0.9], 1), impostor: histogramOf([0.1, 0.2]) })).toBe(0.5);
  });

  it('is unknown without pairs of both kinds', () => {
    expect(eerOf(setsOf([], [0.1]))).toBeNaN();
    expect(eerOf(setsOf([0.1], []))).toBeNaN();
  });
});

describe('aucOf', () => {
  it('is the share of comparisons of both kinds that the genuine pair wins', () => {
    expect(aucOf(SETS)).toBe(15 / 16);
  });

  it('counts a draw half', () => {
    expect(aucOf(setsOf([0.5], [0.5]))).toBe(0.5);
  });

  it('puts rejections below every score', () => {
    expect(aucOf({ genuine: histogramOf([0.5], 1), impostor: histogramOf([0.1], 1) })).toBe((1 + 1 + 0 + 0.5) / 4);
  });

  it('is unknown without pairs of both kinds', () => {
    expect(aucOf(setsOf([0.5], []))).toBeNaN();
  });
});

describe('ratePoints', () => {
  it('run from everything accepted to nothing accepted, one for each change', () => {
    const points = ratePoints(SETS);
    expect(points[0]).toEqual({ threshold: -1, far: 1, frr: 0 });
    expect(points.at(-1)).toMatchObject({ far: 0, frr: 1 });
    expect(points).toHaveLength(9);
  });
});
