/** Erasing a person for good: what rests on their face, and the proof that it is gone. */
import { cosineOf } from '../core/embedding';
import { isComparable } from '../core/model';
import type { Person, Sample } from './gallery';

export interface ErasurePlan {
  readonly samples: number;
  /** Of the person: faces of which somebody said that they are not them. */
  readonly denials: number;
  /** Others, without the denials that rest on this person's face. */
  readonly changed: readonly Person[];
  /** How many denials of others those were. */
  readonly othersDenials: number;
}

/**
 * What erasing a person takes with it. A denial of somebody else rests on this person's face when it scores at least
 * `threshold` against a sample of theirs that it can be compared with: nothing else is known of whose face it was.
 */
export function planErasure(person: Person, everybody: readonly Person[], threshold: number): ErasurePlan {
  const restsOn = (denial: Sample): boolean =>
    person.samples.some((sample) => isComparable(sample, denial) && cosineOf(sample.embedding, denial.embedding) >= threshold);
  const changed: Person[] = [];
  let othersDenials = 0;
  for (const other of everybody) {
    if (other.id === person.id) continue;
    const denials = other.denials.filter((denial) => !restsOn(denial));
    if (denials.length === other.denials.length) continue;
    othersDenials += other.denials.length - denials.length;
    changed.push({ ...other, denials });
  }
  return { samples: person.samples.length, denials: person.denials.length, changed, othersDenials };
}

/** What a new look into the database found of an erased person, each a number of records. Zeros are the proof. */
export interface Traces {
  /** Under the person's id. */
  readonly withId: number;
  /** Under the tag of their name: an HMAC, by which people of one name are told. */
  readonly withNameTag: number;
  /** Names kept for the log, under the person's id or the same as theirs. */
  readonly namesInLog: number;
}

/** What was erased, and what was found of it afterwards. It names nobody. */
export interface ErasureReceipt {
  /** Milliseconds since 1970. */
  readonly erasedAtMs: number;
  readonly samples: number;
  readonly denials: number;
  readonly othersDenials: number;
  readonly traces: Traces;
}
