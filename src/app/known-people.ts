/** Everybody who is enrolled: as people, as People lists them, and as the gallery compares them, always in step. */
import type { EmbeddingOrigin } from '../core/model';
import { sortByName, withNamed, withoutNamed } from '../decision/by-name';
import { Gallery, type Person } from '../decision/gallery';
import { nameKey } from '../decision/person-name';
import { isExpired } from '../decision/retention';
import type { PersonView } from '../ui/view';
import { personView } from './person-view';

/**
 * One change touches one person, however many there are. The lists are replaced by it, never changed. Whoever has expired
 * is listed and not compared.
 */
export class KnownPeople {
  readonly origin: EmbeddingOrigin | null;
  /** Null before it is known what can be compared. */
  readonly gallery: Gallery | null;
  #people: readonly Person[] = [];
  #views: readonly PersonView[] = [];
  readonly #byId = new Map<string, Person>();
  readonly #byKey = new Map<string, Person>();

  /** Nobody, yet. */
  constructor(origin: EmbeddingOrigin | null) {
    this.origin = origin;
    this.gallery = origin === null ? null : new Gallery(origin);
  }

  /** Takes everybody in at once, a little at a time. */
  static *of(people: readonly Person[], origin: EmbeddingOrigin | null): Generator<undefined, KnownPeople> {
    const known = new KnownPeople(origin);
    const sorted = yield* sortByName(people);
    const views: PersonView[] = [];
    for (const person of sorted) {
      known.#index(person);
      views.push(personView(person, origin));
      yield;
    }
    known.#people = sorted;
    known.#views = views;
    return known;
  }

  /** In order of name. */
  get people(): readonly Person[] {
    return this.#people;
  }

  /** In the same order. */
  get views(): readonly PersonView[] {
    return this.#views;
  }

  withId(personId: string): Person | undefined {
    return this.#byId.get(personId);
  }

  /** The person of this name, however it is capitalised. */
  named(name: string): Person | undefined {
    return this.#byKey.get(nameKey(name));
  }

  /** Takes a person in, in place of whoever has the same id. */
  put(person: Person): void {
    this.delete(person.id);
    this.#index(person);
    this.#people = withNamed(this.#people, person);
    this.#views = withNamed(this.#views, personView(person, this.origin));
  }

  /** Takes in when a person was last seen. Nothing that is compared changes, so the gallery is left alone. */
  putSeen(person: Person): void {
    const { id } = person;
    this.#byId.set(id, person);
    this.#byKey.set(nameKey(person.name), person);
    this.#people = this.#people.map((known) => (known.id === id ? person : known));
    this.#views = this.#views.map((view) => (view.id === id ? personView(person, this.origin) : view));
  }

  /** Sees who has expired by now, or, by a clock that was set back, has not. True when that changed for somebody. */
  followClock(nowMs: number): boolean {
    const changed = this.#people.filter((person, index) => isExpired(person, nowMs) !== (this.#views[index]!.isExpired === true));
    for (const person of changed) this.put(person);
    return changed.length > 0;
  }

  delete(personId: string): void {
    const person = this.#byId.get(personId);
    if (person === undefined) return;
    this.#byId.delete(personId);
    const key = nameKey(person.name);
    if (this.#byKey.get(key) === person) this.#byKey.delete(key);
    this.gallery?.delete(personId);
    this.#people = withoutNamed(this.#people, person);
    this.#views = withoutNamed(this.#views, person);
  }

  #index(person: Person): void {
    this.#byId.set(person.id, person);
    this.#byKey.set(nameKey(person.name), person);
    if (!isExpired(person, Date.now())) this.gallery?.put(person);
  }
}
