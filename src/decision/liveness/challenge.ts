/**
 * A challenge, from drawn movements to passed or failed: a pure reducer. It belongs to one face track and one person; what
 * it has seen dies with it. Time comes in with every frame.
 */
import type { FaceSigns } from '../../core/face-signs';
import { MAX_GROWTH_PER_FRAME, MAX_REPEATED_FRAMES, MAX_STRANGE_FRAMES, TIMES } from './challenge-limits';
import { drawMovements } from './draw-movements';
import { isNarrowedFlat, isShown, isStraight, meanSigns, type Movement, TURNS } from './movements';

/** Why a challenge was not passed. */
export type ChallengeProblem =
  /** The movements were not those that were asked for, not in time, or too early to be an answer. */
  | 'not-as-asked'
  /** What was turned has no depth. */
  | 'flat'
  /** The face changed: it is not the one that was recognised. */
  | 'another-face'
  /** The same frames came again. */
  | 'repeated';

/** How the face compares with the person of the verdict; null where the frame was not compared. */
export type Likeness = 'same' | 'nearly' | 'other' | null;

export interface ChallengeFrame {
  /** When the frame was shown. */
  readonly atMs: number;
  /** Null without a face that can be measured. */
  readonly signs: FaceSigns | null;
  readonly likeness: Likeness;
}

type Step =
  /**
   * The head is to look straight, and the person to be known again: in any pose right after a movement, then straight.
   * `seen` are the frames since it has been straight.
   */
  | {
      readonly kind: 'steady';
      readonly sinceMs: number;
      readonly waitMs: number;
      readonly isGlimpsed: boolean;
      readonly isKnown: boolean;
      readonly seen: readonly TimedSigns[];
    }
  /** The movement is asked for; `held` are the latest frames in a row that show it, `other` those that show another, `flat` those without depth. */
  | {
      readonly kind: 'asked';
      readonly sinceMs: number;
      readonly atRest: FaceSigns;
      readonly held: readonly number[];
      readonly other: readonly number[];
      readonly flat: readonly number[];
    }
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly problem: ChallengeProblem };

interface TimedSigns {
  readonly atMs: number;
  readonly signs: FaceSigns;
}

export interface Challenge {
  readonly movements: readonly Movement[];
  /** How many of them were seen. */
  readonly done: number;
  readonly step: Step;
  /** How often it may still begin anew. */
  readonly slipsLeft: number;
  /** What went wrong last, to be said; null when nothing has. */
  readonly lastSlip: 'other-movement' | 'too-early' | 'too-late' | 'flat' | null;
  /** Movements that the person cannot do. */
  readonly declined: readonly Movement[];
  /** The face at rest, as last seen; null before. */
  readonly atRest: FaceSigns | null;
  readonly lastSeen: TimedSigns | null;
  readonly fingerprints: ReadonlySet<number>;
  readonly repeats: number;
  readonly strangers: number;
  readonly wasFlat: boolean;
}

export interface ChallengeRules {
  readonly movements: number;
  readonly slips: number;
}

/** A challenge that begins. `chance` is uniform from 0 to 1. */
export function beginChallenge({ movements, slips }: ChallengeRules, atMs: number, chance: number): Challenge {
  return {
    movements: drawMovements(movements, chance),
    done: 0,
    step: steadyStep(atMs, chance, true),
    slipsLeft: slips,
    lastSlip: null,
    declined: [],
    atRest: null,
    lastSeen: null,
    fingerprints: new Set(),
    repeats: 0,
    strangers: 0,
    wasFlat: false,
  };
}

/** The movement that is asked for now; null while the head is to look straight, and at the end. */
export function askedMovement({ step, movements, done }: Challenge): Movement | null {
  return step.kind === 'asked' ? movements[done]! : null;
}

/** Whether the next frame is to be compared with the person. */
export function wantsLikeness({ step, atRest, lastSeen }: Challenge): boolean {
  if (step.kind !== 'steady') return false;
  return !step.isGlimpsed || (!step.isKnown && lastSeen !== null && isStraight(atRest, lastSeen.signs));
}

