/** How often a PIN may be guessed. */
import { describe, expect, it } from 'vitest';
import { afterFailure, afterWaiting, FIRST_WAIT_MS, MAX_WAIT_MS, NO_TRIES, parseTries, type Tries } from '../../../src/decision/admin-lock';

const after = (failures: number): Tries => Array.from({ length: failures }).reduce<Tries>(afterFailure, NO_TRIES);

describe('wrong tries', () => {
  it('are free four times; the fifth waits 30 seconds, and every further one twice as long', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((count) => after(count).waitMs / 1000)).toEqual([0, 0, 0, 0, 30, 60, 120, 240]);
  });

  it('never wait longer than a day', () => {
    expect(after(30).waitMs).toBe(MAX_WAIT_MS);
    expect(after(3000).waitMs).toBe(MAX_WAIT_MS);
  });

  it('are not forgotten by waiting', () => {
    const waited = afterWaiting(after(5), FIRST_WAIT_MS);
    expect(waited).toEqual({ failures: 5, waitMs: 0 });
    expect(afterFailure(waited).waitMs).toBe(2 * FIRST_WAIT_MS);
  });

  it('wait for time that passes forwards alone', () => {
    expect(afterWaiting(after(5), 10_000).waitMs).toBe(20_000);
    expect(afterWaiting(after(5), -1e12).waitMs).toBe(FIRST_WAIT_MS);
    expect(afterWaiting(after(5), 1e12).waitMs).toBe(0);
  });
});

describe('kept tries', () => {
  it('are read as they were written', () => {
    expect(parseTries(after(6))).toEqual(after(6));
  });

  it.each([undefined, null, {}, { failures: -1, waitMs: 0 }, { failures: 1.5, waitMs: 0 }, { failures: 1, waitMs: Number.NaN }, { failures: 1, waitMs: -1 }, { failures: 1, waitMs: Infinity }])(
    'wait for the longest time when they are %j',
    (broken) => expect(parseTries(broken)).toEqual({ failures: 5, waitMs: MAX_WAIT_MS }),
  );
});
