/** The part of a visit that gathers votes until there is a verdict. */
import { type Embedding, templateOf } from '../core/embedding';
import { overlapOf } from '../core/geometry';
import type { LivenessReading } from '../core/liveness';
import { gather, type Gathered } from './gathered';
import { beginChallenge, type ChallengeProblem, stepChallenge, wantsLikeness } from './liveness/challenge';
import { TIMES } from './liveness/challenge-limits';
import { CHALLENGES, type LivenessMode } from './liveness/mode';
import { judgePassive } from './liveness/passive';
import type { EmbeddedEvent, FrameEvent } from './session-events';
import type { CaptureProblem, Phase, Session, SessionRules } from './session-state';
import { MIN_TRACK_OVERLAP } from './thresholds';
import type { SpoofReason, UnsureReason, Verdict } from './verdict';
import { likenessOf, verdictOf, verdictWithoutMore } from './vote';

type Capturing = Extract<Phase, { kind: 'capturing' }>;

/** What a verdict rests on besides the votes. */
type Evidence = Omit<Gathered, 'votes'>;

/** What a match becomes when there is reason to doubt it. */
type Doubt = { readonly kind: 'unsure'; readonly reason: UnsureReason } | { readonly kind: 'spoof-suspected'; readonly reason: SpoofReason };

/** Takes one frame's scores in. */
export function receiveVote(session: Session, event: EmbeddedEvent, nowMs: number, rules: SessionRules): Session {
  const { phase } = session;
  if (phase.kind !== 'capturing') return session;
  const voted = { ...session, phase: { ...phase, ...gather(phase, event), heardAtMs: nowMs, framesTried: phase.framesTried + 1 } };
  return judgeWhatIsGathered(voted, nowMs, rules);
}

/** The verdict of a capture, as soon as enough has voted: with its last frame, or before it began. */
export function judgeWhatIsGathered(session: Session, nowMs: number, rules: SessionRules): Session {
  const { phase } = session;
  if (phase.kind !== 'capturing') return session;
  const verdict = verdictOf(phase.votes, rules);
  return verdict === null ? session : settle(session, verdict, phase, nowMs, rules);
}

/** A match is said at once, or after a challenge, or not at all. */
function settle(session: Session, verdict: Verdict, { probes, readings }: Evidence, nowMs: number, rules: SessionRules): Session {
  if (verdict.kind !== 'match') return judged(session, verdict, probes, nowMs);
  const challenge = CHALLENGES[rules.livenessMode];
  const doubt = doubtOf(readings, rules.livenessMode);
  if (challenge === null || doubt?.kind === 'spoof-suspected') return judged(session, { ...verdict, ...doubt }, probes, nowMs);
  const box = session.faces?.boxes[session.faces.judged];
  if (box === undefined) return judged(session, { ...verdict, kind: 'unsure', reason: 'left-early' }, probes, nowMs);
  const begun = { startedAtMs: nowMs, challenge: beginChallenge(challenge, nowMs, rules.chance), box, seenAtMs: nowMs };
  return { ...session, phase: { kind: 'challenged', match: verdict, ...begun, probes, readings } };
}

/** What the pictures alone speak against a match, if anything. */
function doubtOf(readings: readonly LivenessReading[], mode: LivenessMode): Doubt | null {
  const judgement = judgePassive(readings);
  if (judgement === 'spoof') return { kind: 'spoof-suspected', reason: 'picture' };
  const isDoubtful = judgement === 'unknown' || (judgement === 'doubtful' && mode === 'strict');
  return isDoubtful ? { kind: 'unsure', reason: 'doubtful-picture' } : null;
}

/** Takes in a frame of somebody who is asked to move, whatever it was asked for. */
export function followChallenge(session: Session, event: FrameEvent, nowMs: number, rules: SessionRules): Session {
  const { phase } = session;
  if (phase.kind !== 'challenged') return session;
  const { match, challenge, probes } = phase;
  const box = event.faces.boxes[event.faces.judged];
  const isSameTrack = box !== undefined && overlapOf(box, phase.box) >= MIN_TRACK_OVERLAP;
  if (!isSameTrack) {
    // A turned head may be missed, and something else be taken for a face, for a moment.
    if (nowMs - phase.seenAtMs < TIMES.goneMs) return session;
    const doubt: Doubt = box === undefined ? { kind: 'unsure', reason: 'left-early' } : doubtAbout('another-face');
    return judged(session, { ...match, ...doubt }, probes, nowMs);
  }
  const isEmbedded = event.kind === 'face-embedded';
  const likeness = isEmbedded && wantsLikeness(challenge) ? likenessOf(event.scores, match.best.personId, rules) : null;
  const next = stepChallenge(challenge, { atMs: event.shownAtMs ?? nowMs, signs: event.signs ?? null, likeness }, rules.chance);
  switch (next.step.kind) {
    case 'passed':
      return judged(session, { ...match, ...doubtOf(phase.readings, rules.livenessMode) }, probes, nowMs);
    case 'failed':
      return judged(session, { ...match, ...doubtAbout(next.step.problem) }, probes, nowMs);
    default:
      return { ...session, phase: { ...phase, challenge: next, box, seenAtMs: nowMs } };
  }
}

function doubtAbout(problem: ChallengeProblem): Doubt {
  return problem === 'not-as-asked' ? { kind: 'unsure', reason: problem } : { kind: 'spoof-suspected', reason: problem };
}

/** No more usable frames come: what the votes say so far, or why there are none. */
export function endCapture(session: Session, phase: Capturing, problem: CaptureProblem, nowMs: number, rules: SessionRules): Session {
  const verdict = verdictWithoutMore(phase.votes, rules);
  // The threshold may have been lowered meanwhile: a match is challenged then too.
  if (verdict !== null) return settle(session, verdict, phase, nowMs, rules);
  return { ...session, phase: { kind: 'failed', problem, failedAtMs: nowMs } };
}

function judged(session: Session, verdict: Verdict, probes: readonly Embedding[], judgedAtMs: number): Session {
  return { ...session, phase: { kind: 'judged', verdict, probe: templateOf(probes), judgedAtMs } };
}
