/** One visit to Enrol or Verify, from opened camera to verdict: a pure reducer. Time comes in with every event. */
import { assertNever } from '../core/assert';
import { overlapOf } from '../core/geometry';
import { gatherEarly, NOTHING_GATHERED } from './gathered';
import { declineMovement as declineInChallenge } from './liveness/challenge';
import { problemOf } from './quality-gates';
import { addPhotograph, embedForEnrolment, followPose, loseSample, refuseSample, removeSample, resumeEnrolment, saveSample, takeSampleNow } from './session-enrol';
import type { EmbeddedEvent, FrameEvent, SessionEvent } from './session-events';
import { type CaptureProblem, closedSession, isUnderWay, type Phase, type Session, type SessionRules, type SessionStep, wantsEmbedding } from './session-state';
import { endCapture, followChallenge, judgeWhatIsGathered, receiveVote } from './session-verify';
import { ABSENCE_MS, CAPTURE_PATIENCE, MIN_TRACK_OVERLAP, RESULT_HOLD_MS, STILLNESS } from './thresholds';

type Posing = Extract<Phase, { kind: 'posing' }>;

/** The next state, and what to do. Events that make no sense in the present phase change nothing. */
export function stepSession(session: Session, event: SessionEvent, nowMs: number, rules: SessionRules): SessionStep {
  if (session.phase.kind === 'off' && event.kind !== 'opened') return only(session);
  switch (event.kind) {
    case 'opened':
      return only({ ...closedSession(event.purpose), phase: { kind: 'posing', stillness: 0 } });
    case 'closed':
      return only(closedSession(session.purpose));
    case 'capture-asked':
      return only(askCapture(session, event.name, nowMs, rules, false));
    case 'capture-cancelled':
      return only(isUnderWay(session.phase) ? { ...session, phase: { kind: 'posing', stillness: 0 } } : session);
    case 'movement-declined':
      return only(declineMovement(session, nowMs, rules));
    case 'ticked':
      return only(judgeWhatIsGathered(advanceClock(session, nowMs), nowMs, rules));
    case 'faces-located':
      return only(followChallenge(followFaces(seeFaces(session, event, nowMs), event, nowMs, rules), event, nowMs, rules));
    case 'capture-missed':
      return only(followChallenge(missFrame(seeFaces(session, event, nowMs), event, nowMs, rules), event, nowMs, rules));
    case 'face-embedded':
      return receiveEmbedding(session, event, nowMs, rules);
    case 'enrolment-saved':
      return only(saveSample(session, event, nowMs, rules));
    case 'enrolment-failed':
      return only(failToSave(session));
    case 'enrolment-resumed':
      return only(resumeEnrolment(session, event, nowMs, rules));
    case 'sample-removed':
      return only(removeSample(session, event.sampleId, nowMs));
    case 'photograph-added':
      return only(addPhotograph(session, event));
    default:
      return assertNever(event);
  }
}

function only(session: Session): SessionStep {
  return { session, effects: [] };
}

function askCapture(session: Session, name: string, nowMs: number, rules: SessionRules, startedByItself: boolean): Session {
  const { phase } = session;
  const isSaving = phase.kind === 'saving' || (phase.kind === 'enrolled' && phase.taking === 'being-saved');
  if (isSaving || isUnderWay(phase)) return session;
  if (phase.kind === 'enrolled' && name === '') return takeSampleNow(session);
  const endsAtMs = nowMs + rules.countdownMs;
  return advanceClock({ ...session, startedByItself, phase: { kind: 'counting', name, endsAtMs, secondsLeft: 0 } }, nowMs);
}

function advanceClock(session: Session, nowMs: number): Session {
  const { phase } = session;
  if (phase.kind === 'counting') {
    if (nowMs >= phase.endsAtMs) {
      const begun = { startedAtMs: nowMs, heardAtMs: nowMs, framesTried: 0, problem: 'no-face', ...NOTHING_GATHERED } as const;
      return { ...session, phase: { kind: 'capturing', name: phase.name, ...begun } };
    }
    const secondsLeft = Math.ceil((phase.endsAtMs - nowMs) / 1000);
    return secondsLeft === phase.secondsLeft ? session : { ...session, phase: { ...phase, secondsLeft } };
  }
  const endedAtMs = phase.kind === 'judged' ? phase.judgedAtMs : phase.kind === 'failed' ? phase.failedAtMs : null;
  const isOver = session.startedByItself && endedAtMs !== null && nowMs - endedAtMs >= RESULT_HOLD_MS;
  return isOver ? { ...session, phase: { kind: 'posing', stillness: 0 } } : session;
}

function followFaces(session: Session, event: FrameEvent, nowMs: number, rules: SessionRules): Session {
  if (session.phase.kind === 'enrolled') return followPose(session, event.quality, nowMs);
  return session.phase.kind === 'posing' ? followStillness(session, session.phase, event, nowMs, rules) : session;
}

