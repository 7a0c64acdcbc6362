/** How long people are kept, as the database remembers it from look to look. */
import { parseRetentionState, type RetentionState } from '../decision/retention';
import { changeAtOnce } from './durable';
import type { LintelDatabase } from './open-database';

const KEY = 'retention';

/** Puts what `change` makes of the state in its place, in one transaction: the looks of two tabs are looks one after the other. */
export async function changeRetention(database: LintelDatabase, change: (kept: RetentionState | null) => RetentionState): Promise<void> {
  await changeAtOnce(database, ['settings'], async (writing) => {
    const store = writing.objectStore('settings');
    await store.put(change(parseRetentionState(await store.get(KEY))), KEY);
  });
}
