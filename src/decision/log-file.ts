/** The log as a file for other programs. Words of the file are for programs: they are the same in every language. */
import { kindOf, type LogEntry } from './log-entry';

export type LogFileKind = 'csv' | 'json';

/** The name of a person, where there is one. */
export type NameOf = (personId: string) => string | null;

const COLUMNS = [
  'seq', 'time', 'kind', 'what', 'person_id', 'person', 'score', 'second_score', 'threshold', 'liveness', 'why', 'place', 'model', 'pipeline', 'facts',
] as const;

/** In pieces of so many entries, so that a long log is never one text. */
const PIECE = 1000;

/** The pieces of a file, in order. */
export function* logFile(entries: readonly LogEntry[], kind: LogFileKind, nameOf: NameOf): Generator<string> {
  yield kind === 'csv' ? rowOf(COLUMNS) : '[';
  for (let from = 0; from < entries.length; from += PIECE) {
    const piece = entries.slice(from, from + PIECE);
    if (kind === 'csv') yield piece.map((entry) => rowOf(cellsOf(entry, nameOf))).join('');
    else yield piece.map((entry, at) => `${from + at === 0 ? '' : ','}\n${JSON.stringify(withName(entry, nameOf))}`).join('');
  }
  if (kind === 'json') yield '\n]\n';
}

function withName({ atMs, ...entry }: LogEntry, nameOf: NameOf): unknown {
  return { ...entry, time: timeOf(atMs), person: entry.personId === null ? null : nameOf(entry.personId) };
}

function cellsOf(entry: LogEntry, nameOf: NameOf): (string | number | null)[] {
  const { seq, atMs, kind, personId } = entry;
  const begin = [seq, timeOf(atMs), kind, kindOf(entry), personId, personId === null ? null : nameOf(personId)];
  if (entry.kind === 'act') return [...begin, null, null, null, null, null, null, null, null, JSON.stringify(entry.facts)];
  const { score, secondScore, threshold, liveness, why, place, model, pipeline } = entry;
  return [...begin, score, secondScore, threshold, liveness, why, place, model, pipeline, null];
}

function rowOf(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/**
 * A text that begins like a formula would be worked out by a spreadsheet, and a name can be chosen to begin so: an
 * apostrophe before it makes it a text again.
 */
function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString();
}
