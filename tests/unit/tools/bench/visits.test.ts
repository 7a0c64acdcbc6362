/** What the tap's notes come to: starts and visits. */
import { describe, expect, it } from 'vitest';
import { startOf } from '../../../../src/tools/bench/app-bench';
import { growthPercentOf } from '../../../../src/tools/bench/soak';
import { boxesPerSecond, visitsIn } from '../../../../src/tools/bench/visits';

const frame = (atMs: number, hasFace = true) => ({ atMs, hasFace, elapsedMs: 20, kind: 'posed', timings: {} });
const shows = (atMs: number) => ({ atMs, hasFace: true });
const hides = (atMs: number) => ({ atMs, hasFace: false });

describe('visits', () => {
  it('last from appearing to leaving, with what was found meanwhile', () => {
    const presence = [hides(0), shows(1000), hides(3000), shows(5000), hides(6000)];
    const frames = [frame(900), frame(1000), frame(1500, false), frame(2999), frame(3000), frame(5500)];
    const visits = visitsIn({ presence, verdicts: [1800, 4000], frames });
    expect(visits).toEqual([
      { appearedMs: 1000, leftMs: 3000, verdictMs: 800, boxes: 2 },
      { appearedMs: 5000, leftMs: 6000, verdictMs: null, boxes: 1 },
    ]);
    expect(boxesPerSecond(visits)).toBe(1);
  });

  it('have a verdict that comes after the face has left', () => {
    expect(visitsIn({ presence: [hides(0), shows(1000), hides(2000), shows(9000)], verdicts: [2500], frames: [frame(10)] })[0]?.verdictMs).toBe(1500);
  });

  it('are those that were seen from beginning to end', () => {
    expect(visitsIn({ presence: [shows(0), hides(2000), shows(4000)], verdicts: [500], frames: [frame(10)] })).toEqual([]);
    expect(visitsIn({ presence: [hides(0), shows(1000), hides(2000)], verdicts: [], frames: [frame(1500)] })).toEqual([]);
  });

  it('of which there are none have no rate', () => {
    expect(boxesPerSecond([])).toBeNull();
  });
});

describe('a start', () => {
  const tap = { frames: [frame(700), frame(800)], verdicts: [2000, 9000], presence: [], longTasks: [{ atMs: 100, elapsedMs: 70 }, { atMs: 900, elapsedMs: 55 }, { atMs: 2500, elapsedMs: 400 }] };

  it('has its first frame, its first verdict, and the longest task until then', () => {
    expect(startOf(tap)).toEqual({ firstFrameMs: 700, verdictMs: 2000, longestTaskMs: 70 });
  });

  it('has no long task where the browser tells of none', () => {
    expect(startOf({ ...tap, longTasks: [] }).longestTaskMs).toBe(0);
  });

  it('without a verdict is no start', () => {
    expect(() => startOf({ ...tap, verdicts: [] })).toThrow('no verdict');
    expect(() => startOf({ ...tap, frames: [] })).toThrow('no verdict');
  });
});

describe('growth', () => {
  const point = (minutes: number, tabBytes: number) => ({ minutes, memory: { tabBytes, renderersBytes: 500, measuredBytes: null } });

  it('counts from the first minute to the end', () => {
    expect(growthPercentOf([point(0, 100), point(1.01, 200), point(2, 400), point(3, 206)])).toBeCloseTo(3);
  });

  it('is not known in less than two minutes', () => {
    expect(growthPercentOf([point(0, 100), point(1, 200)])).toBeNull();
    expect(growthPercentOf([point(0, 100)])).toBeNull();
  });
});
