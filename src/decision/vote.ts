/** Several frames of one face vote on who it is: one frame alone never names anybody. */
import { TURNED_ALLOWANCE } from './liveness/challenge-limits';
import { UNSURE_MARGIN, VOTE } from './thresholds';
import { leadOf, limitOf, type ScoredPerson, type UnsureReason, type Verdict } from './verdict';

/** Everybody's score against one frame, best first; in a large gallery, of whoever could matter (see Note: shortlist). */
export type Vote = readonly ScoredPerson[];

export interface VoteRules {
  /** Cosine from which a face counts as a match. */
  readonly threshold: number;
  /** Whom the face claims to be, when only that is asked; null asks who it is. */
  readonly claim: string | null;
}

/** What one frame says. */
type Ballot =
  | { readonly kind: 'match'; readonly personId: string }
  | { readonly kind: 'no-match' }
  | { readonly kind: 'unsure'; readonly reason: UnsureReason };

function ballotOf(vote: Vote, { threshold, claim }: VoteRules): Ballot {
  const ranked = [...vote].sort((a, b) => leadOf(b, a, threshold));
  const best = bestOf(ranked, { threshold, claim });
  if (best === undefined || best.score < limitOf(best, threshold)) return { kind: 'no-match' };
  if (best.isContested) return { kind: 'unsure', reason: 'contested' };
  const rival = ranked.find(({ personId }) => personId !== best.personId);
  // Whoever claims to be one of two who look alike is believed, unless the face is clearly more like the other.
  const leadNeeded = claim === null ? UNSURE_MARGIN : -UNSURE_MARGIN;
  if (rival !== undefined && leadOf(best, rival, threshold) < leadNeeded) return { kind: 'unsure', reason: 'two-alike' };
  return { kind: 'match', personId: best.personId };
}

/** How one frame compares with the person of a match, while they are asked to move. */
export function likenessOf(vote: Vote, personId: string, rules: VoteRules): 'same' | 'nearly' | 'other' {
  const ballot = ballotOf(vote, rules);
  if (ballot.kind === 'match' && ballot.personId === personId) return 'same';
  const [first] = [...vote].sort((a, b) => leadOf(b, a, rules.threshold));
  const isNearly = first?.personId === personId && first.score >= limitOf(first, rules.threshold) - TURNED_ALLOWANCE;
  return isNearly ? 'nearly' : 'other';
}

/** The verdict, as soon as enough frames agree or all have voted; null while more are needed. */
export function verdictOf(votes: readonly Vote[], rules: VoteRules): Verdict | null {
  const scores = meanScores(votes, rules);
  if (votes[0]?.length === 0) return { kind: 'empty-gallery' };
  const ballots = votes.map((vote) => ballotOf(vote, rules));
  const best = bestOf(scores, rules);
  if (best === undefined) return null;
  const result = { best, threshold: limitOf(best, rules.threshold), scores };
  const matches = ballots.filter((ballot) => ballot.kind === 'match' && ballot.personId === best.personId).length;
  if (matches >= VOTE.needed) return { kind: 'match', ...result };
  if (ballots.filter(({ kind }) => kind === 'no-match').length >= VOTE.needed) return { kind: 'no-match', ...result };
  return votes.length < VOTE.frames ? null : { kind: 'unsure', reason: reasonOf(ballots), ...result };
}

/** The verdict when no more frames come: nobody is named, and nobody refused, by fewer votes than are needed. */
export function verdictWithoutMore(votes: readonly Vote[], rules: VoteRules): Verdict | null {
  const settled = verdictOf(votes, rules);
  if (settled !== null) return settled;
  const scores = meanScores(votes, rules);
  const best = bestOf(scores, rules);
  return best === undefined ? null : { kind: 'unsure', reason: 'left-early', best, threshold: limitOf(best, rules.threshold), scores };
}

function bestOf(scores: readonly ScoredPerson[], { claim }: VoteRules): ScoredPerson | undefined {
  return claim === null ? scores[0] : scores.find(({ personId }) => personId === claim);
}

function reasonOf(ballots: readonly Ballot[]): UnsureReason {
  const reasons = ballots.flatMap((ballot) => (ballot.kind === 'unsure' ? [ballot.reason] : []));
  if (reasons.includes('contested')) return 'contested';
  return reasons.length * 2 > ballots.length ? 'two-alike' : 'frames-disagree';
}

/** Everybody's mean score over the votes they are in, best first; equal ones in order of name. */
function meanScores(votes: readonly Vote[], { threshold }: VoteRules): ScoredPerson[] {
  const sums = new Map<string, { readonly scored: ScoredPerson; readonly votes: number }>();
  for (const scored of votes.flat()) {
    const sum = sums.get(scored.personId);
    const score = (sum?.scored.score ?? 0) + scored.score;
    const isContested = scored.isContested || (sum?.scored.isContested ?? false);
    sums.set(scored.personId, { scored: { ...scored, score, isContested }, votes: (sum?.votes ?? 0) + 1 });
  }
  return [...sums.values()]
    .map(({ scored, votes: count }) => ({ ...scored, score: scored.score / count }))
    .sort((a, b) => leadOf(b, a, threshold) || a.name.localeCompare(b.name));
}
