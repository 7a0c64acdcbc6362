/** When it is night, and what is tried when something is missing. */
import { describe, expect, it } from 'vitest';
import { isNight } from '../../../../src/decision/kiosk/night';
import { nextAttempt } from '../../../../src/decision/kiosk/recovery';

const nightHours = (nightFromHour: number, nightToHour: number): number[] =>
  Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isNight(hour, { nightFromHour, nightToHour }));

describe('the night', () => {
  it('goes past midnight, or lies within a day, or is none', () => {
    expect(nightHours(22, 6)).toEqual([0, 1, 2, 3, 4, 5, 22, 23]);
    expect(nightHours(1, 4)).toEqual([1, 2, 3]);
    expect(nightHours(22, 0)).toEqual([22, 23]);
    expect(nightHours(7, 7)).toEqual([]);
  });
});

describe('the next attempt', () => {
  const DIED = { code: 'worker-died', detail: '' } as const;

  it('starts the recognition ever more patiently, and at last the page', () => {
    const pauses = Array.from({ length: 6 }, (_, tries) => nextAttempt('recognition', DIED, tries)!.pauseMs);
    expect(pauses).toEqual([5000, 10_000, 20_000, 40_000, 60_000, 60_000]);
    expect(nextAttempt('recognition', DIED, 11)!.way).toBe('recognition');
    expect(nextAttempt('recognition', DIED, 12)!.way).toBe('page');
  });

  it('opens the camera, but not at an address that has none', () => {
    expect(nextAttempt('camera', { code: 'camera-denied', detail: '' }, 50)).toEqual({ way: 'camera', pauseMs: 15_000 });
    expect(nextAttempt('camera', { code: 'insecure-origin', detail: '' }, 0)).toBeNull();
  });

  it('loads the page seldom, where people cannot be read', () => {
    expect(nextAttempt('people', { code: 'store-failed', detail: '' }, 0)).toEqual({ way: 'page', pauseMs: 300_000 });
  });
});
