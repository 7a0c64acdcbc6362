/** Long work in slices: what is short is done at once, what is long lets the screen have its turn. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inSlices } from '../../../src/app/slices';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Work of so many steps, each of which takes this long. */
function* work(steps: number, stepMs: number): Generator<undefined, string> {
  for (let step = 0; step < steps; step += 1) {
    now += stepMs;
    yield;
  }
  return 'done';
}

let now = 0;

beforeEach(() => {
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

describe('inSlices', () => {
  it('does short work at once', async () => {
    const result = inSlices(work(5, 1));
    expect(vi.getTimerCount()).toBe(0);
    expect(await result).toBe('done');
  });

  it('pauses within long work, as often as the screen needs its turn', async () => {
    const pauses = vi.spyOn(globalThis, 'setTimeout');
    const result = inSlices(work(100, 1));
    await vi.runAllTimersAsync();
    expect(await result).toBe('done');
    expect(pauses.mock.calls.length).toBeGreaterThanOrEqual(6);
  });

  it('ends without a result once it is not wanted any more', async () => {
    let isWanted = true;
    const result = inSlices(work(100, 1), () => isWanted);
    isWanted = false;
    await vi.advanceTimersByTimeAsync(1);
    expect(await result).toBeNull();
    expect(now).toBeLessThan(100);
  });
});
