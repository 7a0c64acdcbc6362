/** Opens the database, and puts what IndexedDB says of its troubles into faults. */
import { type IDBPDatabase, openDB } from 'idb';
import { Fault, type FaultRecord } from '../core/fault';
import { DATABASE_NAME, DATABASE_VERSION, type LintelSchema, MIGRATIONS } from './schema';

export type LintelDatabase = IDBPDatabase<LintelSchema>;

/**
 * How long opening may take before a person is told that another tab holds it up. IndexedDB's own `blocked` says so of
 * upgrades alone, not of an opening that waits behind another tab's deletion.
 */
const BLOCKED_MS = 8000;

/**
 * Opens the database and brings it up to date. `onLost` hears when it is taken away later: another tab needs a newer
 * version, or the browser closed it.
 * @throws Fault `store-missing`, `store-blocked`, `store-newer`, `store-full` or `store-failed`.
 */
export async function openDatabase(onLost: (fault: FaultRecord) => void): Promise<LintelDatabase> {
  if (typeof indexedDB === 'undefined') throw new Fault('store-missing', 'IndexedDB');
  const { promise: blocked, reject: refuse } = Promise.withResolvers<never>();
  const timer = setTimeout(() => refuse(new Fault('store-blocked', DATABASE_NAME)), BLOCKED_MS);
  const opening = openDB<LintelSchema>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade: (database, from, to, transaction) => {
      for (const migrate of MIGRATIONS.slice(from, to ?? undefined)) migrate(database, transaction);
    },
    blocking: (_current, _wanted, event) => {
      // Close at once: a tab that holds on would keep the newer one from its data.
      (event.target as IDBDatabase).close();
      onLost({ code: 'store-upgraded', detail: DATABASE_NAME });
    },
    terminated: () => onLost({ code: 'store-failed', detail: 'The browser closed the database.' }),
  });
  try {
    return await Promise.race([opening, blocked]);
  } catch (error) {
    // Should it open after all, nobody is left to use it.
    opening.then((database) => database.close(), () => {});
    throw storeFault(error);
  } finally {
    clearTimeout(timer);
  }
}

/** What an error of IndexedDB means to a person. */
export function storeFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  switch (name) {
    case 'VersionError':
      return new Fault('store-newer', message, { cause: error });
    case 'QuotaExceededError':
      return new Fault('store-full', message, { cause: error });
    case 'SecurityError':
      return new Fault('store-missing', message, { cause: error });
    default:
      return new Fault('store-failed', message, { cause: error });
  }
}
