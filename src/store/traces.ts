/** Looks for what is left of an erased person, in a transaction of its own that begins after the erasure was on the disk. */
import type { Traces } from '../decision/erasure';
import { nameKey } from '../decision/person-name';
import type { RecordKeys } from '../sealing/data-key';
import { nameTagOf } from '../sealing/sealed-record';
import { readNames } from './log-names';
import type { LintelDatabase } from './open-database';

/** Counts records of the person, sealed or as an older version wrote them, and names kept for the log. */
export async function findTraces(database: LintelDatabase, keys: RecordKeys, personId: string, name: string): Promise<Traces> {
  const nameTag = await nameTagOf(keys, name);
  const reading = database.transaction(['sealed', 'people', 'templates']);
  const [sealed, people, templates] = [reading.objectStore('sealed'), reading.objectStore('people'), reading.objectStore('templates')];
  const [withId, withNameTag, names, oldWithId, oldWithName, oldTemplates] = await Promise.all([
    sealed.count(personId),
    sealed.index('nameTag').count(nameTag),
    readNames(database, keys),
    people.count(personId),
    people.index('nameKey').count(nameKey(name)),
    templates.index('personId').count(personId),
    reading.done,
  ]);
  const namesInLog = names.filter((kept) => kept.id === personId || nameKey(kept.name) === nameKey(name)).length;
  return { withId: withId + oldWithId + oldTemplates, withNameTag: withNameTag + oldWithName, namesInLog };
}
