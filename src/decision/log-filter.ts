/** Which entries of the log are looked at, and how many there are of a day and of a person. */
import { type AttemptOutcome, kindOf, type LogAct, type LogEntry } from './log-entry';

export interface LogFilter {
  /** One outcome or act; `attempts` or `acts`; null is everything. */
  readonly kind: AttemptOutcome | LogAct | 'attempts' | 'acts' | null;
  /** Null is everybody. */
  readonly personId: string | null;
  /** Milliseconds since 1970: from this moment; null is from the beginning. */
  readonly fromMs: number | null;
  /** Before this moment. */
  readonly beforeMs: number | null;
}

export const NO_FILTER: LogFilter = { kind: null, personId: null, fromMs: null, beforeMs: null };

/** The entries that a filter lets through, in their order. */
export function filterLog(entries: readonly LogEntry[], { kind, personId, fromMs, beforeMs }: LogFilter): readonly LogEntry[] {
  if (kind === null && personId === null && fromMs === null && beforeMs === null) return entries;
  const isKind = (entry: LogEntry): boolean => {
    if (kind === null) return true;
    if (kind === 'attempts') return entry.kind === 'attempt';
    return kind === 'acts' ? entry.kind === 'act' : kindOf(entry) === kind;
  };
  return entries.filter(
    (entry) =>
      isKind(entry) &&
      (personId === null || entry.personId === personId) &&
      (fromMs === null || entry.atMs >= fromMs) &&
      (beforeMs === null || entry.atMs < beforeMs),
  );
}

/** What was found at the door on one day. */
export interface DayCount {
  /** The beginning of the day where the device is, in milliseconds since 1970. */
  readonly dayMs: number;
  readonly matches: number;
  /** A face that nobody could be named for: no match, unsure, or taken for a picture. */
  readonly refused: number;
  /** No verdict came of it. */
  readonly without: number;
}

/** The attempts of so many days up to the newest entry, days without any included, oldest first. */
export function countByDay(entries: readonly LogEntry[], days: number): DayCount[] {
  const attempts = entries.filter(({ kind }) => kind === 'attempt');
  if (attempts.length === 0) return [];
  const newestMs = attempts.reduce((newest, { atMs }) => Math.max(newest, atMs), -Infinity);
  const oldestMs = attempts.reduce((oldest, { atMs }) => Math.min(oldest, atMs), Infinity);
  const starts = [startOfDay(newestMs)];
  while (starts.length < days && starts[0]! > oldestMs) starts.unshift(startOfDay(starts[0]! - 1));
  const counts = starts.map((dayMs) => ({ dayMs, matches: 0, refused: 0, without: 0 }));
  for (const entry of attempts) {
    if (entry.kind !== 'attempt' || entry.atMs < starts[0]!) continue;
    counts[placeOf(starts, entry.atMs)]![groupOf(entry.outcome)] += 1;
  }
  return counts;
}

/** Whom the attempts matched. */
export interface PersonCount {
  readonly personId: string;
  readonly matches: number;
}

/** How often each person was recognised, most often first. */
export function countByPerson(entries: readonly LogEntry[]): PersonCount[] {
  const matches = new Map<string, number>();
  for (const entry of entries) {
    if (entry.kind !== 'attempt' || entry.outcome !== 'match' || entry.personId === null) continue;
    matches.set(entry.personId, (matches.get(entry.personId) ?? 0) + 1);
  }
  return [...matches].map(([personId, count]) => ({ personId, matches: count })).sort((a, b) => b.matches - a.matches);
}

/** The beginning of the day that a moment belongs to, where the device is. */
export function startOfDay(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0);
}

function groupOf(outcome: AttemptOutcome): 'matches' | 'refused' | 'without' {
  if (outcome === 'match') return 'matches';
  return outcome === 'not-captured' || outcome === 'broken-off' || outcome === 'nobody-known' ? 'without' : 'refused';
}

/** The last of these ascending moments that is not after `ms`. Days are not all of one length. */
function placeOf(starts: readonly number[], ms: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= ms) low = middle;
    else high = middle - 1;
  }
  return low;
}
