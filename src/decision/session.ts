/** One visit to Enrol or Verify, from opened camera to verdict: a pure reducer. Time comes in with every event. */
import { assertNever } from '../core/assert';
import type { Embedding } from '../core/embedding';
import type { FacesInFrame } from '../core/face';
import { overlapOf } from '../core/geometry';
import { CAPTURE_PATIENCE, STILLNESS, VERDICT_HOLD_MS } from './thresholds';
import type { Verdict } from './verdict';

export type Purpose = 'enrol' | 'verify';

/** Why a capture ended without an embedding. */
export type CaptureProblem = 'no-face' | 'unreadable-face';

export type Phase =
  /** The camera is off. */
  | { readonly kind: 'off' }
  /** Live preview; `stillness` grows from 0 to 1 while a face holds still and verification starts by itself. */
  | { readonly kind: 'posing'; readonly stillness: number }
  | { readonly kind: 'counting'; readonly name: string; readonly endsAtMs: number; readonly secondsLeft: number }
  /** Frames asked for after the countdown are being embedded. */
  | {
      readonly kind: 'capturing';
      readonly name: string;
      readonly startedAtMs: number;
      readonly framesTried: number;
      readonly problem: CaptureProblem;
    }
  /** The enrolment is being written. */
  | { readonly kind: 'saving'; readonly name: string }
  | { readonly kind: 'enrolled'; readonly name: string }
  | { readonly kind: 'judged'; readonly verdict: Verdict; readonly judgedAtMs: number }
  | { readonly kind: 'failed'; readonly problem: CaptureProblem };

export interface Session {
  readonly purpose: Purpose;
  readonly phase: Phase;
  /** What the latest frame showed; null before the first. */
  readonly faces: FacesInFrame | null;
  /** Since when the judged face has been where it is; null without one. */
  readonly stillSinceMs: number | null;
  /** True from a verdict that came by itself until the face has left: one visit, one verdict. */
  readonly served: boolean;
}

/** What the reducer needs to know of the settings. */
export interface SessionRules {
  readonly countdownMs: number;
  readonly autoVerify: boolean;
}

export type SessionEvent =
  | { readonly kind: 'opened'; readonly purpose: Purpose }
  | { readonly kind: 'closed' }
  /** The person asked for a capture. `name` is whom to enrol; empty when verifying. */
  | { readonly kind: 'capture-asked'; readonly name: string }
  /** The person stepped back from a countdown. */
  | { readonly kind: 'capture-cancelled' }
  | { readonly kind: 'ticked' }
  | { readonly kind: 'faces-located'; readonly faces: FacesInFrame }
  | { readonly kind: 'capture-missed'; readonly faces: FacesInFrame; readonly problem: CaptureProblem }
  | { readonly kind: 'face-embedded'; readonly faces: FacesInFrame; readonly embedding: Embedding; readonly verdict: Verdict }
  | { readonly kind: 'enrolment-saved'; readonly name: string }
  | { readonly kind: 'enrolment-failed' };

/** What the world has to do after a step. */
export interface SessionEffect {
  readonly kind: 'save-enrolment';
  readonly name: string;
  readonly embedding: Embedding;
}

export interface SessionStep {
  readonly session: Session;
  readonly effects: readonly SessionEffect[];
}

/** A session with the camera off. */
export function closedSession(purpose: Purpose): Session {
  return { purpose, phase: { kind: 'off' }, faces: null, stillSinceMs: null, served: false };
}

/** True while the next frame should be embedded, not only searched. */
export function wantsEmbedding(session: Session): boolean {
  return session.phase.kind === 'capturing';
}

/** The next state, and what to do. Events that make no sense in the present phase change nothing. */
export function stepSession(session: Session, event: SessionEvent, nowMs: number, rules: SessionRules): SessionStep {
  switch (event.kind) {
    case 'opened':
      return only({ ...closedSession(event.purpose), phase: { kind: 'posing', stillness: 0 } });
    case 'closed':
      return only(closedSession(session.purpose));
    case 'capture-asked':
      return only(askCapture(session, event.name, nowMs, rules));
    case 'capture-cancelled':
      return only(isUnderWay(session.phase) ? { ...session, phase: { kind: 'posing', stillness: 0 } } : session);
    case 'ticked':
      return only(advanceClock(session, nowMs));
    case 'faces-located':
      return only(followFaces(session, event.faces, nowMs, rules));
    case 'capture-missed':
      return only(missCapture({ ...session, faces: event.faces }, event.problem, nowMs));
    case 'face-embedded':
      return receiveEmbedding({ ...session, faces: event.faces }, event, nowMs);
    case 'enrolment-saved':
      return only(session.phase.kind === 'saving' ? { ...session, phase: { kind: 'enrolled', name: event.name } } : session);
    case 'enrolment-failed':
      return only(session.phase.kind === 'saving' ? { ...session, phase: { kind: 'posing', stillness: 0 } } : session);
    default:
      return assertNever(event);
  }
}

