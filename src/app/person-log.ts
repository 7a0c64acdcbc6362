/** What the log says of one person, and under which ids it names them. */
import type { LogEntry } from '../decision/log-entry';
import { nameKey } from '../decision/person-name';
import type { StoreLog } from '../store/store';

/** Entries read at a time. */
const PIECE = 2000;

/** Every entry about the person, oldest first. What does not open is about nobody who is known. */
export function logOf(log: Pick<StoreLog, 'span' | 'read'>, personId: string): Promise<LogEntry[]> {
  return entriesThat(log, (entry) => entry.personId === personId);
}

/**
 * Ids whose names in the log are this person's: their own, those of people who were united with them, however long ago,
 * and of whoever was deleted under the same name.
 */
export async function namedInLog(log: Pick<StoreLog, 'span' | 'read' | 'savedNames'>, personId: string, name: string): Promise<string[]> {
  const unions = await entriesThat(log, (entry) => entry.kind === 'act' && entry.act === 'united');
  const ids = new Set([personId]);
  // The latest first: who became one with this person may have become one with others before.
  for (const union of unions.reverse()) {
    if (union.kind === 'act' && ids.has(union.personId ?? '') && typeof union.facts.from === 'string') ids.add(union.facts.from);
  }
  const names = await log.savedNames();
  for (const [id, kept] of names) if (nameKey(kept) === nameKey(name)) ids.add(id);
  return [...ids].filter((id) => names.has(id));
}

async function entriesThat(log: Pick<StoreLog, 'span' | 'read'>, isWanted: (entry: LogEntry) => boolean): Promise<LogEntry[]> {
  const { first, last } = await log.span();
  const found: LogEntry[] = [];
  for (let from = first; from <= last; from += PIECE) {
    const { entries } = await log.read({ first: from, last: Math.min(last, from + PIECE - 1) });
    found.push(...entries.filter(isWanted));
  }
  return found;
}
