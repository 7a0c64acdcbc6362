/** The people Lintel knows, held in memory; enrolment and deletion replace the whole value. */
import { type Embedding, templateOf } from '../core/embedding';
import { type EmbeddingOrigin, isComparable, LEGACY_ORIGIN } from '../core/model';

export const WAYS_TO_LEARN = ['enrolment', 'photograph', 'correction', 'import'] as const;
export type LearntBy = (typeof WAYS_TO_LEARN)[number];

/** One embedding that a person gave, with what made it. */
export interface Sample extends EmbeddingOrigin {
  readonly id: string;
  /** How Lintel came by it: at an enrolment, from a photograph, because somebody corrected a verdict, or from the predecessor's database. */
  readonly learntBy: LearntBy;
  readonly embedding: Embedding;
  /** Milliseconds since 1970. */
  readonly capturedAtMs: number;
}

/** A person with their samples, as stored. */
export interface Person {
  readonly id: string;
  /** 1 to 64 characters, trimmed, NFC. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly enrolledAtMs: number;
  readonly samples: readonly Sample[];
  /** Faces of which somebody said that they are not this person. Used like samples, against a match. */
  readonly denials: readonly Sample[];
}

/** One person ready to be compared. */
export interface GalleryEntry {
  readonly personId: string;
  readonly name: string;
  readonly template: Embedding;
  readonly denials: readonly Embedding[];
}

/** Everybody who can be compared with probes of one origin. */
export interface Gallery {
  readonly origin: EmbeddingOrigin;
  readonly entries: readonly GalleryEntry[];
  /**
   * People who have nothing but a template of the predecessor (see legacy templates in `core/model`): it is compared with
   * legacy embeddings alone, their denials with probes of `origin`. Absent when there are none.
   */
  readonly legacy?: readonly GalleryEntry[];
}

/** True when the person has a sample that a probe of this origin may be compared with. */
export function hasComparableSample(person: Person, origin: EmbeddingOrigin): boolean {
  return person.samples.some((sample) => isComparable(sample, origin));
}

/** True when the person can be matched through the predecessor's preprocessing alone: its network must be the running one. */
export function isLegacyPerson(person: Person, origin: EmbeddingOrigin): boolean {
  return origin.model === LEGACY_ORIGIN.model && !hasComparableSample(person, origin) && hasComparableSample(person, LEGACY_ORIGIN);
}

/** The samples that are not the predecessor's. */
export function withoutLegacy(samples: readonly Sample[]): Sample[] {
  return samples.filter((sample) => !isComparable(sample, LEGACY_ORIGIN));
}

/** Builds the gallery for probes of `origin`; people without a comparable sample are left out. */
export function galleryOf(people: readonly Person[], origin: EmbeddingOrigin): Gallery {
  const entryOf = (person: Person, made: EmbeddingOrigin): GalleryEntry => ({
    personId: person.id,
    name: person.name,
    template: templateOf(comparable(person.samples, made)),
    denials: comparable(person.denials, origin),
  });
  const entries = people.filter((person) => hasComparableSample(person, origin)).map((person) => entryOf(person, origin));
  const legacy = people.filter((person) => isLegacyPerson(person, origin)).map((person) => entryOf(person, LEGACY_ORIGIN));
  return { origin, entries, ...(legacy.length === 0 ? {} : { legacy }) };
}

function comparable(samples: readonly Sample[], origin: EmbeddingOrigin): Embedding[] {
  return samples.filter((sample) => isComparable(sample, origin)).map(({ embedding }) => embedding);
}
