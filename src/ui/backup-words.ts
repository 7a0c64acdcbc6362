/** What Lintel says of backups. */
import { msg, str } from '@lit/localize';
import type { BackupProblem } from '../backup/backup-error';
import { type BackupMark, type BackupReminder, FIRST_AFTER_DAYS, OLD_AFTER_DAYS } from '../backup/reminder';
import type { ExtendedPerson, RestorePlan } from '../backup/restore-plan';
import { MIN_PASSPHRASE_CHARACTERS, type PassphraseProblem } from '../sealing/passphrase';
import type { BackupWork, LogRestore } from './backup-view';
import { formatCount } from './safety-words';
import { countPeople, formatDate } from './strings';

/** Why a file is not read, and what follows; nothing was changed by looking. */
export function backupProblemText(problem: BackupProblem): string {
  switch (problem) {
    case 'no-backup':
      return 'This file is not a Lintel backup.';
    case 'newer':
      return 'A newer Lintel wrote this backup. Update Lintel, then try again.';
    case 'not-opened':
      return 'It does not open: the passphrase is another one, or the file is damaged at its beginning.';
    case 'damaged':
      return 'The file is damaged or incomplete, so nothing of it is used. Try another copy.';
    case 'malformed':
      return 'The file opens, but what is in it is not as a backup should be, so nothing of it is used. Another program may have written it.';
    case 'unreadable':
      return 'The file could not be read from where it is. Choose it again.';
  }
}

export function passphraseProblemText(problem: PassphraseProblem, minCharacters = MIN_PASSPHRASE_CHARACTERS): string {
  switch (problem) {
    case 'too-short':
      return `Take at least ${minCharacters} characters.`;
    case 'not-repeated':
      return 'The two are not the same. Type it again.';
  }
}

/** The last backup in a line. */
export function lastBackupText(last: BackupMark | null): string {
  return last === null ? 'There is no backup yet.' : `Last backup: ${formatDate(last.madeAtMs)}, ${countPeople(last.people)}.`;
}

export function reminderText(reminder: BackupReminder): string {
  switch (reminder) {
    case 'never':
      return `People have been enrolled for more than ${FIRST_AFTER_DAYS} days, and there is no backup. Should the card fail, they are lost.`;
    case 'old':
      return `The last backup is more than ${OLD_AFTER_DAYS} days old, and people have changed since.`;
  }
}

/** What is under way, beside its bar. */
export function workingText(what: Extract<BackupWork, { kind: 'working' }>['what']): string {
  switch (what) {
    case 'writing':
      return 'Writing the backup…';
    case 'checking':
      return 'Opening it again, to be sure…';
    case 'reading':
      return 'Opening the backup…';
  }
}

/** What a drill found. */
export function provedText({ madeAtMs, people, refused }: Extract<BackupWork, { kind: 'proved' }>): string {
  const unusable = refused === 0 ? '' : ` ${refused === 1 ? '1 entry' : `${refused} entries`} could not be used.`;
  return `opens and is whole. It was made on ${formatDate(madeAtMs)} and holds ${countPeople(people)}.${unusable} Nothing here was changed.`;
}

/** How much somebody would get back. */
export function gainedText({ gained }: ExtendedPerson): string {
  return gained === 1 ? '1 sample or correction' : `${gained} samples and corrections`;
}

/** What merging would do, as a button says it; null when it would do nothing. */
export function mergeLabel({ added, extended }: RestorePlan): string | null {
  if (added.length > 0 && extended.length > 0) return `Add ${added.length} and complete ${extended.length}`;
  if (added.length > 0) return `Add ${added.length}`;
  return extended.length > 0 ? `Complete ${extended.length}` : null;
}

/** What replacing everybody would do. */
export function replaceText({ backup, absent }: RestorePlan): string {
  const gone = absent.length === 0 ? '' : ` ${countPeople(absent.length)} who ${absent.length === 1 ? 'is' : 'are'} not in the backup would be deleted.`;
  return `Replacing leaves here what the backup has, ${countPeople(backup.people.length)} and the settings, and nothing else.${gone} Whatever was learnt since is lost. Camera and network stay as they are.`;
}

/** What becomes of the log in a backup. */
export function logRestoreText({ entries, isTaken }: LogRestore): string {
  const count = formatCount(entries);
  return isTaken
    ? msg(str`Its log comes back too. Entries: ${count}.`)
    : msg(str`Its log is refused, because the log here already says something of people, and two logs cannot be made one. Entries: ${count}.`);
}
