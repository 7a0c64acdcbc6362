/** What a verification can say, and how a probe scores against everybody. */
import { cosineOf, type Embedding } from '../core/embedding';
import type { Gallery } from './gallery';

/** One person's score against the probe. */
export interface ScoredPerson {
  readonly personId: string;
  readonly name: string;
  /** Cosine, −1 to 1; higher is more alike. Not a probability. */
  readonly score: number;
  /** True when the probe is more like a face of which somebody said that it is not this person. */
  readonly isContested: boolean;
}

/** Why nobody could be named and nobody refused. */
export type UnsureReason =
  /** Two people score nearly the same. */
  | 'two-alike'
  /** The frames did not agree. */
  | 'frames-disagree'
  /** Somebody said of a face like this one that it is not that person. */
  | 'contested'
  /** Too few good frames came. */
  | 'left-early';

interface Result {
  readonly best: ScoredPerson;
  /** Cosine from which the best score would have been a match. */
  readonly threshold: number;
  /** Everybody, best first. */
  readonly scores: readonly ScoredPerson[];
}

/** What a verification found. */
export type Verdict =
  | ({ readonly kind: 'match' } & Result)
  | ({ readonly kind: 'no-match' } & Result)
  | ({ readonly kind: 'unsure'; readonly reason: UnsureReason } & Result)
  /** Nobody to compare with. */
  | { readonly kind: 'empty-gallery' };

/** Everybody's score against the probe, best first; equal scores in order of name. */
export function scoresOf(gallery: Gallery, probe: Embedding): ScoredPerson[] {
  return gallery.entries
    .map(({ personId, name, template, denials }) => {
      const score = cosineOf(template, probe);
      return { personId, name, score, isContested: denials.some((denied) => cosineOf(denied, probe) > score) };
    })
    .sort((a, b) => b.score - a.score || a.name.localeCompare(b.name));
}