function followStillness(session: Session, phase: Posing, event: FrameEvent, nowMs: number, rules: SessionRules): Session {
  const startsByItself = rules.autoVerify && session.purpose === 'verify' && !session.served;
  const { stillSinceMs } = session;
  if (!startsByItself || stillSinceMs === null) return { ...session, phase: { kind: 'posing', stillness: 0 } };
  const stillness = Math.min(1, (shownAtOf(event, nowMs) - stillSinceMs) / STILLNESS.holdMs);
  const early = gatherEarly(phase, stillness, event, rules);
  if (stillness < 1) return { ...session, phase: { kind: 'posing', stillness, ...(early !== undefined && { early }) } };
  const begun = askCapture({ ...session, served: true }, '', nowMs, rules, true);
  return begun.phase.kind === 'capturing' ? { ...begun, phase: { ...begun.phase, ...early } } : begun;
}

/** A slow machine is done with a frame long after it was shown. */
function shownAtOf({ shownAtMs }: FrameEvent, nowMs: number): number {
  return shownAtMs ?? nowMs;
}

/** Takes in what a frame showed, whatever it was asked for. */
function seeFaces(session: Session, event: FrameEvent, nowMs: number): Session {
  const { faces, quality } = event;
  const box = faces.boxes[faces.judged];
  const before = session.faces?.boxes[session.faces.judged];
  const overlap = box !== undefined && before !== undefined ? overlapOf(before, box) : 0;
  const lastSeenMs = box === undefined ? session.lastSeenMs : nowMs;
  // A detector misses a face now and then: it has left when it was missed for a while.
  const hasLeft = lastSeenMs === null || nowMs - lastSeenMs >= ABSENCE_MS;
  const isAnother = box !== undefined && overlap < MIN_TRACK_OVERLAP;
  const hint = quality === null ? null : problemOf(quality, session.purpose);
  const isStill = overlap >= STILLNESS.minOverlap && session.stillSinceMs !== null;
  return {
    ...session,
    faces,
    hint,
    passes: quality !== null && hint === null,
    // A verdict is about one face: what another one voted is forgotten, whether this frame can vote or not.
    phase: isAnother && session.phase.kind === 'capturing' ? { ...session.phase, ...NOTHING_GATHERED } : session.phase,
    lastSeenMs,
    stillSinceMs: box === undefined ? null : isStill ? session.stillSinceMs : shownAtOf(event, nowMs),
    served: session.served && !hasLeft,
  };
}

function missFrame(session: Session, event: Extract<FrameEvent, { kind: 'capture-missed' }>, nowMs: number, rules: SessionRules): Session {
  if (session.phase.kind === 'posing') return followFaces(session, event, nowMs, rules);
  return missCapture(session, event.problem, nowMs, rules);
}

function missCapture(session: Session, problem: CaptureProblem, nowMs: number, rules: SessionRules): Session {
  const { phase } = session;
  if (phase.kind === 'enrolled') return refuseSample(session, problem, nowMs);
  if (phase.kind !== 'capturing') return session;
  const framesTried = phase.framesTried + 1;
  const patienceMs = session.purpose === 'enrol' ? CAPTURE_PATIENCE.enrolMs : CAPTURE_PATIENCE.verifyMs;
  const isPatient = framesTried < CAPTURE_PATIENCE.minFrames || nowMs - phase.heardAtMs < patienceMs;
  if (isPatient) return { ...session, phase: { ...phase, framesTried, problem } };
  return endCapture(session, phase, problem, nowMs, rules);
}

function receiveEmbedding(
  before: Session,
  event: EmbeddedEvent,
  nowMs: number,
  rules: SessionRules,
): SessionStep {
  const session = seeFaces(before, event, nowMs);
  if (session.phase.kind === 'challenged') return only(followChallenge(session, event, nowMs, rules));
  if (session.phase.kind === 'posing') return only(followFaces(session, event, nowMs, rules));
  if (!wantsEmbedding(session, nowMs)) return only(session);
  const problem = problemOf(event.quality, session.purpose);
  if (problem !== null) return only(missCapture(session, problem, nowMs, rules));
  if (session.purpose === 'enrol') return embedForEnrolment(session, event, nowMs);
  return only(receiveVote(session, event, nowMs, rules));
}

function declineMovement(session: Session, nowMs: number, { chance }: SessionRules): Session {
  const { phase } = session;
  if (phase.kind !== 'challenged') return session;
  return { ...session, phase: { ...phase, challenge: declineInChallenge(phase.challenge, nowMs, chance) } };
}

function failToSave(session: Session): Session {
  const { phase } = session;
  if (phase.kind === 'saving') return { ...session, phase: { kind: 'posing', stillness: 0 } };
  return loseSample(session);
}
