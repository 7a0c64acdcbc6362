/** The admin lock as the database keeps it. */
import { NO_TRIES, parseTries, type Tries } from '../decision/admin-lock';
import { parseSecretCheck, type SecretCheck } from '../sealing/secret-check';
import { changeAtOnce } from './durable';
import type { LintelDatabase } from './open-database';

export interface AdminLock {
  /** Null when it is damaged: then no PIN is right, and erasing everything is the one way out. */
  readonly check: SecretCheck | null;
  readonly tries: Tries;
  /** Verifications that failed while the lock was shut. */
  readonly verifications: Tries;
}

const KEY = 'admin-lock';

/** Null when no lock is set. */
export async function savedAdminLock(database: LintelDatabase): Promise<AdminLock | null> {
  return parseAdminLock(await database.get('settings', KEY));
}

/** Puts what `change` makes of the lock in its place, and returns it: two tabs cannot count a try as one. */
export async function changeAdminLock(database: LintelDatabase, change: (kept: AdminLock | null) => AdminLock | null): Promise<AdminLock | null> {
  let changed: AdminLock | null = null;
  await changeAtOnce(database, ['settings'], async (writing) => {
    const store = writing.objectStore('settings');
    changed = change(parseAdminLock(await store.get(KEY)));
    await (changed === null ? store.delete(KEY) : store.put(changed, KEY));
  });
  return changed;
}

export function parseAdminLock(stored: unknown): AdminLock | null {
  if (stored === undefined) return null;
  const { check, tries, verifications } = (stored ?? {}) as Partial<Record<keyof AdminLock, unknown>>;
  // An older Lintel counted none.
  return { check: parseSecretCheck(check), tries: parseTries(tries), verifications: verifications === undefined ? NO_TRIES : parseTries(verifications) };
}
