/** Whose scores are listed under a verdict. */
import { describe, expect, it } from 'vitest';
import { LISTED_PEOPLE } from '../../../src/decision/thresholds';
import type { ScoredPerson } from '../../../src/decision/verdict';
import { listedScores } from '../../../src/ui/parts/scores';

const scores = Array.from({ length: LISTED_PEOPLE + 10 }, (_, index): ScoredPerson => ({ personId: `p${index}`, name: `P${index}`, score: 0.9 - index / 100, isContested: false }));
const listed = (count: number, best = scores[0]!) => listedScores({ kind: 'no-match', best, threshold: 0.4, scores: scores.slice(0, count) });

describe('the scores under a verdict', () => {
  it('are everybody’s in a small gallery', () => {
    expect(listed(LISTED_PEOPLE)).toEqual(scores.slice(0, LISTED_PEOPLE));
  });

  it('are the highest of a large one', () => {
    expect(listed(LISTED_PEOPLE + 10)).toEqual(scores.slice(0, LISTED_PEOPLE));
  });

  it('have the person who was asked about, wherever they stand', () => {
    const asked = scores.at(-1)!;
    expect(listed(LISTED_PEOPLE + 10, asked)).toEqual([...scores.slice(0, LISTED_PEOPLE), asked]);
  });
});
