/** Finds people by a part of their name, among however many there are. */
import { nameKey } from '../decision/person-name';
import type { PersonView } from './view';

/** Folding a name takes longer than looking into it, and the same people are searched with every letter typed. */
const KEYS = new WeakMap<PersonView, string>();

/** Whose name holds what was typed, however it is capitalised, in the order of the list; everybody when nothing was. */
export function findByName(people: readonly PersonView[], typed: string): readonly PersonView[] {
  const wanted = nameKey(typed.trim());
  return wanted === '' ? people : people.filter((person) => keyOf(person).includes(wanted));
}

function keyOf(person: PersonView): string {
  let key = KEYS.get(person);
  if (key === undefined) {
    key = nameKey(person.name);
    KEYS.set(person, key);
  }
  return key;
}
