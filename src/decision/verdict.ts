/** Compares a probe with everybody and says who it is, if anybody. */
import { cosineOf, type Embedding } from '../core/embedding';
import type { Gallery } from './gallery';

/** One person's score against the probe. */
export interface ScoredPerson {
  readonly personId: string;
  readonly name: string;
  /** Cosine, −1 to 1; higher is more alike. Not a probability. */
  readonly score: number;
}

/** What a verification found. `scores` holds everybody, best first. */
export type Verdict =
  | { readonly kind: 'match'; readonly best: ScoredPerson; readonly threshold: number; readonly scores: readonly ScoredPerson[] }
  | { readonly kind: 'no-match'; readonly best: ScoredPerson; readonly threshold: number; readonly scores: readonly ScoredPerson[] }
  /** Nobody to compare with. */
  | { readonly kind: 'empty-gallery' };

/** Everybody's score against the probe, best first; equal scores in order of name. */
export function scoresOf(gallery: Gallery, probe: Embedding): ScoredPerson[] {
  return gallery.entries
    .map(({ personId, name, template }) => ({ personId, name, score: cosineOf(template, probe) }))
    .sort((a, b) => b.score - a.score || a.name.localeCompare(b.name));
}

/** A match is the best score when it reaches `threshold`. */
export function verdictOf(gallery: Gallery, probe: Embedding, threshold: number): Verdict {
  const scores = scoresOf(gallery, probe);
  const [best] = scores;
  if (best === undefined) return { kind: 'empty-gallery' };
  return { kind: best.score >= threshold ? 'match' : 'no-match', best, threshold, scores };
}
