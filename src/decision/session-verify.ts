/** The part of a visit that gathers votes until there is a verdict. */
import { type Embedding, templateOf } from '../core/embedding';
import type { SessionEvent } from './session-events';
import type { CaptureProblem, Phase, Session, SessionRules } from './session-state';
import type { Verdict } from './verdict';
import { verdictOf, verdictWithoutMore } from './vote';

type Capturing = Extract<Phase, { kind: 'capturing' }>;
type Embedded = Extract<SessionEvent, { kind: 'face-embedded' }>;

/** Takes one frame's scores in. */
export function receiveVote(session: Session, event: Embedded, nowMs: number, rules: SessionRules): Session {
  const { phase } = session;
  if (phase.kind !== 'capturing') return session;
  // Of a face that has just left, nothing is restated.
  const earlier = phase.votes.length === 0 ? [] : (event.restated ?? phase.votes);
  const votes = [...earlier, event.scores];
  const probes = [...phase.probes, event.embedding];
  const verdict = verdictOf(votes, rules);
  if (verdict !== null) return judged(session, verdict, probes, nowMs);
  return { ...session, phase: { ...phase, votes, probes, heardAtMs: nowMs, framesTried: phase.framesTried + 1 } };
}

/** No more usable frames come: what the votes say so far, or why there are none. */
export function endCapture(session: Session, phase: Capturing, problem: CaptureProblem, nowMs: number, rules: SessionRules): Session {
  const verdict = verdictWithoutMore(phase.votes, rules);
  if (verdict !== null) return judged(session, verdict, phase.probes, nowMs);
  return { ...session, phase: { kind: 'failed', problem, failedAtMs: nowMs } };
}

function judged(session: Session, verdict: Verdict, probes: readonly Embedding[], judgedAtMs: number): Session {
  return { ...session, phase: { kind: 'judged', verdict, probe: templateOf(probes), judgedAtMs } };
}
