/** Changes of what is kept of people besides their samples: consent, expiry, when they were seen, and their end. */
import { planErasure } from '../decision/erasure';
import type { Person } from '../decision/gallery';
import { DAY_MS } from '../decision/retention';
import type { PeopleDesk } from './people-desk';
import { namedInLog } from './person-log';

type Altering = Pick<PeopleDesk, 'alter'>;

/** Writes what `change` makes of a person. False when they are gone or the store failed. */
export async function changePerson(people: Altering, personId: string, change: (person: Person) => Person): Promise<boolean> {
  let isThere = false;
  const isWritten = await people.alter(async (store, known) => {
    const person = known.withId(personId);
    if (person === undefined) return;
    const changed = change(person);
    await store.savePerson(changed);
    known.put(changed);
    isThere = true;
  });
  return isWritten && isThere;
}

/** The person with this expiry date; null takes it away. */
export function withExpiry(person: Person, expiresAtMs: number | null): Person {
  if (expiresAtMs !== null) return { ...person, expiresAtMs };
  const kept: { expiresAtMs?: number } & Person = { ...person };
  delete kept.expiresAtMs;
  return kept;
}

/**
 * Remembers that a person was seen, at most once a day. What cannot be written is left for the next time they are seen:
 * whoever stands before the camera has nothing to do with it.
 */
export async function noteSeen(people: Pick<PeopleDesk, 'alter' | 'withId'>, personId: string, nowMs: number): Promise<void> {
  const isNews = ({ lastSeenAtMs }: Person): boolean => lastSeenAtMs === undefined || Math.abs(nowMs - lastSeenAtMs) >= DAY_MS;
  const seen = people.withId(personId);
  if (seen === undefined || !isNews(seen)) return;
  await people.alter(async (store, known) => {
    const person = known.withId(personId);
    if (person === undefined || !isNews(person)) return;
    const changed = { ...person, lastSeenAtMs: nowMs };
    if (await store.savePerson(changed).then(() => true, () => false)) known.putSeen(changed);
  });
}

/** Deletes people without a way back, and their names from the log. False when the store failed, after some of them perhaps. */
export function removePeople(people: Altering, personIds: readonly string[]): Promise<boolean> {
  return people.alter(async (store, known) => {
    for (const personId of personIds) {
      await store.log.forgetName(personId);
      await store.deletePerson(personId);
      known.delete(personId);
    }
  });
}

/** What was erased; null when the person is gone already or the store failed, and then nothing was. */
export async function erasePerson(people: Altering, personId: string, threshold: number): Promise<Omit<ReturnType<typeof planErasure>, 'changed'> | null> {
  let erased: ReturnType<typeof planErasure> | null = null;
  const isWritten = await people.alter(async (store, known) => {
    const person = known.withId(personId);
    if (person === undefined) return;
    const plan = planErasure(person, known.people, threshold);
    // First what can be done again: whoever is still there can be erased once more.
    for (const id of await namedInLog(store.log, personId, person.name)) await store.log.forgetName(id);
    await store.erasePerson(personId, plan.changed);
    known.delete(personId);
    for (const other of plan.changed) known.put(other);
    erased = plan;
  });
  return isWritten ? erased : null;
}
