/** What a check of the log finds. */

export type LogProblem =
  /** The entry does not open: it was changed, or another stands in its place. */
  | 'changed'
  /** The entry is gone, and perhaps more behind it. */
  | 'missing'
  /** The entry opens, but does not follow the one before it, or stands outside the log. */
  | 'out-of-place'
  /** The log ends before its last entry. */
  | 'cut-off'
  /** What says where the log begins and ends is gone or does not open. */
  | 'ends-missing'
  /** The entry says that the log was broken before. */
  | 'noted';

export interface LogBreak {
  /** The number of the entry. */
  readonly seq: number;
  readonly problem: LogProblem;
}

export interface LogCheck {
  /** How many entries are there and open. */
  readonly entries: number;
  /** The times of the first and the last of them, in milliseconds since 1970; null without any. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
  /** How many older entries were dropped because of their age or number. */
  readonly dropped: number;
  /** In order; empty when the log is intact. */
  readonly breaks: readonly LogBreak[];
}
