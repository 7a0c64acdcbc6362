/** People whom version 1 wrote unsealed: read once, sealed, and only then removed. See sealing old people in `schema.ts`. */
import type { RecordKeys } from '../sealing/data-key';
import { changeAtOnce } from './durable';
import type { LintelDatabase } from './open-database';
import { type DamagedRecord, PeopleReader, type RawRecord } from './parse-records';
import { readInPieces } from './read-in-pieces';
import { sealAll } from './sealed-people';

/**
 * Seals everybody who can be read, in one transaction that also removes what they were before: whatever interrupts it,
 * all of them are there, in one form or the other. What cannot be read stays as it is, and is said.
 */
export async function sealOldPeople(database: LintelDatabase, keys: RecordKeys): Promise<readonly DamagedRecord[]> {
  const reading = database.transaction(['people', 'templates']);
  const [people, templates] = [reading.objectStore('people'), reading.objectStore('templates')];
  const reader = new PeopleReader();
  const readPeople = (): Promise<void> => readInPieces(people, (records) => reader.addPeople(records.map(withKey)));
  await Promise.all([readInPieces(templates, (records) => reader.addTemplates(records.map(withKey))).then(readPeople), reading.done]);
  const found = reader.finish();
  if (found.people.length === 0) return found.damaged;

  const sealed = await sealAll(keys, found.people);
  await changeAtOnce(database, ['sealed', 'people', 'templates'], async (writing) => {
    for (const record of sealed) {
      // Another tab may have sealed them meanwhile, and somebody have changed them there since.
      if ((await writing.objectStore('people').getKey(record.id)) === undefined) continue;
      await writing.objectStore('sealed').put(record);
      await writing.objectStore('people').delete(record.id);
    }
    for (const { samples, denials } of found.people) {
      for (const { id } of [...samples, ...denials]) await writing.objectStore('templates').delete(id);
    }
  });
  return found.damaged;
}

/** The id is the key, so every record has one, whatever else it lacks. */
function withKey(record: { readonly id: string }): RawRecord {
  return { key: record.id, value: record };
}
