/** A person who gets more samples, and what those make superfluous. */
import { isComparable, LEGACY_ORIGIN } from '../core/model';
import { type Person, type Sample, withoutLegacy } from './gallery';

/**
 * The person with these samples added. Enrolled properly with the predecessor's network, a person needs its template no
 * more; but a correction can still be taken back, and a sample of another network does not replace it.
 */
export function withSamplesAdded(person: Person, added: readonly Sample[]): Person {
  const replacesLegacy = (sample: Sample): boolean =>
    sample.learntBy !== 'correction' && sample.model === LEGACY_ORIGIN.model && !isComparable(sample, LEGACY_ORIGIN);
  const kept = added.some(replacesLegacy) ? withoutLegacy(person.samples) : person.samples;
  return { ...person, samples: [...kept, ...added] };
}
