/**
 * [Note: names in the log] Entries hold ids. Who is enrolled is named by the gallery; who was deleted keeps a sealed name
 * here, so that the log stays readable, until it is forgotten or older than every entry. Erasing somebody therefore never
 * touches the chain.
 */
import { openName, sealName } from '../sealing/log-chain';
import type { RecordKeys } from '../sealing/data-key';
import type { LintelDatabase } from './open-database';
import type { WritingPeople } from './vault';

/** Whose name is kept. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

interface DatedName extends NamedPerson {
  readonly keptAtMs: number;
}

/** Everybody whose name is kept; what does not open is left out. */
export async function readNames(database: LintelDatabase, keys: RecordKeys): Promise<DatedName[]> {
  const reading = database.transaction('logNames');
  const [ids, notes] = await Promise.all([reading.store.getAllKeys(), reading.store.getAll()]);
  const opened = await Promise.all(notes.map((note, at) => openName(keys, ids[at]!, note)));
  return opened.flatMap((kept, at) => (kept === null ? [] : [{ id: ids[at]!, ...kept }]));
}

/** Seals names; what it gives writes them, in a transaction to come. */
export async function namesToKeep(keys: RecordKeys, people: readonly DatedName[]): Promise<(writing: WritingPeople) => Promise<void>> {
  const notes = await Promise.all(people.map(({ id, name, keptAtMs }) => sealName(keys, id, { name, keptAtMs })));
  return async (writing) => {
    for (const [at, note] of notes.entries()) await writing.objectStore('logNames').put(note, people[at]!.id);
  };
}
