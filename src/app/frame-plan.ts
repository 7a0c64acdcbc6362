/** Decides what is done with the next frame: where it is searched and by which detector, and whether its face is embedded. */
import { type DetectorKind, type FrameDetector, SCAN_PARTS } from '../core/detector';
import type { FivePoints } from '../core/face';
import { type Box, centreOf } from '../core/geometry';
import { wantsEyes } from '../decision/liveness/challenge';
import { type Session, wantsEmbedding } from '../decision/session-state';
import { EMPTY_ROOM_MS, EXACT_STAYS_MS, FOLLOWING } from '../decision/thresholds';
import type { EarlierPoints, FrameOutcome, FrameTask, FrameWishes, HaarSearch } from '../inference/protocol';

export interface FramePlan {
  readonly task: FrameTask;
  /** The face still has to hold still. */
  readonly isEarly: boolean;
  readonly detector: FrameDetector;
  readonly wishes: Pick<FrameWishes, 'search' | 'orExact' | 'skipsSameScene' | 'earlier' | 'at' | 'wantsSigns' | 'wantsEyes' | 'wantsLiveness'>;
}

/** The looks that search a room once: Haar for each part of the sizes, then UltraLight. */
const LOOKS_IN_ROUND = SCAN_PARTS + 1;

/**
 * With both detectors, Haar follows faces and searches for them by parts. UltraLight joins where Haar has found nothing
 * for a while or has lost a face, and stays for a while after it has found one there; and it boxes the face that is
 * embedded, whenever one is enrolled, and when one is verified, in the first frame after the hold: in all others that face
 * is followed, since another detector's box would look like a face that moves. Where nobody is and nothing changes, the
 * room is searched now and then.
 */
export class FramePlanner {
  /** The faces of the latest frame that had any, until they are lost. */
  #followed: readonly Box<'frame'>[] = [];
  /** Frames in a row in which the followed faces were missed. */
  #misses = 0;
  /** Looks at an empty room since the last face or change. */
  #emptyLooks = 0;
  /** The next look at an empty room, by its place in the round. */
  #nextLook = 0;
  #searchedAtMs = 0;
  #newcomersAtMs = 0;
  #newcomersPart = 0;
  #isExactUntilMs = 0;
  #points: { readonly points: FivePoints; readonly task: FrameTask; readonly isEarly: boolean; readonly atMs: number } | null = null;

  /** `chosen` is where the face was last seen that alone is to be judged. */
  planFor(session: Session, setting: DetectorKind, nowMs: number, chosen: Box<'frame'> | null = null): FramePlan {
    // A picture that is not good enough for a verdict is not embedded: first its pose must be.
    const task = wantsEmbedding(session) && session.hint === null ? 'embed' : 'pose';
    const earlier = this.#earlierFor(task, nowMs);
    const isEmptyRoom = task === 'pose' && this.#followed.length === 0 && this.#emptyLooks >= LOOKS_IN_ROUND;
    const skipsSameScene = isEmptyRoom && nowMs - this.#searchedAtMs < EMPTY_ROOM_MS;
    const detector = this.#detectorFor(session, task, setting, nowMs);
    return {
      task,
      isEarly: session.phase.kind === 'posing',
      detector,
      wishes: { earlier, skipsSameScene, ...(chosen !== null && { at: centreOf(chosen) }), ...livenessWishes(session, task), ...this.#searchWishes(detector, task, setting, nowMs) },
    };
  }

  /** Takes in what a frame showed that was analysed by a plan. */
  heed({ task, isEarly, detector, wishes }: FramePlan, outcome: FrameOutcome, nowMs: number): void {
    if (outcome.kind === 'no-face' && outcome.isSameScene === true) return;
    this.#searchedAtMs = nowMs;
    if (wishes.search?.kind === 'follow' && wishes.search.part !== null) {
      this.#newcomersAtMs = nowMs;
      this.#newcomersPart += 1;
    }
    const { boxes, judged } = outcome.faces;
    const box = boxes[judged];
    if (box === undefined) {
      this.#miss(wishes.skipsSameScene === true);
      return;
    }
    const wasLost = this.#followed.length === 0 || this.#misses > 0;
    if (detector === 'ultralight' && wasLost) this.#isExactUntilMs = nowMs + EXACT_STAYS_MS;
    this.#followed = boxes.length <= FOLLOWING.maxFaces ? boxes : [box, ...boxes.filter((other) => other !== box).slice(0, FOLLOWING.maxFaces - 1)];
    this.#misses = 0;
    this.#beginRound(0);
    this.#points = 'points' in outcome ? { points: outcome.points, task, isEarly, atMs: nowMs } : null;
  }

  /** A pose is looked for once, an embedding's points three times: the better ones are not drawn towards the others. */
  #earlierFor(task: FrameTask, nowMs: number): EarlierPoints | null {
    return this.#points?.task === task ? { points: this.#points.points, elapsedMs: nowMs - this.#points.atMs } : null;
  }

