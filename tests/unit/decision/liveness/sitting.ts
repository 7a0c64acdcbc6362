/** A challenge that is played frame by frame before a head, or before a picture of one, for the tests of the challenge. */
import type { FaceSigns } from '../../../../src/core/face-signs';
import type { HeadPose } from '../../../../src/core/quality';
import {
  askedMovement,
  beginChallenge,
  type Challenge,
  type ChallengeRules,
  type Likeness,
  stepChallenge,
  wantsEyes,
  wantsLikeness,
} from '../../../../src/decision/liveness/challenge';
import type { Movement } from '../../../../src/decision/liveness/movements';
import { signsOf } from '../../../../src/vision/face-signs';
import { photograph, type Surface } from '../../../support/made-up-head';

/** How somebody looks in a frame; what is absent is as at rest. */
export interface Look {
  readonly pose?: Partial<HeadPose>;
  readonly on?: Surface;
  /** How large the face is, in sizes at rest. */
  readonly scale?: number;
  readonly eyesClosed?: number | null;
  readonly likeness?: Likeness;
  readonly fingerprint?: number;
}

let frames = 0;

/** What is measured of a look; a fingerprint that was not there before unless it is said. */
export function signsAt({ pose = {}, on, scale = 1, eyesClosed = 0.05, fingerprint = (frames += 1) }: Look = {}): FaceSigns {
  const points = photograph(pose, { pixelsPerMm: scale, at: { x: 320, y: 200 }, ...(on !== undefined && { on }) });
  return { ...signsOf(points)!, eyesClosed, fingerprint };
}

/** What somebody looks like who does as asked, and is not quite like themselves meanwhile. */
export const DOING: Readonly<Record<Movement, Look>> = {
  'turn-left': { pose: { yawDegrees: 25 }, likeness: 'nearly' },
  'turn-right': { pose: { yawDegrees: -25 }, likeness: 'nearly' },
  nod: { pose: { pitchDegrees: 20 }, likeness: 'nearly' },
  closer: { scale: 1.35 },
  blink: { eyesClosed: 0.95 },
};

/** Numbers from 0 to 1 that look drawn by lot, the same ones for the same seed. */
export function chancesOf(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface Room extends ChallengeRules {
  readonly framesPerSecond: number;
  readonly seed: number;
}

export const CAREFUL: Room = { movements: 2, slips: 2, framesPerSecond: 10, seed: 1 };

export class Sitting {
  readonly #frameMs: number;
  readonly #chance: () => number;
  #nowMs = 0;
  challenge: Challenge;

  constructor(room: Partial<Room> = {}) {
    const { framesPerSecond, seed, ...rules } = { ...CAREFUL, ...room };
    this.#frameMs = 1000 / framesPerSecond;
    this.#chance = chancesOf(seed);
    this.challenge = beginChallenge(rules, 0, this.#chance());
  }

  /** A sitting whose movements are these. */
  static of(movements: readonly Movement[], room: Partial<Room> = {}): Sitting {
    const sitting = new Sitting({ ...room, movements: movements.length });
    sitting.challenge = { ...sitting.challenge, movements };
    return sitting;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  get step(): Challenge['step'] {
    return this.challenge.step;
  }

  get asked(): Movement | null {
    return askedMovement(this.challenge);
  }

  get isOver(): boolean {
    return this.step.kind === 'passed' || this.step.kind === 'failed';
  }

  /** One frame; null shows no face. Nobody is compared, and no eye looked at, where that is not wanted. */
  show(look: Look | null): this {
    this.#nowMs += this.#frameMs;
    const likeness = wantsLikeness(this.challenge) ? (look?.likeness ?? null) : null;
    const eyes = wantsEyes(this.challenge) ? {} : { eyesClosed: null };
    const signs = look === null ? null : signsAt({ ...look, ...eyes });
    this.challenge = stepChallenge(this.challenge, { atMs: this.#nowMs, signs, likeness }, this.#chance());
    return this;
  }

  /** The same look for so long, or until the challenge is over. */
  hold(look: Look | null, ms: number): this {
    for (const untilMs = this.#nowMs + ms; this.#nowMs < untilMs - 1e-6 && !this.isOver; ) this.show(look);
    return this;
  }

  /** Looks straight until something is asked, or it is over. */
  rest(look: Look = { likeness: 'same' }): this {
    for (const untilMs = this.#nowMs + 5000; this.asked === null && !this.isOver && this.#nowMs < untilMs; ) this.show(look);
    return this;
  }

  /** Plays to the end: rests, waits a moment when asked, and answers for so long. */
  play(answer: (asked: Movement) => Look, { rest = { likeness: 'same' }, answerMs = 600 }: { rest?: Look; answerMs?: number } = {}): this {
    for (const untilMs = this.#nowMs + 120_000; !this.isOver && this.#nowMs < untilMs; ) {
      this.rest(rest);
      const { asked } = this;
      if (asked !== null) this.hold(rest, 300).hold(answer(asked), answerMs);
    }
    return this;
  }
}
