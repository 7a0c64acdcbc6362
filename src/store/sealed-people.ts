/** Everybody, out of their sealed records: what does not open is set aside, alone. */
import type { Person } from '../decision/gallery';
import type { RecordKeys } from '../sealing/data-key';
import { openPerson, type SealedRecord, sealPerson } from '../sealing/sealed-record';
import type { LintelDatabase } from './open-database';
import type { DamagedRecord, ParsedPeople } from './parse-records';
import { readInPieces } from './read-in-pieces';

export interface ReadingProgress {
  /** How many people are kept. */
  readonly people: number;
  /** How much of everything is read, 0 to 1. */
  readonly share: number;
}

/** Records sealed at a time: more would only wait in memory. */
const BATCH = 500;

/** Reads everybody in one transaction; the records of a piece are opened while the next is on its way. */
export async function readPeople(database: LintelDatabase, keys: RecordKeys, onProgress: (progress: ReadingProgress) => void): Promise<ParsedPeople> {
  const reading = database.transaction('sealed');
  const count = await reading.store.count();
  const people: Person[] = [];
  const damaged: DamagedRecord[] = [];
  const opening: Promise<void>[] = [];
  let done = 0;
  const open = async (record: SealedRecord): Promise<void> => {
    try {
      people.push(await openPerson(keys, record));
    } catch (error) {
      damaged.push({ store: 'sealed', key: record.id, reason: error instanceof Error ? error.message : String(error) });
    }
  };
  const openAll = async (records: readonly SealedRecord[]): Promise<void> => {
    await Promise.all(records.map(open));
    done += records.length;
    onProgress({ people: count, share: done / count });
  };
  await Promise.all([readInPieces(reading.store, (records) => void opening.push(openAll(records))), reading.done]);
  await Promise.all(opening);
  return { people, damaged };
}

/** Seals people for one transaction to come: nothing is awaited inside one. */
export async function sealAll(keys: RecordKeys, people: readonly Person[]): Promise<SealedRecord[]> {
  const sealed: SealedRecord[] = [];
  for (let from = 0; from < people.length; from += BATCH) {
    sealed.push(...(await Promise.all(people.slice(from, from + BATCH).map((person) => sealPerson(keys, person)))));
  }
  return sealed;
}
