/** The people Lintel knows, and the gallery of those who can be compared. */
import { type Embedding, templateOf } from '../core/embedding';
import { type EmbeddingOrigin, isComparable, LEGACY_ORIGIN } from '../core/model';
import type { Consent } from './consent';
import { TemplateMatrix } from './template-matrix';

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
  /** Absent for whoever was enrolled before it was asked for, or was imported. */
  readonly consent?: Consent;
  /** From then on they are not recognised, and soon after deleted; milliseconds since 1970. Absent: never. */
  readonly expiresAtMs?: number;
  /** When they were last recognised, within a day; milliseconds since 1970. Absent: never since this is kept. */
  readonly lastSeenAtMs?: number;
  readonly samples: readonly Sample[];
  /** Faces of which somebody said that they are not this person. Used like samples, against a match. */
  readonly denials: readonly Sample[];
}

/**
 * Everybody who can be compared with probes of one origin. It changes one person at a time and is never built again; its
 * `version` tells whoever looked at it some time ago whether it is still the same.
 */
export class Gallery {
  readonly origin: EmbeddingOrigin;
  readonly proper = new TemplateMatrix();
  /**
   * People who have nothing but a template of the predecessor (see legacy templates in `core/model`): it is compared with
   * legacy embeddings alone, their denials with probes of `origin`.
   */
  readonly legacy = new TemplateMatrix();
  #version = 0;

  constructor(origin: EmbeddingOrigin) {
    this.origin = origin;
  }

  /** Changes with every change. */
  get version(): number {
    return this.#version;
  }

  /** How many people are here. */
  get size(): number {
    return this.proper.size + this.legacy.size;
  }

  /** Takes a person in as they are now, in place of what was known of them; who cannot be compared is left out. */
  put(person: Person): void {
    this.delete(person.id);
    this.#version += 1;
    const { origin } = this;
    const isLegacy = isLegacyPerson(person, origin);
    if (!isLegacy && !hasComparableSample(person, origin)) return;
    const template = templateOf(comparable(person.samples, isLegacy ? LEGACY_ORIGIN : origin));
    const entry = { personId: person.id, name: person.name, template, denials: comparable(person.denials, origin) };
    (isLegacy ? this.legacy : this.proper).put(entry);
  }

  delete(personId: string): void {
    if (this.proper.delete(personId) || this.legacy.delete(personId)) this.#version += 1;
  }
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

/** The gallery of these people for probes of `origin`. */
export function galleryOf(people: Iterable<Person>, origin: EmbeddingOrigin): Gallery {
  const gallery = new Gallery(origin);
  for (const person of people) gallery.put(person);
  return gallery;
}

function comparable(samples: readonly Sample[], origin: EmbeddingOrigin): Embedding[] {
  return samples.filter((sample) => isComparable(sample, origin)).map(({ embedding }) => embedding);
}
