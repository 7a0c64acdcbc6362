/** Reads the log a piece at a time, and where it ends. */
import { Fault } from '../core/fault';
import { openEnds, type LogEnds, type SealedEntry, type SealedNote } from '../sealing/log-chain';
import type { RecordKeys } from '../sealing/data-key';
import type { LintelDatabase } from './open-database';
import type { WritingPeople } from './vault';

/** The key of the record that says where the log begins and ends. */
export const ENDS = 'ends';

/** Records read at a time. */
const PIECE = 500;

/** One tab at a time works on the end of the chain. */
const LOCK = 'lintel-log';

/** The numbers of the first and the last entry that are there; the last is below the first where none is. */
export interface LogSpan {
  readonly first: number;
  readonly last: number;
}

/** Where the log ends by its own word, and by what is there. */
export interface FoundEnds extends LogSpan {
  /** As it is stored; undefined when nothing is. */
  readonly raw: SealedNote | undefined;
  /** Null when it is missing or does not open. */
  readonly ends: LogEnds | null;
}

/** Runs `work` while no other tab changes the log. */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK, work);
}

export async function savedEnds(database: LintelDatabase, keys: RecordKeys): Promise<FoundEnds> {
  const reading = database.transaction(['log', 'logEnds']);
  const [raw, first, last] = await Promise.all([
    reading.objectStore('logEnds').get(ENDS),
    reading.objectStore('log').openKeyCursor(),
    reading.objectStore('log').openKeyCursor(null, 'prev'),
  ]);
  return { raw, ends: raw === undefined ? null : await openEnds(keys, raw), first: first?.key ?? 1, last: last?.key ?? 0 };
}

/** @throws Fault `store-failed` where the log does not end any more as it was read. */
export async function expectSameEnds(writing: WritingPeople, raw: SealedNote | undefined): Promise<void> {
  const now = await writing.objectStore('logEnds').get(ENDS);
  // A nonce is used once.
  if (now?.nonce.join() !== raw?.nonce.join()) throw new Fault('store-failed', 'The log changed in another tab meanwhile.');
}

/**
 * Goes through the records in order of their numbers, until `take` says that it has enough. While it works on a piece, the
 * next is read. `onProgress` hears how far that is, 0 to 1.
 */
export async function readLogInPieces(
  database: LintelDatabase,
  { first, last }: LogSpan,
  take: (records: readonly SealedEntry[]) => Promise<'more' | 'enough'>,
  onProgress: (share: number) => void = () => {},
): Promise<void> {
  // Numbers that are missing are no reason to read them one by one: what is there is counted.
  const after = (seq: number): Promise<SealedEntry[]> => database.getAll('log', IDBKeyRange.lowerBound(seq, true), PIECE);
  let records = await after(-Infinity);
  while (records.length > 0) {
    const reached = records.at(-1)!.seq;
    const next = after(reached);
    const said = await take(records);
    onProgress(Math.min(1, (reached - first + 1) / (last - first + 1)));
    records = await next;
    if (said === 'enough') return;
  }
}