/** Whether the eyes are to be looked at: before a blink they are seen at rest. */
export function wantsEyes({ movements, done }: Challenge): boolean {
  return movements[done] === 'blink';
}

/** Takes one frame in. */
export function stepChallenge(challenge: Challenge, frame: ChallengeFrame, chance: number): Challenge {
  const { step } = challenge;
  if (step.kind === 'passed' || step.kind === 'failed') return challenge;
  const { signs, atMs } = frame;
  if (signs === null) return isLate(challenge, atMs) ? slip(challenge, 'too-late', atMs, chance) : challenge;
  const before = challenge.lastSeen;
  const growth = before === null ? 1 : signs.sizePx / before.signs.sizePx;
  if (growth > MAX_GROWTH_PER_FRAME || growth < 1 / MAX_GROWTH_PER_FRAME) return failed(challenge, 'another-face');
  const followed = compare(remember(challenge, signs, atMs), frame);
  if (followed.step.kind === 'failed') return followed;
  return step.kind === 'steady' ? stepSteady(followed, signs, atMs, chance) : stepAsked(followed, step, signs, atMs, chance);
}

/** The person cannot do what is asked: what is left is drawn anew without it. Unchanged where nothing else is left. */
export function declineMovement(challenge: Challenge, atMs: number, chance: number): Challenge {
  const movement = challenge.movements[challenge.done];
  if (challenge.step.kind === 'passed' || challenge.step.kind === 'failed' || movement === undefined) return challenge;
  const declined = [...challenge.declined, movement];
  const movements = drawMovements(challenge.movements.length, chance, declined);
  if (movements.length === 0) return challenge;
  return { ...challenge, movements, declined, done: 0, step: steadyStep(atMs, chance, false), lastSlip: null };
}

/** Whether there is something else to ask for in place of the present movement. */
export function canDecline({ movements, done, declined }: Challenge): boolean {
  const movement = movements[done];
  return movement !== undefined && drawMovements(movements.length, 0, [...declined, movement]).length > 0;
}

function steadyStep(sinceMs: number, chance: number, isGlimpsed: boolean): Step {
  // The order was drawn with the same chance: its last digits have nothing to do with its first ones.
  const waitMs = TIMES.minWaitMs + ((chance * 1e6) % 1) * (TIMES.maxWaitMs - TIMES.minWaitMs);
  return { kind: 'steady', sinceMs, waitMs, isGlimpsed, isKnown: false, seen: [] };
}

function remember(challenge: Challenge, signs: FaceSigns, atMs: number): Challenge {
  const { fingerprints, repeats, lastSeen } = challenge;
  const isRepeated = fingerprints.has(signs.fingerprint);
  // A fault of the camera may give a frame twice in a row; one from before never comes back.
  const counts = isRepeated && lastSeen?.signs.fingerprint !== signs.fingerprint;
  const next = { ...challenge, lastSeen: { atMs, signs }, fingerprints: isRepeated ? fingerprints : new Set(fingerprints).add(signs.fingerprint) };
  if (!counts) return next;
  return repeats + 1 >= MAX_REPEATED_FRAMES ? failed(next, 'repeated') : { ...next, repeats: repeats + 1 };
}

function compare(challenge: Challenge, { likeness }: ChallengeFrame): Challenge {
  const { step, atRest, lastSeen } = challenge;
  if (likeness === null || step.kind !== 'steady') return challenge;
  if (likeness === 'same') {
    const isKnown = step.isKnown || (lastSeen !== null && isStraight(atRest, lastSeen.signs));
    return { ...challenge, strangers: 0, step: { ...step, isGlimpsed: true, isKnown } };
  }
  // Whoever turns back slowly is nearly alike for many frames.
  if (likeness === 'nearly') return { ...challenge, strangers: 0, step: { ...step, isGlimpsed: true } };
  const strangers = challenge.strangers + 1;
  return strangers >= MAX_STRANGE_FRAMES ? failed(challenge, 'another-face') : { ...challenge, strangers };
}

