/** Decides what is done with the next frame: where it is searched and by which detector, and whether its face is embedded. */
import { type DetectorKind, type FrameDetector, SCAN_PARTS } from '../core/detector';
import type { FivePoints } from '../core/face';
import { type Box, centreOf, overlapOf } from '../core/geometry';
import { wantsEyes } from '../decision/liveness/challenge';
import { type Session, wantsEmbedding } from '../decision/session-state';
import { EMPTY_ROOM_MS, EXACT_STAYS_MS, FOLLOWING, MIN_TRACK_OVERLAP } from '../decision/thresholds';
import type { EarlierPoints, FrameOutcome, FrameTask, FrameWishes, HaarSearch } from '../inference/protocol';

export interface FramePlan {
  readonly task: FrameTask;
  readonly detector: FrameDetector;
  readonly wishes: Pick<FrameWishes, 'search' | 'orExact' | 'skipsSameScene' | 'earlier' | 'at' | 'wantsSigns' | 'wantsEyes' | 'wantsLiveness'>;
}

/** Where a frame is searched, and by which detector: UltraLight looks at everything. */
type Look = { readonly detector: 'ultralight' } | { readonly detector: 'haar'; readonly search: HaarSearch };

const ULTRALIGHT: Look = { detector: 'ultralight' };
const HAAR_BY_PARTS: readonly Look[] = Array.from({ length: SCAN_PARTS }, (_, part) => ({ detector: 'haar', search: { kind: 'scan', part } }));

/** The looks that search a room once. UltraLight sees in one look what Haar sees in all of its parts, and so looks first. */
const ROUNDS: Readonly<Record<DetectorKind, readonly Look[]>> = {
  haar: HAAR_BY_PARTS,
  ultralight: [ULTRALIGHT],
  'haar+ultralight': [ULTRALIGHT, ...HAAR_BY_PARTS],
};

/**
 * With both detectors, UltraLight looks first where nobody is followed, Haar searches there by parts after it, and Haar
 * follows whom either has found. What UltraLight finds after Haar has lost it, UltraLight keeps for a while. It boxes the
 * face that is enrolled in every frame. A face that is verified is followed, since another detector's box would look like
 * a face that moves; but one that UltraLight has not found so far does not vote before UltraLight has boxed it in a
 * capture. Where nobody is and nothing changes, the room is searched now and then.
 */
export class FramePlanner {
  /** The faces of the latest frame that had any, until they are lost. */
  #followed: readonly Box<'frame'>[] = [];
  /** Frames in a row in which the followed faces were missed. */
  #misses = 0;
  /** Where the judged face was last that UltraLight has found since it came; null where it has not. */
  #confirmed: Box<'frame'> | null = null;
  /** Haar has lost a face, and nobody has looked for it since. */
  #isLostByHaar = false;
  /** Looks at an empty room since the last face or change; 0 while a face is followed. */
  #emptyLooks = 0;
  #searchedAtMs = 0;
  #newcomersDueMs = 0;
  #newcomersPart = 0;
  #isExactUntilMs = 0;
  #points: { readonly points: FivePoints; readonly task: FrameTask; readonly atMs: number } | null = null;

  /** `chosen` is where the face was last seen that alone is to be judged. */
  planFor(session: Session, setting: DetectorKind, nowMs: number, chosen: Box<'frame'> | null = null): FramePlan {
    // A picture that is not good enough for a verdict is not embedded: first its pose must be.
    const isWanted = wantsEmbedding(session, nowMs) && session.hint === null;
    const mayVote = session.phase.kind !== 'posing' || setting !== 'haar+ultralight' || this.#confirmed !== null;
    const task = isWanted && mayVote ? 'embed' : 'pose';
    const earlier = this.#earlierFor(task, nowMs);
    const isEmptyRoom = this.#emptyLooks >= ROUNDS[setting].length;
    const skipsSameScene = task === 'pose' && isEmptyRoom && nowMs - this.#searchedAtMs < EMPTY_ROOM_MS;
    // Where something has changed, the first look is the one that sees most.
    const look = skipsSameScene ? ROUNDS[setting][0]! : this.#lookFor(session, task, setting, nowMs);
    return {
      task,
      detector: look.detector,
      wishes: { earlier, skipsSameScene, ...(chosen !== null && { at: centreOf(chosen) }), ...livenessWishes(session, task), ...searchWishes(look, task, setting) },
    };
  }

