/** How many threads the networks run on. */
import { expect, it } from 'vitest';
import { threadCount } from '../../../../src/inference/worker/thread-count';

it.each([
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 2],
  [64, 2],
])('on %i cores it is %i', (cores, threads) => {
  expect(threadCount(cores, true)).toBe(threads);
});

it('is one without shared memory', () => {
  expect(threadCount(8, false)).toBe(1);
});
