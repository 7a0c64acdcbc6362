/** What several frames say together: a name, a refusal, or a doubt with its reason. */
import { describe, expect, it } from 'vitest';
import { TURNED_ALLOWANCE } from '../../../src/decision/liveness/challenge-limits';
import { UNSURE_MARGIN, VOTE } from '../../../src/decision/thresholds';
import type { ScoredPerson } from '../../../src/decision/verdict';
import { likenessOf, type Vote, verdictOf, verdictWithoutMore, type VoteRules } from '../../../src/decision/vote';

const THRESHOLD = 0.4;
const RULES: VoteRules = { threshold: THRESHOLD, claim: null };
const claiming = (claim: string): VoteRules => ({ ...RULES, claim });

function scored(name: string, score: number, isContested = false): ScoredPerson {
  return { personId: name.toLowerCase(), name, score, isContested };
}

/** One frame's scores, best first. */
function vote(scores: Readonly<Record<string, number>>, contested = ''): Vote {
  return Object.entries(scores)
    .map(([name, score]) => scored(name, score, name === contested))
    .sort((a, b) => b.score - a.score);
}

const times = (count: number, frame: Vote): Vote[] => Array.from({ length: count }, () => frame);

const IS_ADA = vote({ Ada: 0.75, Ben: 0.125 });
const IS_BEN = vote({ Ben: 0.75, Ada: 0.125 });
const IS_NOBODY = vote({ Ada: 0.25, Ben: 0.125 });
const IS_EITHER = vote({ Ada: 0.75, Ben: 0.75 - UNSURE_MARGIN / 2 });
const IS_CONTESTED = vote({ Ada: 0.75, Ben: 0.125 }, 'Ada');

describe('a match', () => {
  it('needs as many frames as agree, and no more', () => {
    expect(verdictOf(times(VOTE.needed - 1, IS_ADA), RULES)).toBeNull();
    expect(verdictOf(times(VOTE.needed, IS_ADA), RULES)).toEqual({ kind: 'match', best: IS_ADA[0], threshold: THRESHOLD, scores: IS_ADA });
  });

  it('survives frames that say something else', () => {
    const votes = [IS_NOBODY, IS_ADA, IS_EITHER, IS_ADA];
    expect(verdictOf(votes, RULES)).toBeNull();
    expect(verdictOf([...votes, IS_ADA], RULES)).toMatchObject({ kind: 'match', best: { name: 'Ada' } });
  });

  it('begins at the threshold', () => {
    expect(verdictOf(times(VOTE.needed, vote({ Ada: THRESHOLD })), RULES)?.kind).toBe('match');
    expect(verdictOf(times(VOTE.needed, vote({ Ada: THRESHOLD - 1e-9 })), RULES)?.kind).toBe('no-match');
  });

  it('is never made of frames for different people', () => {
    expect(verdictOf([IS_ADA, IS_BEN, IS_ADA, IS_BEN], RULES)).toBeNull();
  });
});

describe('a refusal', () => {
  it('needs as many frames, and says who came closest', () => {
    expect(verdictOf(times(VOTE.needed - 1, IS_NOBODY), RULES)).toBeNull();
    const verdict = verdictOf(times(VOTE.needed, IS_NOBODY), RULES);
    expect(verdict).toEqual({ kind: 'no-match', best: IS_NOBODY[0], threshold: THRESHOLD, scores: IS_NOBODY });
  });
});

describe('a doubt', () => {
  const reasonOf = (votes: readonly Vote[], rules = RULES): string | null => {
    const verdict = verdictOf(votes, rules);
    return verdict?.kind === 'unsure' ? verdict.reason : null;
  };

  it('waits until all frames have voted', () => {
    expect(verdictOf(times(VOTE.frames - 1, IS_EITHER), RULES)).toBeNull();
    expect(reasonOf(times(VOTE.frames, IS_EITHER))).toBe('two-alike');
  });

  it('is there when two people score nearly the same', () => {
    const withMargin = (margin: number): Vote => vote({ Ada: 0.75, Ben: 0.75 - margin });
    expect(reasonOf(times(VOTE.frames, withMargin(UNSURE_MARGIN - 1e-9)))).toBe('two-alike');
    expect(verdictOf(times(VOTE.frames, withMargin(UNSURE_MARGIN + 1e-9)), RULES)?.kind).toBe('match');
  });

  it('does not mind a second person who is alike when both are below the threshold', () => {
    expect(verdictOf(times(VOTE.needed, vote({ Ada: 0.375, Ben: 0.37 })), RULES)?.kind).toBe('no-match');
  });

  it('is there when a denied face is more alike, whatever the others say', () => {
    expect(reasonOf(times(VOTE.frames, IS_CONTESTED))).toBe('contested');
    expect(reasonOf([IS_ADA, IS_ADA, IS_NOBODY, IS_NOBODY, IS_CONTESTED])).toBe('contested');
  });

  it('does not hold against a denied face that would not have been a match', () => {
    expect(verdictOf(times(VOTE.needed, vote({ Ada: 0.25 }, 'Ada')), RULES)?.kind).toBe('no-match');
  });

  it('is there when the frames do not agree', () => {
    expect(reasonOf([IS_ADA, IS_NOBODY, IS_ADA, IS_NOBODY, IS_EITHER])).toBe('frames-disagree');
    expect(reasonOf([IS_ADA, IS_BEN, IS_ADA, IS_BEN, IS_EITHER])).toBe('frames-disagree');
  });

  it('is about two people only when most frames are', () => {
    expect(reasonOf([IS_EITHER, IS_EITHER, IS_EITHER, IS_ADA, IS_NOBODY])).toBe('two-alike');
    expect(reasonOf([IS_EITHER, IS_EITHER, IS_NOBODY, IS_ADA, IS_NOBODY])).toBe('frames-disagree');
  });
});