  #detectorFor({ purpose, phase }: Session, task: FrameTask, setting: DetectorKind, nowMs: number): FrameDetector {
    if (setting !== 'haar+ultralight') return setting;
    const isLastInRound = this.#followed.length === 0 && this.#nextLook === SCAN_PARTS;
    // Every verdict rests on a frame that UltraLight boxed: the first that votes once the face has held still.
    const isBoxed = this.#points?.task === 'embed' && !this.#points.isEarly;
    const isNew = purpose === 'enrol' || (phase.kind !== 'posing' && !isBoxed);
    return (task === 'embed' && isNew) || isLastInRound || nowMs < this.#isExactUntilMs ? 'ultralight' : 'haar';
  }

  #searchWishes(detector: FrameDetector, task: FrameTask, setting: DetectorKind, nowMs: number): Pick<FrameWishes, 'search' | 'orExact'> {
    if (detector !== 'haar') return {};
    return { search: this.#searchAt(nowMs), ...(task === 'embed' && setting === 'haar+ultralight' && { orExact: true }) };
  }

  #searchAt(nowMs: number): HaarSearch {
    if (this.#followed.length === 0) return { kind: 'scan', part: this.#nextLook % SCAN_PARTS };
    const isTimeForNewcomers = nowMs - this.#newcomersAtMs >= FOLLOWING.newcomersMs;
    return {
      kind: 'follow',
      boxes: this.#followed,
      reach: this.#misses === 0 ? FOLLOWING.reach : FOLLOWING.wideReach,
      part: isTimeForNewcomers ? this.#newcomersPart % SCAN_PARTS : null,
    };
  }

  #miss(wasChanged: boolean): void {
    this.#points = null;
    if (this.#followed.length === 0) {
      // Something moved: a whole round of looks is due.
      if (wasChanged) return this.#beginRound(0);
      this.#emptyLooks += 1;
      this.#nextLook = (this.#nextLook + 1) % LOOKS_IN_ROUND;
      return;
    }
    this.#misses += 1;
    if (this.#misses < FOLLOWING.patienceFrames) return;
    this.#followed = [];
    this.#misses = 0;
    // Whoever was lost is likely still there, so UltraLight looks first.
    this.#beginRound(SCAN_PARTS);
  }

  #beginRound(look: number): void {
    this.#emptyLooks = 0;
    this.#nextLook = look;
  }
}

/** What is measured besides: signs of movement while movements are asked for, and how alive the picture of a probe looks. */
function livenessWishes({ phase, purpose }: Session, task: FrameTask): Pick<FrameWishes, 'wantsSigns' | 'wantsEyes' | 'wantsLiveness'> {
  return {
    ...(phase.kind === 'challenged' && { wantsSigns: true, wantsEyes: wantsEyes(phase.challenge) }),
    ...(purpose === 'verify' && task === 'embed' && { wantsLiveness: true }),
  };
}
