/** What is loaded late is loaded once, and again where that failed. */
import { describe, expect, it } from 'vitest';
import { loadLate } from '../../../../src/inference/worker/load-late';

/** Fails so often, then gives its count of calls. */
function failing(failures: number): { readonly load: () => Promise<number>; readonly calls: () => number } {
  let calls = 0;
  const load = (): Promise<number> => {
    calls += 1;
    return calls <= failures ? Promise.reject(new Error(`failure ${calls}`)) : Promise.resolve(calls);
  };
  return { load, calls: () => calls };
}

describe('loadLate', () => {
  it('loads nothing until it is asked, and then once', async () => {
    const { load, calls } = failing(0);
    const late = loadLate(load);
    expect(calls()).toBe(0);
    expect(await Promise.all([late.get(), late.get()])).toEqual([1, 1]);
    late.begin();
    expect(await late.get()).toBe(1);
    expect(calls()).toBe(1);
  });

  it('is settled once it is loaded or has failed', async () => {
    for (const failures of [0, 1]) {
      const late = loadLate(failing(failures).load);
      expect(late.isSettled()).toBe(false);
      late.begin();
      expect(late.isSettled()).toBe(false);
      await late.get().catch(() => {});
      expect(late.isSettled()).toBe(true);
    }
  });

  it('is begun before it is wanted', async () => {
    const { load, calls } = failing(0);
    const late = loadLate(load);
    late.begin();
    late.begin();
    expect(calls()).toBe(1);
    expect(await late.get()).toBe(1);
  });

  it('tries again after a failure when it is wanted, not each time it is begun', async () => {
    const { load, calls } = failing(2);
    const late = loadLate(load);
    late.begin();
    await expect(late.get()).rejects.toThrow('failure 1');
    late.begin();
    expect(calls()).toBe(1);
    await expect(late.get()).rejects.toThrow('failure 2');
    expect(await late.get()).toBe(3);
  });
});