describe('a claim', () => {
  it('is confirmed by the score of that person alone', () => {
    expect(verdictOf(times(VOTE.needed, IS_BEN), claiming('ben'))).toMatchObject({ kind: 'match', best: { name: 'Ben' } });
  });

  it('is refused although somebody else matches', () => {
    expect(verdictOf(times(VOTE.needed, IS_BEN), claiming('ada'))).toMatchObject({ kind: 'no-match', best: { name: 'Ada', score: 0.125 } });
  });

  it('of one of two who look alike is believed', () => {
    expect(verdictOf(times(VOTE.needed, IS_EITHER), claiming('ben'))).toMatchObject({ kind: 'match', best: { name: 'Ben' } });
  });

  it('is in doubt when the face is clearly more like somebody else', () => {
    const more = vote({ Ada: 0.5, Ben: 0.75 });
    expect(verdictOf(times(VOTE.frames, more), claiming('ada'))).toMatchObject({ kind: 'unsure', reason: 'two-alike', best: { name: 'Ada' } });
  });

  it('is believed until the face is more like somebody else by the margin', () => {
    const behind = (gap: number): Vote => vote({ Ada: 0.5, Ben: 0.5 + gap });
    expect(verdictOf(times(VOTE.frames, behind(UNSURE_MARGIN - 1e-9)), claiming('ada'))?.kind).toBe('match');
    expect(verdictOf(times(VOTE.frames, behind(UNSURE_MARGIN + 1e-9)), claiming('ada'))?.kind).toBe('unsure');
  });

  it('minds only what was denied of that person', () => {
    expect(verdictOf(times(VOTE.needed, vote({ Ada: 0.75, Ben: 0.125 }, 'Ben')), claiming('ada'))?.kind).toBe('match');
    expect(verdictOf(times(VOTE.frames, IS_CONTESTED), claiming('ada'))).toMatchObject({ kind: 'unsure', reason: 'contested' });
  });
});

describe('an empty gallery', () => {
  it('needs one frame', () => {
    expect(verdictOf([[]], RULES)).toEqual({ kind: 'empty-gallery' });
    expect(verdictOf([[]], claiming('ada'))).toEqual({ kind: 'empty-gallery' });
  });
});

describe('the scores of a verdict', () => {
  it('are the means, best first, and in order of name where they are equal', () => {
    const votes = [vote({ Ada: 0.5, Ben: 0.25, Zoë: 0.125 }), vote({ Ada: 0.75, Ben: 0, Zoë: 0.125 }), vote({ Ada: 1, Ben: 0.125, Zoë: 0.125 })];
    expect(verdictOf(votes, RULES)).toMatchObject({ scores: [scored('Ada', 0.75), scored('Ben', 0.125), scored('Zoë', 0.125)] });
  });

  it('are contested where one frame was', () => {
    const votes = times(VOTE.needed, IS_ADA);
    expect(verdictOf([...votes, IS_CONTESTED], RULES)).toMatchObject({ kind: 'match', best: { isContested: true } });
    expect(verdictOf([IS_CONTESTED, ...votes], RULES)).toMatchObject({ kind: 'match', best: { isContested: true } });
    expect(verdictOf(votes, RULES)).toMatchObject({ kind: 'match', best: { isContested: false } });
  });
});

describe('verdictWithoutMore', () => {
  it('is the verdict where there is one', () => {
    expect(verdictWithoutMore(times(VOTE.needed, IS_ADA), RULES)?.kind).toBe('match');
    expect(verdictWithoutMore(times(VOTE.needed, IS_NOBODY), RULES)?.kind).toBe('no-match');
  });

  it.each([
    ['names', IS_ADA],
    ['refuses', IS_NOBODY],
  ])('never %s anybody by fewer frames than are needed', (_, frame) => {
    const verdict = verdictWithoutMore(times(VOTE.needed - 1, frame), RULES);
    expect(verdict).toEqual({ kind: 'unsure', reason: 'left-early', best: frame[0], threshold: THRESHOLD, scores: frame });
  });

  it('is about the claim', () => {
    expect(verdictWithoutMore([IS_BEN], claiming('ada'))).toMatchObject({ kind: 'unsure', best: { name: 'Ada' } });
  });

  it('is none where no frame voted', () => {
    expect(verdictWithoutMore([], RULES)).toBeNull();
    expect(verdictOf([], RULES)).toBeNull();
  });
});

describe('likenessOf', () => {
  it.each<[string, Vote, ReturnType<typeof likenessOf>]>([
    ['a match of the person', IS_ADA, 'same'],
    ['a turned head', vote({ Ada: THRESHOLD - TURNED_ALLOWANCE + 0.01, Ben: 0.1 }), 'nearly'],
    ['a match in doubt', IS_EITHER, 'nearly'],
    ['less than a turn costs', vote({ Ada: THRESHOLD - TURNED_ALLOWANCE - 0.01, Ben: 0.1 }), 'other'],
    ['somebody else who is enrolled', IS_BEN, 'other'],
    ['a turned head that is more like somebody else', vote({ Ada: 0.3, Ben: 0.35 }), 'other'],
    ['nobody', [], 'other'],
  ])('says of %s', (_, frame, likeness) => {
    expect(likenessOf(frame, 'ada', RULES)).toBe(likeness);
  });
});
