/** From the predecessor's database to people of Lintel, and back. */
import { type Embedding, templateOf } from '../core/embedding';
import { type EmbeddingOrigin, isComparable, LEGACY_ORIGIN } from '../core/model';
import type { Person, Sample } from '../decision/gallery';
import { nameKey } from '../decision/person-name';
import type { FacesDb, FacesDbPerson, RefusedEntry } from './faces-db';
import type { NamedVector } from './pickle-writer';

/** Somebody of the file who has the name of somebody enrolled. */
export interface KnownPerson {
  readonly incoming: FacesDbPerson;
  /** Who has this name now. */
  readonly existing: Pick<Person, 'id' | 'name'>;
}

/** What importing a file would do. */
export interface ImportPlan {
  readonly added: readonly FacesDbPerson[];
  /** Left as they are, or replaced, as the person decides. */
  readonly known: readonly KnownPerson[];
  readonly refused: readonly RefusedEntry[];
}

/** Who of the file is new, and who is enrolled already, however the name is capitalised; in the order of the file. */
export function planImport(db: FacesDb, enrolled: readonly Pick<Person, 'id' | 'name'>[]): ImportPlan {
  const byKey = new Map(enrolled.map((person) => [nameKey(person.name), person]));
  const added: FacesDbPerson[] = [];
  const known: KnownPerson[] = [];
  for (const incoming of db.people) {
    const existing = byKey.get(nameKey(incoming.name));
    if (existing === undefined) added.push(incoming);
    else known.push({ incoming, existing });
  }
  return { added, known, refused: db.refused };
}

/** The people to be written. Whoever is replaced keeps their id. `newId` gives ids that nobody has. */
export function peopleOf({ added, known }: ImportPlan, replacesKnown: boolean, nowMs: number, newId: () => string): Person[] {
  const personOf = ({ name, embedding }: FacesDbPerson, id: string): Person => {
    const sample: Sample = { id: newId(), embedding, capturedAtMs: nowMs, learntBy: 'import', ...LEGACY_ORIGIN };
    return { id, name, enrolledAtMs: nowMs, samples: [sample], denials: [] };
  };
  return [
    ...added.map((incoming) => personOf(incoming, newId())),
    ...(replacesKnown ? known.map(({ incoming, existing }) => personOf(incoming, existing.id)) : []),
  ];
}

/** What a database for another program would hold. */
export interface ExportPlan {
  /** Whoever has samples of the running model: the normalised mean of these. Else the predecessor's own vector. */
  readonly people: readonly NamedVector[];
  /** Numbers in the vectors of people of the running model; null when there are none. */
  readonly dimensions: number | null;
  /** How many of `people` have nothing but the predecessor's vector. */
  readonly legacy: number;
  /** How many people have neither, and are left out. */
  readonly leftOut: number;
}

/** Everybody who can be written for another program that uses the network of `origin`. */
export function planExport(people: readonly Person[], origin: EmbeddingOrigin): ExportPlan {
  const written: NamedVector[] = [];
  let dimensions: number | null = null;
  let legacy = 0;
  for (const person of people) {
    const current = vectorOf(person, origin);
    const vector = current ?? vectorOf(person, LEGACY_ORIGIN);
    if (vector === null) continue;
    if (current === null) legacy += 1;
    else dimensions = current.length;
    written.push({ name: person.name, vector });
  }
  return { people: written, dimensions, legacy, leftOut: people.length - written.length };
}

/** The template that a person's samples of this origin make; null without any. */
function vectorOf({ samples }: Person, origin: EmbeddingOrigin): Embedding | null {
  const comparable = samples.filter((sample) => isComparable(sample, origin));
  return comparable.length === 0 ? null : templateOf(comparable.map(({ embedding }) => embedding));
}
