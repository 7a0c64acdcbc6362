/** What a verification can say, and how a probe scores against everybody. */
import { cosineOf, type Embedding } from '../core/embedding';
import type { Gallery } from './gallery';
import type { GalleryEntry, TemplateMatrix } from './template-matrix';
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
  /** Too few good frames came, or the face left while it was asked to move. */
  | 'left-early'
  /** The movements were not those that were asked for. */
  | 'not-as-asked'
  /** The picture is neither clearly that of a living face nor clearly not. */
  | 'doubtful-picture';

/** Why a face that matches is taken for something else than the living person. */
export type SpoofReason =
  /** The picture looks like one of a print or a screen. */
  | 'picture'
  /** What turned has no depth. */
  | 'flat'
  /** Another face took the place of the one that was recognised. */
  | 'another-face'
  /** The same frames came again. */
  | 'repeated';

interface Result {
  readonly best: ScoredPerson;
  /** Cosine from which the best score would have been a match. */
  readonly threshold: number;
  /** Everybody, best first; of a large gallery, whoever could be among the best (see `LISTED_PEOPLE`). */
  readonly scores: readonly ScoredPerson[];
}

/** What a verification found. */
export type Verdict =
  | ({ readonly kind: 'match' } & Result)
  | ({ readonly kind: 'no-match' } & Result)
  | ({ readonly kind: 'unsure'; readonly reason: UnsureReason } & Result)
  | ({ readonly kind: 'spoof-suspected'; readonly reason: SpoofReason } & Result)
  /** Nobody to compare with. */
  | { readonly kind: 'empty-gallery' };

/**
 * Whether somebody may say whom the verdict should have named. Not where the face may be a picture: whoever holds it up
 * would teach it.
 */
export function isCorrectable(verdict: Verdict): verdict is Exclude<Verdict, { kind: 'empty-gallery' | 'spoof-suspected' }> {
  if (verdict.kind === 'unsure') return verdict.reason !== 'not-as-asked' && verdict.reason !== 'doubtful-picture';
  return verdict.kind === 'match' || verdict.kind === 'no-match';
}

/** A face to be compared. */
export interface Probe {
  readonly embedding: Embedding;
  /** The same face embedded in the predecessor's way: without it, nobody is compared who has only a template of that kind. */
  readonly legacy: Embedding | null;
}

/** Everybody's score against the probe, best first; equal scores in order of name. */
export function scoresOf({ proper, legacy }: Gallery, probe: Probe): ScoredPerson[] {
  return scored(proper.entries, legacy.entries, probe);
}

/** The same of some people; who is not in the gallery is left out. */
export function scoresAmong({ proper, legacy }: Gallery, personIds: Iterable<string>, probe: Probe): ScoredPerson[] {
  const ids = [...personIds];
  const entriesIn = (matrix: TemplateMatrix): GalleryEntry[] => ids.flatMap((id) => matrix.entryOf(id) ?? []);
  return scored(entriesIn(proper), entriesIn(legacy), probe);
}

function scored(proper: readonly GalleryEntry[], legacy: readonly GalleryEntry[], { embedding, legacy: legacyProbe }: Probe): ScoredPerson[] {
  const scoreOf = ({ personId, name, template, denials }: GalleryEntry, compared: Embedding): ScoredPerson => {
    const score = cosineOf(template, compared);
    return { personId, name, score, isContested: denials.some((denied) => cosineOf(denied, embedding) > score) };
  };
  const scores = proper.map((entry) => scoreOf(entry, embedding));
  if (legacyProbe !== null) scores.push(...legacy.map((entry) => ({ ...scoreOf(entry, legacyProbe), isLegacy: true as const })));
  return scores.sort((a, b) => b.score - a.score || a.name.localeCompare(b.name));
}