function stepSteady(challenge: Challenge, signs: FaceSigns, atMs: number, chance: number): Challenge {
  const { step, movements, done } = challenge;
  if (step.kind !== 'steady') return challenge;
  if (isLate(challenge, atMs)) return slip(challenge, 'too-late', atMs, chance);
  if (!isStraight(challenge.atRest, signs)) return { ...challenge, step: { ...step, seen: [] } };
  const isDone = done === movements.length;
  if (isDone && step.isKnown) return { ...challenge, step: { kind: 'passed' } };
  const seen = [...step.seen, { atMs, signs }];
  const isHeld = atMs - seen[0]!.atMs >= step.waitMs && seen.length >= 2;
  if (isDone || !isHeld || !step.isKnown) return { ...challenge, step: { ...step, seen } };
  const atRest = meanSigns(seen.map((frame) => frame.signs));
  return { ...challenge, atRest, step: { kind: 'asked', sinceMs: atMs, atRest, held: [], other: [], flat: [] }, lastSlip: null };
}

function stepAsked(challenge: Challenge, step: Extract<Step, { kind: 'asked' }>, signs: FaceSigns, atMs: number, chance: number): Challenge {
  const movement = challenge.movements[challenge.done]!;
  if (isLate(challenge, atMs)) return slip(challenge, 'too-late', atMs, chance);
  const held = isShown(movement, step.atRest, signs) ? [...step.held, atMs] : [];
  if (held.length > 0 && held[0]! - step.sinceMs < TIMES.soonestMs) return slip(challenge, 'too-early', atMs, chance);
  if (isLongEnough(held, movement === 'blink' ? TIMES.blinkHoldMs : TIMES.holdMs)) {
    return { ...challenge, done: challenge.done + 1, step: steadyStep(atMs, chance, false) };
  }
  const other = held.length === 0 && CONFUSABLE[movement].some((wrong) => isShown(wrong, step.atRest, signs)) ? [...step.other, atMs] : [];
  if (isLongEnough(other, TIMES.holdMs)) return slip(challenge, 'other-movement', atMs, chance);
  const flat = TURNS.includes(movement) && isNarrowedFlat(step.atRest, signs) ? [...step.flat, atMs] : [];
  if (isLongEnough(flat, TIMES.flatHoldMs)) return slip(challenge, 'flat', atMs, chance);
  return { ...challenge, step: { ...step, held, other, flat } };
}

/** What nobody does by accident while asked for something else. */
const CONFUSABLE: Readonly<Record<Movement, readonly Movement[]>> = {
  'turn-left': ['turn-right', 'nod'],
  'turn-right': ['turn-left', 'nod'],
  nod: TURNS,
  closer: TURNS,
  blink: TURNS,
};

function isLongEnough(times: readonly number[], holdMs: number): boolean {
  return times.length >= 2 && times.at(-1)! - times[0]! >= holdMs;
}

function isLate({ step }: Challenge, atMs: number): boolean {
  return (step.kind === 'asked' || step.kind === 'steady') && atMs - step.sinceMs > TIMES.answerMs;
}

/** Something else was seen than what was asked for: everything is drawn anew, or it was once too often. */
function slip(challenge: Challenge, kind: NonNullable<Challenge['lastSlip']>, atMs: number, chance: number): Challenge {
  const wasFlat = challenge.wasFlat || kind === 'flat';
  if (challenge.slipsLeft === 0) return failed({ ...challenge, lastSlip: kind }, wasFlat ? 'flat' : 'not-as-asked');
  const { movements, declined, slipsLeft } = challenge;
  return {
    ...challenge,
    movements: drawMovements(movements.length, chance, declined),
    done: 0,
    step: steadyStep(atMs, chance, false),
    slipsLeft: slipsLeft - 1,
    lastSlip: kind,
    wasFlat,
  };
}

function failed(challenge: Challenge, problem: ChallengeProblem): Challenge {
  return { ...challenge, step: { kind: 'failed', problem } };
}
