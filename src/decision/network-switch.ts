/** Whom switching to another recognition network would strand, and whom it would bring back. */
import type { EmbeddingOrigin } from '../core/model';
import { hasComparableSample, isLegacyPerson, type Person } from './gallery';

export interface NetworkSwitch {
  /** Everybody whom the other network cannot recognise before they enrol again. */
  readonly stranded: readonly Person[];
  /** Everybody whom the other network can recognise and the running one cannot. */
  readonly regained: readonly Person[];
}

/** True when probes of this origin can be compared with the person, in whatever way. */
export function isRecognisable(person: Person, origin: EmbeddingOrigin): boolean {
  return hasComparableSample(person, origin) || isLegacyPerson(person, origin);
}

/** What going from one to the other means; `from` is null before a network runs. */
export function networkSwitch(people: readonly Person[], from: EmbeddingOrigin | null, to: EmbeddingOrigin): NetworkSwitch {
  return {
    stranded: people.filter((person) => !isRecognisable(person, to)),
    regained: people.filter((person) => isRecognisable(person, to) && from !== null && !isRecognisable(person, from)),
  };
}
