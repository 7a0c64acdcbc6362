/** Why a backup is not read, by code. The words live in `ui/backup-words.ts`. */

export type BackupProblem =
  /** It does not begin as a backup does. */
  | 'no-backup'
  /** A newer Lintel wrote it. */
  | 'newer'
  /** Its first frame does not open: another passphrase, or a changed file. */
  | 'not-opened'
  /** A later frame does not open, is missing or stands in another place. */
  | 'damaged'
  /** It opens, but what is in it is no backup: another program wrote it. */
  | 'malformed'
  /** The file could not be read from where it is. */
  | 'unreadable';

export class BackupError extends Error {
  override readonly name = 'BackupError';

  constructor(
    readonly problem: BackupProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}
