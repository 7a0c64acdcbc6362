/** When somebody is reminded of a backup. */
import { describe, expect, it } from 'vitest';
import { backupReminder, parseBackupMark } from '../../../src/backup/reminder';
import { ADA, BEN, sampleOf } from './made-up-backup';

const DAY_MS = 86_400_000;
const T0 = ADA.enrolledAtMs;

describe('the reminder', () => {
  it('comes a week after the first enrolment when there is no backup', () => {
    expect(backupReminder([], null, T0 + 99 * DAY_MS)).toBeNull();
    expect(backupReminder([ADA], null, T0 + 6.9 * DAY_MS)).toBeNull();
    expect(backupReminder([ADA], null, T0 + 7 * DAY_MS)).toBe('never');
  });

  it('comes after thirty days when something changed', () => {
    const last = { madeAtMs: T0 + DAY_MS, people: 1 };
    const late = last.madeAtMs + 30 * DAY_MS;
    expect(backupReminder([ADA], last, late)).toBeNull();
    expect(backupReminder([ADA, BEN], last, late)).toBe('old');
    expect(backupReminder([{ ...ADA, samples: [sampleOf('new', { capturedAtMs: T0 + 2 * DAY_MS })] }], last, late)).toBe('old');
    expect(backupReminder([ADA, BEN], last, late - 1)).toBeNull();
  });

  it('stays away when the clock was set back', () => {
    expect(backupReminder([ADA, BEN], { madeAtMs: T0, people: 1 }, T0 - 99 * DAY_MS)).toBeNull();
  });
});

describe('a mark', () => {
  it('is read, and anything else is none', () => {
    expect(parseBackupMark({ madeAtMs: 1, people: 2, more: 3 })).toEqual({ madeAtMs: 1, people: 2 });
    for (const other of [null, 7, {}, { madeAtMs: '1', people: 2 }, { madeAtMs: 1 }]) expect(parseBackupMark(other)).toBeNull();
  });
});
