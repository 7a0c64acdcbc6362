/** A visit to play events through, for the tests of the session. */
import { type Embedding, normalise } from '../../../src/core/embedding';
import type { FacesInFrame } from '../../../src/core/face';
import type { FaceQuality } from '../../../src/core/quality';
import { stepSession } from '../../../src/decision/session';
import type { SessionEffect, SessionEvent } from '../../../src/decision/session-events';
import { type CaptureProblem, closedSession, type Phase, type Purpose, type Session, type SessionRules } from '../../../src/decision/session-state';
import { VOTE } from '../../../src/decision/thresholds';
import type { ScoredPerson, Verdict } from '../../../src/decision/verdict';
import type { Vote } from '../../../src/decision/vote';
import { QUALITY } from '../../support/made-up-quality';

export const EMBEDDING = normalise(Float32Array.of(3, 4));
export const CROP = new Uint8Array(3);

export const ADA: ScoredPerson = { personId: 'a', name: 'Ada', score: 0.75, isContested: false };
export const MATCH: Verdict = { kind: 'match', best: ADA, threshold: 0.4, scores: [ADA] };

const FRAME = { width: 640, height: 480 };
export const NOBODY: FacesInFrame = { frame: FRAME, boxes: [], judged: -1 };

/** One face of 200 pixels whose left edge is at `x`. */
export function faceAt(x: number): FacesInFrame {
  return { frame: FRAME, boxes: [{ x, y: 100, width: 200, height: 200 }], judged: 0 };
}

export interface Seen {
  readonly faces?: FacesInFrame;
  readonly quality?: FaceQuality;
  readonly embedding?: Embedding;
  readonly scores?: Vote;
  readonly restated?: readonly Vote[];
}

export const embedded = (seen: Seen = {}): SessionEvent => ({
  kind: 'face-embedded',
  faces: faceAt(100),
  quality: QUALITY,
  embedding: EMBEDDING,
  crop: CROP,
  scores: [ADA],
  liveness: { network: 0.99, patternDb: 5 },
  ...seen,
});
export const missed = (problem: CaptureProblem, faces: FacesInFrame = NOBODY): SessionEvent => ({ kind: 'capture-missed', faces, quality: null, problem });
export const located = (faces: FacesInFrame, quality: FaceQuality | null = faces.judged < 0 ? null : QUALITY): SessionEvent => ({
  kind: 'faces-located',
  faces,
  quality,
});

/** Keeps a session and the effects it asked for; every event comes with its time. */
export class Visit {
  readonly #rules: SessionRules;
  session: Session;
  readonly effects: SessionEffect[] = [];

  constructor(purpose: Purpose, rules: Partial<SessionRules> = {}) {
    this.#rules = { countdownMs: 3000, autoVerify: false, samplesWanted: 5, livenessMode: 'convenience', threshold: 0.4, claim: null, chance: 0.5, ...rules };
    this.session = closedSession(purpose);
  }

  /** A visit whose camera has just opened, at 0 ms. */
  static opened(purpose: Purpose, rules: Partial<SessionRules> = {}): Visit {
    return new Visit(purpose, rules).at(0, { kind: 'opened', purpose });
  }

  get phase(): Phase {
    return this.session.phase;
  }

  at(nowMs: number, event: SessionEvent): this {
    const { session, effects } = stepSession(this.session, event, nowMs, this.#rules);
    this.session = session;
    this.effects.push(...effects);
    return this;
  }

  tick(nowMs: number): this {
    return this.at(nowMs, { kind: 'ticked' });
  }

  ask(nowMs: number, name = ''): this {
    return this.at(nowMs, { kind: 'capture-asked', name });
  }

  /** As many frames of the same face as a verdict needs, the last one at `nowMs`. */
  vote(nowMs: number, seen: Seen = {}): this {
    for (let left = VOTE.needed - 1; left >= 0; left -= 1) this.at(nowMs - left, embedded(seen));
    return this;
  }
}
