/** What the interface shows of the log, and what it can ask for. */
import type { LogCheck } from '../decision/log-check';
import type { LogEntry } from '../decision/log-entry';
import type { LogFileKind } from '../decision/log-file';
import type { LogFilter } from '../decision/log-filter';

export type LogCheckView =
  /** `share`: how much is done, 0 to 1. */
  | { readonly kind: 'checking'; readonly share: number }
  | { readonly kind: 'checked'; readonly found: LogCheck }
  /** The log could not be read. */
  | { readonly kind: 'failed' };

export interface LogView {
  /** What was read so far, newest first; null before anything was, and unless the log is shown. */
  readonly entries: readonly LogEntry[] | null;
  /** How much of the log is read, 0 to 1. */
  readonly share: number;
  /** Entries that do not open. */
  readonly unreadable: number;
  /** Of people who are not enrolled any more, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Null until a check was asked for. */
  readonly check: LogCheckView | null;
  /** How many entries wait because they could not be written. */
  readonly unwritten: number;
  /** What became of the last file; null when there is nothing to say. */
  readonly file: { readonly name: string; readonly isWritten: boolean; readonly entries: number } | null;
}

export const NO_LOG: LogView = { entries: null, share: 0, unreadable: 0, names: new Map(), check: null, unwritten: 0, file: null };

/** What a person can ask of the log. */
export type LogAsk =
  | { readonly kind: 'check' }
  /** Write what the filter lets through. */
  | { readonly kind: 'export'; readonly as: LogFileKind; readonly filter: LogFilter }
  /** What is said of the last file was read. */
  | { readonly kind: 'dismiss' };