  /** Takes in what a frame showed that was analysed by a plan, and how long its detector took. */
  heed({ task, detector, wishes }: FramePlan, outcome: FrameOutcome, detectMs: number, nowMs: number): void {
    if (outcome.kind === 'no-face' && outcome.isSameScene === true) return;
    this.#searchedAtMs = nowMs;
    if (wishes.search?.kind === 'follow' && wishes.search.part !== null) {
      this.#newcomersDueMs = nowMs + Math.max(FOLLOWING.newcomersMs, detectMs / FOLLOWING.newcomersShare);
      this.#newcomersPart += 1;
    }
    const { boxes, judged } = outcome.faces;
    const box = boxes[judged];
    if (box === undefined) {
      this.#miss(wishes.skipsSameScene === true);
      return;
    }
    if (detector === 'ultralight' && (this.#isLostByHaar || this.#misses > 0)) this.#isExactUntilMs = nowMs + EXACT_STAYS_MS;
    this.#followed = boxes.length <= FOLLOWING.maxFaces ? boxes : [box, ...boxes.filter((other) => other !== box).slice(0, FOLLOWING.maxFaces - 1)];
    this.#misses = 0;
    const isConfirmed = detector === 'ultralight' || (this.#confirmed !== null && overlapOf(this.#confirmed, box) >= MIN_TRACK_OVERLAP);
    // What turned out to be no readable face has to be found anew.
    this.#confirmed = isConfirmed && 'points' in outcome ? box : null;
    this.#isLostByHaar = false;
    this.#emptyLooks = 0;
    this.#points = 'points' in outcome ? { points: outcome.points, task, atMs: nowMs } : null;
  }

  /** A pose is looked for once, an embedding's points three times: the better ones are not drawn towards the others. */
  #earlierFor(task: FrameTask, nowMs: number): EarlierPoints | null {
    return this.#points?.task === task ? { points: this.#points.points, elapsedMs: nowMs - this.#points.atMs } : null;
  }

  #lookFor({ purpose }: Session, task: FrameTask, setting: DetectorKind, nowMs: number): Look {
    if (setting === 'haar+ultralight') {
      const isBoxed = task === 'embed' && (purpose === 'enrol' || this.#confirmed === null);
      if (isBoxed || nowMs < this.#isExactUntilMs) return ULTRALIGHT;
    }
    const round = ROUNDS[setting];
    if (setting === 'ultralight' || this.#followed.length === 0) return round[this.#emptyLooks % round.length]!;
    // A frame that is embedded takes long enough as it is.
    return { detector: 'haar', search: this.#followingSearch(task === 'pose' && nowMs >= this.#newcomersDueMs) };
  }

  #followingSearch(seeksNewcomers: boolean): HaarSearch {
    return {
      kind: 'follow',
      boxes: this.#followed,
      reach: this.#misses === 0 ? FOLLOWING.reach : FOLLOWING.wideReach,
      part: seeksNewcomers ? this.#newcomersPart % SCAN_PARTS : null,
    };
  }

  #miss(wasChanged: boolean): void {
    this.#points = null;
    if (this.#followed.length === 0) {
      this.#isLostByHaar = false;
      // Where something moved, a whole round of looks is due.
      this.#emptyLooks = wasChanged ? 0 : this.#emptyLooks + 1;
      return;
    }
    this.#misses += 1;
    if (this.#misses < FOLLOWING.patienceFrames) return;
    this.#followed = [];
    this.#misses = 0;
    this.#confirmed = null;
    this.#isLostByHaar = true;
  }
}

/** Where Haar searches; for a frame that is embedded, UltraLight does in the same frame where Haar finds nobody. */
function searchWishes(look: Look, task: FrameTask, setting: DetectorKind): Pick<FrameWishes, 'search' | 'orExact'> {
  if (look.detector === 'ultralight') return {};
  return { search: look.search, ...(task === 'embed' && setting === 'haar+ultralight' && { orExact: true }) };
}

/** What is measured besides: signs of movement while movements are asked for, and how alive the picture of a probe looks. */
function livenessWishes({ phase, purpose }: Session, task: FrameTask): Pick<FrameWishes, 'wantsSigns' | 'wantsEyes' | 'wantsLiveness'> {
  return {
    ...(phase.kind === 'challenged' && { wantsSigns: true, wantsEyes: wantsEyes(phase.challenge) }),
    ...(purpose === 'verify' && task === 'embed' && { wantsLiveness: true }),
  };
}