function only(session: Session): SessionStep {
  return { session, effects: [] };
}

/** A countdown or a capture runs: pressing again must not start another, and ESC steps back from it. */
export function isUnderWay(phase: Phase): boolean {
  return phase.kind === 'counting' || phase.kind === 'capturing';
}

function askCapture(session: Session, name: string, nowMs: number, rules: SessionRules): Session {
  const { phase } = session;
  if (phase.kind === 'off' || phase.kind === 'saving' || isUnderWay(phase)) return session;
  const endsAtMs = nowMs + rules.countdownMs;
  return advanceClock({ ...session, phase: { kind: 'counting', name, endsAtMs, secondsLeft: 0 } }, nowMs);
}

function advanceClock(session: Session, nowMs: number): Session {
  const { phase } = session;
  if (phase.kind === 'counting') {
    if (nowMs >= phase.endsAtMs) {
      return {
        ...session,
        phase: { kind: 'capturing', name: phase.name, startedAtMs: nowMs, framesTried: 0, problem: 'no-face' },
      };
    }
    const secondsLeft = Math.ceil((phase.endsAtMs - nowMs) / 1000);
    return secondsLeft === phase.secondsLeft ? session : { ...session, phase: { ...phase, secondsLeft } };
  }
  const isOver = phase.kind === 'judged' && session.served && nowMs - phase.judgedAtMs >= VERDICT_HOLD_MS;
  return isOver ? { ...session, phase: { kind: 'posing', stillness: 0 } } : session;
}

function followFaces(session: Session, faces: FacesInFrame, nowMs: number, rules: SessionRules): Session {
  const stillSinceMs = stillSince(session, faces, nowMs);
  const hasLeft = faces.judged < 0;
  const next: Session = { ...session, faces, stillSinceMs, served: session.served && !hasLeft };
  if (next.phase.kind !== 'posing') return next;

  const startsByItself = rules.autoVerify && next.purpose === 'verify' && !next.served;
  if (!startsByItself || stillSinceMs === null) return { ...next, phase: { kind: 'posing', stillness: 0 } };
  const stillness = Math.min(1, (nowMs - stillSinceMs) / STILLNESS.holdMs);
  if (stillness < 1) return { ...next, phase: { kind: 'posing', stillness } };
  return askCapture({ ...next, served: true }, '', nowMs, rules);
}

function stillSince(session: Session, faces: FacesInFrame, nowMs: number): number | null {
  const box = faces.boxes[faces.judged];
  if (box === undefined) return null;
  const before = session.faces?.boxes[session.faces.judged];
  const isStill = before !== undefined && overlapOf(before, box) >= STILLNESS.minOverlap;
  return isStill && session.stillSinceMs !== null ? session.stillSinceMs : nowMs;
}

function missCapture(session: Session, problem: CaptureProblem, nowMs: number): Session {
  const { phase } = session;
  if (phase.kind !== 'capturing') return session;
  const framesTried = phase.framesTried + 1;
  const isPatient = framesTried < CAPTURE_PATIENCE.minFrames || nowMs - phase.startedAtMs < CAPTURE_PATIENCE.minMs;
  return {
    ...session,
    phase: isPatient ? { ...phase, framesTried, problem } : { kind: 'failed', problem },
  };
}

function receiveEmbedding(
  session: Session,
  event: Extract<SessionEvent, { kind: 'face-embedded' }>,
  nowMs: number,
): SessionStep {
  const { phase } = session;
  if (phase.kind !== 'capturing') return only(session);
  if (session.purpose === 'verify') {
    return only({ ...session, phase: { kind: 'judged', verdict: event.verdict, judgedAtMs: nowMs } });
  }
  return {
    session: { ...session, phase: { kind: 'saving', name: phase.name } },
    effects: [{ kind: 'save-enrolment', name: phase.name, embedding: event.embedding }],
  };
}
