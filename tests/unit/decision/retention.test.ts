/** Who is due, and that no clock deletes anybody by itself. */
import { describe, expect, it } from 'vitest';
import { DAY_MS, expiresSoon, HOUR_MS, isExpired, type KeepingDays, parseRetentionState, type RetentionState, reviewRetention } from '../../../src/decision/retention';

const NOW_MS = 1_750_000_000_000;
const YEAR_MS = 365 * DAY_MS;

interface Kept {
  readonly id: string;
  readonly enrolledAtMs: number;
  readonly expiresAtMs?: number;
  readonly lastSeenAtMs?: number;
}

const EXPIRED: Kept = { id: 'ada', enrolledAtMs: 0, expiresAtMs: NOW_MS };
const LATER: Kept = { id: 'ben', enrolledAtMs: 0, expiresAtMs: NOW_MS + 100 * DAY_MS };
const FOREVER: Kept = { id: 'cleo', enrolledAtMs: 0 };

/** Looks at these people at these times, one after the other: what each look deletes, and the state after the last. */
function looks(people: readonly Kept[], timesMs: readonly number[], unseenDays: KeepingDays | null = null) {
  let state: RetentionState | null = null;
  const deleted: string[][] = [];
  for (const nowMs of timesMs) {
    const review = reviewRetention(people, unseenDays, state, nowMs);
    state = review.state;
    deleted.push(review.over.map(({ personId }) => personId));
  }
  return { deleted, state: state! };
}

const hourly = (count: number, fromMs = NOW_MS): number[] => Array.from({ length: count + 1 }, (_, hour) => fromMs + hour * HOUR_MS);

describe('an expiry date', () => {
  it('is past from its moment on', () => {
    expect([NOW_MS - 1, NOW_MS, NOW_MS + 1].map((nowMs) => isExpired(EXPIRED, nowMs))).toEqual([false, true, true]);
    expect(isExpired(FOREVER, NOW_MS)).toBe(false);
  });

  it('is warned of for 14 days before', () => {
    const soon = (daysBefore: number) => expiresSoon(EXPIRED, NOW_MS - daysBefore * DAY_MS);
    expect([15, 14, 1, 0].map(soon)).toEqual([false, true, true, false]);
    expect(expiresSoon(FOREVER, NOW_MS)).toBe(false);
  });
});

describe('whoever has expired', () => {
  it('is announced first, and deleted after 24 hours of looks, alone', () => {
    const { deleted, state } = looks([EXPIRED, LATER, FOREVER], hourly(24));
    expect(deleted.slice(0, 24).flat()).toEqual([]);
    expect(deleted[24]).toEqual(['ada']);
    expect(state.due).toEqual([]);
    expect(looks([EXPIRED], hourly(23)).state.due).toEqual([{ personId: 'ada', reason: 'expired', waitedMs: 23 * HOUR_MS }]);
  });

  it('is due no more when the date is moved, and begins anew when it comes again', () => {
    const { state } = looks([EXPIRED], hourly(20));
    const moved = reviewRetention([{ ...EXPIRED, expiresAtMs: NOW_MS + YEAR_MS }], null, state, NOW_MS + 20 * HOUR_MS);
    expect(moved.state.due).toEqual([]);
    expect(reviewRetention([EXPIRED], null, moved.state, NOW_MS + 21 * HOUR_MS).state.due).toMatchObject([{ waitedMs: 0 }]);
  });

  it('is deleted also by a Lintel that is opened once a week for a quarter of an hour', () => {
    const visits = [0, 1, 2].flatMap((week) => [NOW_MS + week * 7 * DAY_MS, NOW_MS + week * 7 * DAY_MS + HOUR_MS / 4]);
    const { deleted } = looks([EXPIRED], visits);
    expect(deleted).toEqual([[], [], [], [], [], ['ada']]);
  });
});

