/** How changes are written: all of one or none of it, and on the disk before it is acknowledged. */
import type { IDBPTransaction, StoreNames } from 'idb';
import { Fault } from '../core/fault';
import type { LintelDatabase } from './open-database';
import type { LintelSchema } from './schema';

/** Acknowledged means on disk, so that a power cut loses nothing that a person was told is saved. */
export const DURABLE = { durability: 'strict' } as const;

/** A transaction that may change these stores. */
export type Writing<Names extends readonly StoreNames<LintelSchema>[]> = IDBPTransaction<LintelSchema, Names, 'readwrite'>;

/**
 * Runs `change` in one durable transaction: all of it happens, or none of it. Nothing but requests of the transaction may
 * be awaited in it.
 */
export async function changeAtOnce<const Names extends readonly StoreNames<LintelSchema>[]>(
  database: LintelDatabase,
  stores: Names,
  change: (writing: Writing<Names>) => Promise<void>,
): Promise<void> {
  const writing = database.transaction(stores, 'readwrite', DURABLE);
  const changing = change(writing).catch((error: unknown) => {
    // What is half done would otherwise be kept: only failed requests undo a transaction by themselves.
    if (writing.error === null) writing.abort();
    throw error;
  });
  const [changed, kept] = await Promise.allSettled([changing, writing.done]);
  // What was refused knows why; else the transaction does (a full disk), and the requests that fell with it only that they did.
  if (changed.status === 'rejected' && changed.reason instanceof Fault) throw changed.reason;
  if (kept.status === 'rejected') throw writing.error ?? (changed.status === 'rejected' ? changed.reason : kept.reason);
}
