/** What the interface shows of backups, and what it can ask for. */
import type { BackupProblem } from '../backup/backup-error';
import type { BackupMark, BackupReminder } from '../backup/reminder';
import type { RestorePlan } from '../backup/restore-plan';

/** What an opened backup is for: a drill proves that it opens, and touches nothing. */
export type OpeningPurpose = 'restore' | 'drill';

/** A backup that is under way, or what came of it. */
export type BackupWork =
  /** `share`: how much is done, 0 to 1. */
  | { readonly kind: 'working'; readonly what: 'writing' | 'checking' | 'reading'; readonly share: number }
  | { readonly kind: 'restoring' }
  /** It was written, and opened again. */
  | { readonly kind: 'written'; readonly file: string; readonly people: number }
  /** It could not be written, or what was written does not open. */
  | { readonly kind: 'not-written' }
  | { readonly kind: 'refused'; readonly file: string; readonly problem: BackupProblem }
  /** The drill went well. */
  | { readonly kind: 'proved'; readonly file: string; readonly madeAtMs: number; readonly people: number; readonly refused: number };

export interface BackupView {
  /** The last backup that was written and opened again; null when there is none. */
  readonly last: BackupMark | null;
  readonly reminder: BackupReminder | null;
  /** Null when there is nothing to say. */
  readonly work: BackupWork | null;
}

export const NO_BACKUP: BackupView = { last: null, reminder: null, work: null };

/** A question about a backup. */
export type BackupDialog =
  /** Under which passphrase to write one, and whether the log goes into it. */
  | { readonly kind: 'write'; readonly people: number; readonly withLog: boolean }
  /** The passphrase of a file. `isAgain`: the one before did not open it. */
  | { readonly kind: 'open'; readonly purpose: OpeningPurpose; readonly file: string; readonly isAgain: boolean }
  /** What restoring would do. */
  | { readonly kind: 'restore'; readonly file: string; readonly plan: RestorePlan; readonly log: LogRestore | null };

/** The log of a backup: it is brought in where the one here says nothing of anybody yet, and else left out. */
export interface LogRestore {
  readonly entries: number;
  readonly isTaken: boolean;
}

/** What a person can ask of backups. */
export type BackupAsk =
  /** Show what would be written; absent, `withLog` is false. */
  | { readonly kind: 'write'; readonly withLog?: boolean }
  | { readonly kind: 'write-with'; readonly passphrase: string }
  | { readonly kind: 'choose'; readonly purpose: OpeningPurpose; readonly file: File }
  | { readonly kind: 'open-with'; readonly passphrase: string }
  | { readonly kind: 'restore'; readonly replacesAll: boolean }
  /** What is said of the last backup was read. */
  | { readonly kind: 'dismiss' };
