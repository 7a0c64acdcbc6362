/** What Lintel says of backups. */
import { msg, str } from '@lit/localize';
import type { BackupProblem } from '../backup/backup-error';
import { type BackupMark, type BackupReminder, FIRST_AFTER_DAYS, OLD_AFTER_DAYS } from '../backup/reminder';
import type { ExtendedPerson, RestorePlan } from '../backup/restore-plan';
import { MIN_PASSPHRASE_CHARACTERS, type PassphraseProblem } from '../sealing/passphrase';
import type { BackupWork, LogRestore } from './backup-view';
import { formatDate, formatNumber } from './format';
import { plural } from './plural';
import { countPeople } from './strings';

/** Why a file is not read, and what follows; nothing was changed by looking. */
export function backupProblemText(problem: BackupProblem): string {
  switch (problem) {
    case 'no-backup':
      return msg('This file is not a Lintel backup.');
    case 'newer':
      return msg('A newer Lintel wrote this backup. Update Lintel, then try again.');
    case 'not-opened':
      return msg('It does not open: the passphrase is another one, or the file is damaged at its beginning.');
    case 'damaged':
      return msg('The file is damaged or incomplete, so nothing of it is used. Try another copy.');
    case 'malformed':
      return msg('The file opens, but what is in it is not as a backup should be, so nothing of it is used. Another program may have written it.');
    case 'unreadable':
      return msg('The file could not be read from where it is. Choose it again.');
  }
}

export function passphraseProblemText(problem: PassphraseProblem, minCharacters = MIN_PASSPHRASE_CHARACTERS): string {
  switch (problem) {
    case 'too-short':
      return plural(minCharacters, msg('Take at least 1 character.|Take at least # characters.'));
    case 'not-repeated':
      return msg('The two are not the same. Type it again.');
  }
}

/** The last backup in a line. */
export function lastBackupText(last: BackupMark | null): string {
  return last === null ? msg('There is no backup yet.') : msg(str`Last backup: ${formatDate(last.madeAtMs)}, ${countPeople(last.people)}.`);
}

export function reminderText(reminder: BackupReminder): string {
  switch (reminder) {
    case 'never':
      return plural(
        FIRST_AFTER_DAYS,
        msg('People have been enrolled for more than a day, and there is no backup. Should the card fail, they are lost.|People have been enrolled for more than # days, and there is no backup. Should the card fail, they are lost.'),
      );
    case 'old':
      return plural(
        OLD_AFTER_DAYS,
        msg('The last backup is more than a day old, and people have changed since.|The last backup is more than # days old, and people have changed since.'),
      );
  }
}

/** What is under way, beside its bar. */
export function workingText(what: Extract<BackupWork, { kind: 'working' }>['what']): string {
  switch (what) {
    case 'writing':
      return msg('Writing the backup…');
    case 'checking':
      return msg('Opening it again, to be sure…');
    case 'reading':
      return msg('Opening the backup…');
  }
}

/** What a drill found in a backup that opens and is whole. */
export function provedText({ madeAtMs, people, refused }: Extract<BackupWork, { kind: 'proved' }>): string {
  const holds = msg(str`It was made on ${formatDate(madeAtMs)} and holds ${countPeople(people)}.`);
  const unusable = refused === 0 ? [] : [plural(refused, msg('1 entry could not be used.|# entries could not be used.'))];
  return [holds, ...unusable, msg('Nothing here was changed.')].join(' ');
}

/** How much somebody would get back. */
export function gainedText({ gained }: ExtendedPerson): string {
  return plural(gained, msg('1 sample or correction|# samples and corrections'));
}

/** What merging would do, as a button says it; null when it would do nothing. */
export function mergeLabel({ added, extended }: RestorePlan): string | null {
  if (added.length > 0 && extended.length > 0) return msg(str`Add ${formatNumber(added.length)} and complete ${formatNumber(extended.length)}`);
  if (added.length > 0) return msg(str`Add ${formatNumber(added.length)}`);
  return extended.length > 0 ? msg(str`Complete ${formatNumber(extended.length)}`) : null;
}

/** What replacing everybody would do. */
export function replaceText({ backup, absent }: RestorePlan): string {
  const gone =
    absent.length === 0
      ? []
      : [plural(absent.length, msg('1 person who is not in the backup would be deleted.|# people who are not in the backup would be deleted.'))];
  return [
    msg(str`Replacing leaves here what the backup has, ${countPeople(backup.people.length)} and the settings, and nothing else.`),
    ...gone,
    msg('Whatever was learnt since is lost. Camera and network stay as they are.'),
  ].join(' ');
}

/** What becomes of the log in a backup. */
export function logRestoreText({ entries, isTaken }: LogRestore): string {
  const count = formatNumber(entries);
  return isTaken
    ? msg(str`Its log comes back too. Entries: ${count}.`)
    : msg(str`Its log is refused, because the log here already says something of people, and two logs cannot be made one. Entries: ${count}.`);
}
