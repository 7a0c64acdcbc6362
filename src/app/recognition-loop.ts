/** Pulls one frame at a time through the vision worker. No queue exists, so nothing grows stale. */
import { assertNever } from '../core/assert';
import { type Box, overlapOf } from '../core/geometry';
import type { FrameEvent, SessionEvent } from '../decision/session-events';
import { type Purpose, type Session, wantsEmbedding } from '../decision/session-state';
import type { Probe } from '../decision/verdict';
import type { Analysis } from '../inference/client/vision-client';
import type { DetectorKind } from '../core/detector';
import { problemOf } from '../decision/quality-gates';
import { MIN_TRACK_OVERLAP } from '../decision/thresholds';
import type { DetectorSettings, FrameOutcome, FrameTask, FrameWishes } from '../inference/protocol';
import { FramePlanner } from './frame-plan';
import type { Scores } from './matcher';

/** What the loop runs on. */
export interface LoopParts {
  /** A frame presented after the call. Rejects when the camera is gone, which ends the loop: its desk says why. */
  readonly nextFrame: () => Promise<VideoFrame>;
  /** Settles when the vision worker is ready. */
  readonly engineReady: (signal: AbortSignal) => Promise<void>;
  readonly analyse: (frame: VideoFrame, task: FrameTask, detector: DetectorSettings, wishes: FrameWishes) => Promise<Analysis>;
  readonly session: () => Session;
  /** Which detectors follow and find faces, and how finely. */
  readonly detector: () => Omit<DetectorSettings, 'kind'> & { readonly kind: DetectorKind };
  readonly frameRateCap: () => number;
  /** Where the face was last seen that alone is to be judged; null leaves the choice to the worker. */
  readonly chosen: () => Box<'frame'> | null;
  /**
   * The scores against an embedding, and against the same face embedded in the predecessor's way where there is such.
   * Null when whom it is about can only be compared in that way, and the frame does not allow it.
   */
  readonly score: (probe: Probe) => Promise<Scores | null>;
  readonly dispatch: (event: SessionEvent) => void;
  readonly onAnalysis: (analysis: Analysis) => void;
}

/**
 * Runs until `signal` aborts or the frames end; a frame that the worker dies over is skipped.
 * @throws what `score`, `dispatch` or `onAnalysis` throw: a defect of ours.
 */
export async function runRecognitionLoop(parts: LoopParts, signal: AbortSignal): Promise<void> {
  const isOver = (): boolean => signal.aborted;
  const planner = new FramePlanner();
  while (!isOver()) {
    const startMs = performance.now();
    await parts.engineReady(signal);
    const asked = parts.session().phase;
    const isAsked = wantsEmbedding(parts.session(), startMs);
    const { kind, ...search } = parts.detector();
    const chosen = parts.chosen();
    const plan = planner.planFor(parts.session(), kind, startMs, chosen);
    const frame = await parts.nextFrame().catch(() => null);
    if (frame === null) return;
    // Stillness and movements are timed by when a frame was shown, not by when a slow machine was done with it.
    const shownAtMs = performance.now();
    // Where there is no analysis the engine has said why and starts another worker; the session waits for it.
    const analysis = await parts.analyse(frame, plan.task, { ...search, kind: plan.detector }, plan.wishes).catch(() => null);
    if (isOver()) return;
    if (analysis !== null) {
      planner.heed(plan, analysis.outcome, analysis.timings.detect ?? 0, startMs);
      parts.onAnalysis(analysis);
      const isWanted = (): boolean => isAsked && isSameCapture(asked, parts.session().phase);
      const outcome = heldTo(chosen, analysis.outcome);
      const scores = isWanted() ? await scoresFor(outcome, parts.score) : null;
      if (isOver()) return;
      const event = isWanted() ? captureEventOf(outcome, scores, parts.session().purpose) : locatedEventOf(outcome);
      parts.dispatch({ ...event, shownAtMs, ...signsOf(outcome) });
    }
    await pause(1000 / parts.frameRateCap() - (performance.now() - startMs), signal);
  }
}

/** False for an embedding that was asked for by a capture which has since been cancelled and begun anew. */
function isSameCapture(asked: Session['phase'], present: Session['phase']): boolean {
  if (asked.kind === 'posing') return present.kind === 'posing';
  if (asked.kind === 'enrolled') return present.kind === 'enrolled' && asked.enrolment.personId === present.enrolment.personId;
  if (asked.kind === 'challenged') return present.kind === 'challenged' && asked.startedAtMs === present.startedAtMs;
  return asked.kind === 'capturing' && present.kind === 'capturing' && asked.startedAtMs === present.startedAtMs;
}

/** What the frame says of the chosen face: nothing where the worker found another one in its place. */
function heldTo(chosen: Box<'frame'> | null, outcome: FrameOutcome): FrameOutcome {
  const { faces } = outcome;
  const judged = faces.boxes[faces.judged];
  const isChosen = chosen === null || judged === undefined || overlapOf(chosen, judged) >= MIN_TRACK_OVERLAP;
  return isChosen ? outcome : { kind: 'no-face', faces: { ...faces, judged: -1 } };
}

function locatedEventOf(outcome: FrameOutcome): FrameEvent {
  return { kind: 'faces-located', faces: outcome.faces, quality: 'quality' in outcome ? outcome.quality : null };
}

/** The signs of movement, where they were asked for. */
function signsOf(outcome: FrameOutcome): Pick<FrameEvent, 'signs'> {
  return 'signs' in outcome ? { signs: outcome.signs } : {};
}

function scoresFor(outcome: FrameOutcome, score: LoopParts['score']): Promise<Scores | null> | null {
  return outcome.kind === 'embedded' ? score({ embedding: outcome.embedding, legacy: outcome.legacyEmbedding ?? null }) : null;
}

/** What became of the capture that the frame was asked for. */
function captureEventOf(outcome: FrameOutcome, scores: Scores | null, purpose: Purpose): FrameEvent {
  const { faces } = outcome;
  switch (outcome.kind) {
    case 'no-face':
      return { kind: 'capture-missed', faces, quality: null, problem: 'no-face' };
    case 'posed': {
      // It was only looked at, for the picture before it was not good enough. If this one is, the next is embedded.
      const problem = problemOf(outcome.quality, purpose);
      return problem === null ? locatedEventOf(outcome) : { kind: 'capture-missed', faces, quality: outcome.quality, problem };
    }
    case 'implausible':
      return { kind: 'capture-missed', faces, quality: null, problem: 'unreadable-face' };
    case 'rejected':
      return { kind: 'capture-missed', faces, quality: outcome.quality, problem: 'unreadable-face' };
    case 'embedded': {
      const { embedding, crop, liveness } = outcome;
      if (scores === null) return { kind: 'capture-missed', faces, quality: outcome.quality, problem: 'no-face' };
      return { kind: 'face-embedded', faces, quality: outcome.quality, embedding, crop, ...(liveness !== undefined && { liveness }), ...scores };
    }
    default:
      return assertNever(outcome);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
