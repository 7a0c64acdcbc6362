/** How many threads the networks run on. */
import { expect, it } from 'vitest';
import { workerName } from '../../../../src/inference/worker-name';
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

it('is what the name of the worker says', () => {
  expect(threadCount(4, true, workerName('vision', 3))).toBe(3);
  expect(threadCount(4, true, workerName('timing', 1))).toBe(1);
  expect(threadCount(4, true, workerName('vision', null))).toBe(2);
});

it.each(['lintel-vision 0', 'lintel-vision 12', 'lintel-vision two', 'vision 3', 'lintel-vision 3 '])('is what it would be without the name “%s”', (name) => {
  expect(threadCount(4, true, name)).toBe(2);
});

it('is one without shared memory, whatever the name', () => {
  expect(threadCount(8, false)).toBe(1);
  expect(threadCount(8, false, workerName('vision', 3))).toBe(1);
});
