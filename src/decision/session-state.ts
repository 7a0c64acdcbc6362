/** What a visit to Enrol or Verify remembers: its phase, the faces it sees, and what follows from them at once. */
import type { Embedding } from '../core/embedding';
import type { FacesInFrame } from '../core/face';
import type { Box } from '../core/geometry';
import type { LivenessReading } from '../core/liveness';
import type { FaceQuality } from '../core/quality';
import type { Enrolment, SampleProblem, TakenSample } from './enrolment';
import { EARLY_VOTES, type Gathered } from './gathered';
import { type Challenge, wantsLikeness } from './liveness/challenge';
import type { LivenessMode } from './liveness/mode';
import type { QualityProblem } from './quality-gates';
import type { SessionEffect } from './session-events';
import { STILLNESS } from './thresholds';
import type { Verdict } from './verdict';
import type { VoteRules } from './vote';

export type Match = Extract<Verdict, { kind: 'match' }>;

export type Purpose = 'enrol' | 'verify';

/** Why a capture ended without a usable embedding. */
export type CaptureProblem = 'no-face' | 'unreadable-face' | QualityProblem;

export type Phase =
  /** The camera is off. */
  | { readonly kind: 'off' }
  /**
   * Live preview; `stillness` grows from 0 to 1 while a face holds still and verification starts by itself. `early` is what
   * the face votes meanwhile; absent while no frame is to vote.
   */
  | { readonly kind: 'posing'; readonly stillness: number; readonly early?: Gathered }
  | { readonly kind: 'counting'; readonly name: string; readonly endsAtMs: number; readonly secondsLeft: number }
  /** Frames asked for after the countdown are being embedded. */
  | ({
      readonly kind: 'capturing';
      readonly name: string;
      readonly startedAtMs: number;
      /** When the last usable embedding came, or the capture began. */
      readonly heardAtMs: number;
      readonly framesTried: number;
      readonly problem: CaptureProblem;
    } & Gathered)
  /** Somebody is recognised, and asked to move before that is said. */
  | {
      readonly kind: 'challenged';
      readonly match: Match;
      readonly startedAtMs: number;
      readonly challenge: Challenge;
      /** The face that is asked, where and when it was last seen. */
      readonly box: Box<'frame'>;
      readonly seenAtMs: number;
      readonly probes: readonly Embedding[];
      /** Of the votes: the network takes heads that turn for pictures. */
      readonly readings: readonly LivenessReading[];
    }
  /** The first sample of an enrolment is being written. */
  | { readonly kind: 'saving'; readonly name: string; readonly sample: Omit<TakenSample, 'id'>; readonly quality: FaceQuality }
  /** The person is enrolled, and can be recognised; more samples make it surer. */
  | {
      readonly kind: 'enrolled';
      readonly enrolment: Enrolment;
      readonly taking: 'nothing' | 'pose' | 'anything' | 'being-saved';
      readonly problem: SampleProblem | CaptureProblem | null;
      /** No sample is tried before. */
      readonly waitUntilMs: number;
    }
  | {
      readonly kind: 'judged';
      readonly verdict: Verdict;
      /** The mean of the frames that voted: what a correction of the verdict is about. */
      readonly probe: Embedding;
      readonly judgedAtMs: number;
    }
  | { readonly kind: 'failed'; readonly problem: CaptureProblem; readonly failedAtMs: number };

export interface Session {
  readonly purpose: Purpose;
  readonly phase: Phase;
  /** What the latest frame showed; null before the first. */
  readonly faces: FacesInFrame | null;
  /** What is wrong with the picture of the judged face; null when nothing is, or nothing was measured. */
  readonly hint: QualityProblem | null;
  /** True when the judged face was measured and nothing is wrong with its picture. */
  readonly passes: boolean;
  /** Since when the judged face has been shown where it is; null without one. */
  readonly stillSinceMs: number | null;
  /** When a face was last there; null before the first. */
  readonly lastSeenMs: number | null;
  /** True from a capture that started by itself until the face has left: one visit, one verdict. */
  readonly served: boolean;
  /** True when nobody asked for the present capture or its result: the result then makes room by itself. */
  readonly startedByItself: boolean;
}

/** What the reducer needs to know of the settings and the gallery. */
export interface SessionRules extends VoteRules {
  readonly countdownMs: number;
  readonly autoVerify: boolean;
  /** Samples that make an enrolment complete. */
  readonly samplesWanted: number;
  readonly livenessMode: LivenessMode;
  /** Uniform from 0 to 1, another one for every step: what nobody can foresee. */
  readonly chance: number;
}

export interface SessionStep {
  readonly session: Session;
  readonly effects: readonly SessionEffect[];
}

/** A session with the camera off. */
export function closedSession(purpose: Purpose): Session {
  return {
    purpose,
    phase: { kind: 'off' },
    faces: null,
    hint: null,
    passes: false,
    stillSinceMs: null,
    lastSeenMs: null,
    served: false,
    startedByItself: false,
  };
}

/** True while a frame that is shown from `shownAtMs` on should be embedded, not only searched. */
export function wantsEmbedding({ phase, stillSinceMs }: Session, shownAtMs: number): boolean {
  if (phase.kind === 'challenged') return wantsLikeness(phase.challenge);
  if (phase.kind === 'posing') {
    const isLastVote = stillSinceMs !== null && shownAtMs - stillSinceMs >= STILLNESS.holdMs;
    return phase.early !== undefined && (isLastVote || phase.early.votes.length < EARLY_VOTES);
  }
  return phase.kind === 'capturing' || (phase.kind === 'enrolled' && (phase.taking === 'pose' || phase.taking === 'anything'));
}

/** A countdown, a capture or a challenge runs: pressing again must not start another, and ESC steps back from it. */
export function isUnderWay(phase: Phase): boolean {
  return phase.kind === 'counting' || phase.kind === 'capturing' || phase.kind === 'challenged';
}