describe('a clock', () => {
  it('that jumps by a year deletes nobody then, and announces whom it made due', () => {
    const jumped = reviewRetention([LATER], null, looks([LATER], hourly(30)).state, NOW_MS + YEAR_MS);
    expect(jumped).toMatchObject({ over: [], state: { due: [{ personId: 'ben', waitedMs: 0 }] } });
  });

  it('that jumps deletes nobody even whose grace is nearly over', () => {
    const { state } = looks([EXPIRED], hourly(23));
    const jumped = reviewRetention([EXPIRED], null, state, NOW_MS + YEAR_MS);
    expect(jumped).toMatchObject({ over: [], state: { due: [{ waitedMs: 35 * HOUR_MS }] } });
    expect(reviewRetention([EXPIRED], null, jumped.state, NOW_MS + YEAR_MS + HOUR_MS).over).toHaveLength(1);
  });

  it('that is set right within a day has deleted nobody', () => {
    const { deleted, state } = looks([LATER], [NOW_MS, ...hourly(23, NOW_MS + YEAR_MS), NOW_MS + DAY_MS]);
    expect(deleted.flat()).toEqual([]);
    expect(state.due).toEqual([]);
  });

  it('that goes back uses no grace up, and deletes nobody', () => {
    const { state } = looks([EXPIRED], hourly(10, NOW_MS + DAY_MS));
    expect(reviewRetention([EXPIRED], null, state, NOW_MS)).toMatchObject({ over: [], state: { lookedAtMs: NOW_MS, due: [{ waitedMs: 10 * HOUR_MS }] } });
  });
});

describe('whoever is not seen', () => {
  const start = looks([FOREVER], [NOW_MS], 30).state;
  const after = (days: number, person: Kept, unseenDays: KeepingDays | null = 30) =>
    reviewRetention([person], unseenDays, { ...start, lookedAtMs: NOW_MS + days * DAY_MS - HOUR_MS }, NOW_MS + days * DAY_MS).state.due;

  it('is due after so many days, counted from when that was chosen', () => {
    expect(start).toMatchObject({ unseenFromMs: NOW_MS, due: [] });
    expect(after(29.9, FOREVER)).toEqual([]);
    expect(after(30, FOREVER)).toEqual([{ personId: 'cleo', reason: 'unseen', waitedMs: 0 }]);
  });

  it('counts from when they were seen or enrolled since', () => {
    expect(after(30, { ...FOREVER, lastSeenAtMs: NOW_MS + DAY_MS })).toEqual([]);
    expect(after(30, { ...FOREVER, enrolledAtMs: NOW_MS + DAY_MS })).toEqual([]);
    expect(after(31, { ...FOREVER, lastSeenAtMs: NOW_MS + DAY_MS })).toHaveLength(1);
  });

  it('stays for ever where that is off, and the count begins anew when it is chosen again', () => {
    expect(after(900, FOREVER, null)).toEqual([]);
    const off = reviewRetention([FOREVER], null, start, NOW_MS + DAY_MS).state;
    expect(off.unseenFromMs).toBeNull();
    expect(reviewRetention([FOREVER], 30, off, NOW_MS + 2 * DAY_MS).state.unseenFromMs).toBe(NOW_MS + 2 * DAY_MS);
  });

  it('is not kept for ever by a choice that was made while the clock was ahead', () => {
    const ahead = { ...start, unseenFromMs: NOW_MS + YEAR_MS };
    expect(reviewRetention([FOREVER], 30, ahead, NOW_MS).state.unseenFromMs).toBe(NOW_MS);
  });
});

describe('a state', () => {
  it('is read back', () => {
    const { state } = looks([EXPIRED], hourly(3), 30);
    expect(parseRetentionState(state)).toEqual(state);
  });

  it.each([undefined, null, 7, {}, { lookedAtMs: 1 }, { lookedAtMs: Number.NaN, due: [] }, { lookedAtMs: 1, unseenFromMs: '2', due: [] },
    { lookedAtMs: 1, due: [null] }, { lookedAtMs: 1, due: [{ personId: 'a', reason: 'expired', waitedMs: -1 }] },
    { lookedAtMs: 1, due: [{ personId: 'a', reason: 'old', waitedMs: 1 }] }])('is none in %j, and everybody is announced anew', (stored) => {
    expect(parseRetentionState(stored)).toBeNull();
    expect(reviewRetention([EXPIRED], null, parseRetentionState(stored), NOW_MS + YEAR_MS)).toMatchObject({ over: [], state: { due: [{ waitedMs: 0 }] } });
  });
});
