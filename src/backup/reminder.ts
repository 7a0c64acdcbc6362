/** When to remind somebody of a backup. */
import type { Person } from '../decision/gallery';

/** The last backup that was written and opened again. */
export interface BackupMark {
  /** Milliseconds since 1970. */
  readonly madeAtMs: number;
  readonly people: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** From what age a backup is called old. */
export const OLD_AFTER_DAYS = 30;

/** How long somebody may be enrolled before the first backup is asked for. */
export const FIRST_AFTER_DAYS = 7;

export type BackupReminder = 'never' | 'old';

/**
 * `old` when something changed since a backup that is older than `OLD_AFTER_DAYS`, `never` when there is none and somebody
 * has been enrolled for `FIRST_AFTER_DAYS`; else null. A clock that was set back reminds of nothing.
 */
export function backupReminder(people: readonly Pick<Person, 'enrolledAtMs' | 'samples'>[], last: BackupMark | null, nowMs: number): BackupReminder | null {
  if (last === null) return people.some(({ enrolledAtMs }) => nowMs - enrolledAtMs >= FIRST_AFTER_DAYS * DAY_MS) ? 'never' : null;
  if (nowMs - last.madeAtMs < OLD_AFTER_DAYS * DAY_MS) return null;
  const hasChanged = people.length !== last.people || people.some(({ samples }) => samples.some(({ capturedAtMs }) => capturedAtMs > last.madeAtMs));
  return hasChanged ? 'old' : null;
}

/** Reads a mark that any version wrote; null when it is none. */
export function parseBackupMark(stored: unknown): BackupMark | null {
  if (typeof stored !== 'object' || stored === null || !('madeAtMs' in stored) || !('people' in stored)) return null;
  const { madeAtMs, people } = stored;
  return typeof madeAtMs === 'number' && typeof people === 'number' ? { madeAtMs, people } : null;
}
