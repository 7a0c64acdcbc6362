/** What restoring a backup would do to the people who are here. */
import { laterConsent } from '../decision/consent';
import type { Person, Sample } from '../decision/gallery';
import { nameKey } from '../decision/person-name';
import type { Backup } from './content';

/** Somebody who is here and gets samples back. */
export interface ExtendedPerson {
  /** As they would be. */
  readonly person: Person;
  /** How many samples and corrections they would get. */
  readonly gained: number;
}

export interface RestorePlan {
  readonly backup: Backup;
  /** Who is not here. */
  readonly added: readonly Person[];
  readonly extended: readonly ExtendedPerson[];
  /** How many people are here with everything that the backup has of them. */
  readonly unchanged: number;
  /** Who is here and not in the backup: they stay when it is merged and go when it replaces everybody. */
  readonly absent: readonly Person[];
}

/**
 * Whoever is here already, by id or else by name, keeps their id, name and samples and gets those they lack. A sample
 * that belongs to somebody here is never taken from them.
 */
export function planRestore(backup: Backup, enrolled: readonly Person[]): RestorePlan {
  const byId = new Map(enrolled.map((person) => [person.id, person]));
  const byName = new Map(enrolled.map((person) => [nameKey(person.name), person]));
  const taken = new Set(enrolled.flatMap(templatesOf).map(({ id }) => id));
  const isFree = ({ id }: Sample): boolean => !taken.has(id);
  const added: Person[] = [];
  // One person here may be two in the backup: the one has their id, the other their name.
  const met = new Map<string, ExtendedPerson>();
  for (const incoming of backup.people) {
    const here = byId.get(incoming.id) ?? byName.get(nameKey(incoming.name));
    const [samples, denials] = [incoming.samples.filter(isFree), incoming.denials.filter(isFree)];
    if (here === undefined) {
      if (samples.length > 0) added.push({ ...incoming, samples, denials });
      continue;
    }
    const { person, gained } = met.get(here.id) ?? { person: here, gained: 0 };
    const consent = laterConsent(person.consent, incoming.consent);
    const grown = { ...person, ...(consent !== undefined && { consent }), samples: [...person.samples, ...samples], denials: [...person.denials, ...denials] };
    met.set(here.id, { person: grown, gained: gained + samples.length + denials.length });
  }
  const extended = [...met.values()].filter(({ gained }) => gained > 0);
  return {
    backup,
    added,
    extended,
    unchanged: met.size - extended.length,
    absent: enrolled.filter(({ id }) => !met.has(id)),
  };
}

/** Who is to be written when the backup is merged: nobody goes. */
export function mergedPeople({ added, extended }: RestorePlan): Person[] {
  return [...added, ...extended.map(({ person }) => person)];
}

function templatesOf({ samples, denials }: Person): Sample[] {
  return [...samples, ...denials];
}
