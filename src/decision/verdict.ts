/** What a verification can say, and how a probe scores against everybody. */
import { cosineOf, type Embedding } from '../core/embedding';
import type { Gallery, GalleryEntry } from './gallery';
import { LEGACY_THRESHOLD } from './thresholds';

/** One person's score against the probe. */
export interface ScoredPerson {
  readonly personId: string;
  readonly name: string;
  /** Cosine, −1 to 1; higher is more alike. Not a probability. */
  readonly score: number;
  /** True when the probe is more like a face of which somebody said that it is not this person. */
  readonly isContested: boolean;
  /** Present when the score is between legacy embeddings: it has its own threshold. */
  readonly isLegacy?: true;
}

/** Cosine from which this person matches, where `threshold` is that of people enrolled properly. */
export function limitOf({ isLegacy }: ScoredPerson, threshold: number): number {
  return isLegacy === true ? LEGACY_THRESHOLD.cosine : threshold;
}

/**
 * How far the first is ahead of the second, each measured from their own threshold; positive when it is.
 * [Note: two scales] Legacy scores and proper ones are cosines of one network, but strangers reach different heights in
 * them; from its threshold up, each says about as much.
 */
export function leadOf(first: ScoredPerson, second: ScoredPerson, threshold: number): number {
  return first.score - second.score - (limitOf(first, threshold) - limitOf(second, threshold));
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

/**
 * Everybody's score against the probe, best first; equal scores in order of name. `legacyProbe` is the same face embedded
 * in the predecessor's way: without it, nobody is compared who has only a template of that kind.
 */
export function scoresOf(gallery: Gallery, probe: Embedding, legacyProbe: Embedding | null = null): ScoredPerson[] {
  const scored = ({ personId, name, template, denials }: GalleryEntry, compared: Embedding): ScoredPerson => {
    const score = cosineOf(template, compared);
    return { personId, name, score, isContested: denials.some((denied) => cosineOf(denied, probe) > score) };
  };
  const proper = gallery.entries.map((entry) => scored(entry, probe));
  const legacy = legacyProbe === null ? [] : (gallery.legacy ?? []);
  return [...proper, ...legacy.map((entry) => ({ ...scored(entry, legacyProbe!), isLegacy: true as const }))].sort(
    (a, b) => b.score - a.score || a.name.localeCompare(b.name),
  );
}
