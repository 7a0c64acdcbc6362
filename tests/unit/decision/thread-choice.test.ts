/** How many threads are best: what is tried, what is chosen, and what is believed of what was kept. */
import { describe, expect, it } from 'vitest';
import { chooseThreads, parseThreadChoice, threadCandidates, writeThreadChoice } from '../../../src/decision/thread-choice';

it.each([
  [1, []],
  [2, []],
  [3, [1, 2]],
  [4, [1, 2, 3]],
  [5, [1, 2, 3, 4]],
  [64, [1, 2, 3, 4]],
])('on %i cores %j are tried', (cores, counts) => {
  expect(threadCandidates(cores, true)).toEqual(counts);
});

it('tries nothing without shared memory', () => {
  expect(threadCandidates(8, false)).toEqual([]);
});

describe('the choice', () => {
  const choose = (...medians: [number, number][]): number => chooseThreads(new Map(medians.map(([threads, ms]) => [threads, [[ms]]]))).threads;

  it('is the fastest where that is worth its threads', () => {
    expect(choose([1, 40], [2, 30], [3, 20])).toBe(3);
    expect(choose([1, 40], [2, 30], [3, 45])).toBe(2);
  });

  it('is the least count that takes a tenth longer at most', () => {
    expect(choose([1, 40], [2, 22], [3, 20])).toBe(2);
    expect(choose([1, 40], [2, 22.1], [3, 20])).toBe(3);
    expect(choose([3, 20], [2, 21], [1, 20.5])).toBe(1);
  });

  it('rests on the median of the better turn', () => {
    const { threads, timings } = chooseThreads(
      new Map([
        [2, [[9, 90, 90], [8, 10, 500]]],
        [1, [[50, 30, 20], [31, 31, 31]]],
      ]),
    );
    expect(timings).toEqual([{ threads: 1, medianMs: 30 }, { threads: 2, medianMs: 10 }]);
    expect(threads).toBe(2);
  });
});

describe('what was kept', () => {
  const CHOICE = { threads: 2, timings: [{ threads: 1, medianMs: 30 }, { threads: 2, medianMs: 10.5 }] };
  const KEY = '4 /workers/vision-worker-a.js';

  it('is read again where it holds', () => {
    expect(parseThreadChoice(writeThreadChoice(CHOICE, KEY), KEY)).toEqual(CHOICE);
  });

  it('is nothing elsewhere', () => {
    expect(parseThreadChoice(writeThreadChoice(CHOICE, KEY), '3 /workers/vision-worker-a.js')).toBeNull();
    expect(parseThreadChoice(writeThreadChoice(CHOICE, KEY), '4 /workers/vision-worker-b.js')).toBeNull();
  });

  it.each([
    null,
    '',
    '{',
    'null',
    '[]',
    JSON.stringify({ key: KEY, threads: 2 }),
    JSON.stringify({ key: KEY, threads: 2, timings: 'fast' }),
    JSON.stringify({ key: KEY, threads: 3, timings: CHOICE.timings }),
    JSON.stringify({ key: KEY, threads: 9, timings: [{ threads: 9, medianMs: 1 }] }),
    JSON.stringify({ key: KEY, threads: 1.5, timings: [{ threads: 1.5, medianMs: 1 }] }),
    JSON.stringify({ key: KEY, threads: 0, timings: [{ threads: 0, medianMs: 1 }] }),
    JSON.stringify({ key: KEY, threads: 2, timings: [{ threads: 2, medianMs: null }] }),
    JSON.stringify({ key: KEY, threads: 2, timings: [null, { threads: '2', medianMs: 3 }] }),
  ])('is nothing where it makes no sense: %s', (text) => {
    expect(parseThreadChoice(text, KEY)).toBeNull();
  });
});
