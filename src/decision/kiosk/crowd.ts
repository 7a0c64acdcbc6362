/**
 * The faces before the kiosk: whose turn it is to be judged, and what was found of each. A pure reducer; time comes in.
 * [Note: a name beside a face] A name stands beside the face that was judged itself, and beside no other: a face keeps its
 * result only while every frame leaves no doubt that it is the same one. In doubt it is somebody new and is judged again.
 */
import type { FacesInFrame } from '../../core/face';
import { type Box, overlapOf, type Size } from '../../core/geometry';
import type { CaptureProblem, Phase } from '../session-state';
import { ABSENCE_MS, MIN_TRACK_OVERLAP } from '../thresholds';
import type { Verdict } from '../verdict';
import { KIOSK } from './limits';

/** What was found of a face. */
export type KioskResult =
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly atMs: number }
  /** No usable picture came. */
  | { readonly kind: 'failed'; readonly problem: CaptureProblem; readonly atMs: number };

/** A face that is followed while it is in view. */
export interface KioskFace {
  readonly id: number;
  /** Where it was last seen, and when. */
  readonly box: Box<'frame'>;
  readonly seenAtMs: number;
  /** Null before it was judged, and once that was shown long enough. */
  readonly result: KioskResult | null;
  /** It is not judged before; never again once it was recognised. */
  readonly waitsUntilMs: number;
  /** When it last had its turn and did not hold still; 0 where that never was. */
  readonly passedOverAtMs: number;
}

export interface Crowd {
  readonly faces: readonly KioskFace[];
  /** Size and time of the latest frame; null before the first. */
  readonly frame: (Size & { readonly atMs: number }) | null;
  /** The face that is judged now, by id, and since when. */
  readonly turn: { readonly id: number; readonly sinceMs: number } | null;
  readonly nextId: number;
}

export const NOBODY_THERE: Crowd = { faces: [], frame: null, turn: null, nextId: 1 };

/** The face whose turn it is. */
export function faceInTurn({ faces, turn }: Crowd): KioskFace | null {
  return faces.find(({ id }) => id === turn?.id) ?? null;
}

/** True for a face that the latest frame shows. */
export function isSeen(face: KioskFace, { frame }: Crowd): boolean {
  return face.seenAtMs === frame?.atMs;
}

/** Takes in the faces of one frame. A turn ends with its face. */
export function seeFaces(crowd: Crowd, { frame, boxes }: FacesInFrame, nowMs: number): Crowd {
  const known = crowd.faces.filter(({ seenAtMs }) => nowMs - seenAtMs < ABSENCE_MS);
  const near = (face: KioskFace, box: Box<'frame'>): boolean => overlapOf(face.box, box) >= KIOSK.doubtOverlap;
  const doubted = new Set(known.filter((face) => boxes.filter((box) => near(face, box)).length > 1));
  for (const box of boxes) {
    const claimants = known.filter((face) => near(face, box));
    if (claimants.length > 1) for (const face of claimants) doubted.add(face);
  }
  let { nextId } = crowd;
  const seen = boxes.map((box): KioskFace => {
    const same = known.find((face) => !doubted.has(face) && overlapOf(face.box, box) >= MIN_TRACK_OVERLAP);
    if (same === undefined) return { id: nextId++, box, seenAtMs: nowMs, result: null, waitsUntilMs: 0, passedOverAtMs: 0 };
    const isSure = nowMs - same.seenAtMs <= KIOSK.nameGapMs;
    return isSure ? { ...same, box, seenAtMs: nowMs } : { ...same, box, seenAtMs: nowMs, result: null, waitsUntilMs: 0 };
  });
  const kept = new Set(seen.map(({ id }) => id));
  const missed = known.filter((face) => !kept.has(face.id) && !doubted.has(face));
  const faces = [...seen, ...missed];
  const isTurnOver = !faces.some(({ id }) => id === crowd.turn?.id);
  return { faces, frame: { ...frame, atMs: nowMs }, turn: isTurnOver ? null : crowd.turn, nextId };
}

/** Takes in how the judging of the face in turn stands, and gives the turn on when it is over. */
export function followTurn(crowd: Crowd, phase: Phase, nowMs: number): Crowd {
  return giveTurn(crowd.turn === null ? crowd : endTurn(crowd, phase, nowMs), nowMs);
}

/** Takes away what was shown long enough, and faces that left. The same crowd where nothing changes. */
export function forgetOld(crowd: Crowd, nowMs: number): Crowd {
  const isOld = ({ result }: KioskFace): boolean => result !== null && nowMs - result.atMs >= KIOSK.holdMs;
  const hasLeft = ({ seenAtMs }: KioskFace): boolean => nowMs - seenAtMs >= ABSENCE_MS;
  if (!crowd.faces.some((face) => isOld(face) || hasLeft(face))) return crowd;
  const faces = crowd.faces.filter((face) => !hasLeft(face)).map((face) => (isOld(face) ? { ...face, result: null } : face));
  return { ...crowd, faces, turn: faces.some(({ id }) => id === crowd.turn?.id) ? crowd.turn : null };
}

function endTurn(crowd: Crowd, phase: Phase, nowMs: number): Crowd {
  switch (phase.kind) {
    case 'judged': {
      const isKnown = phase.verdict.kind === 'match';
      const waitsUntilMs = isKnown ? Number.POSITIVE_INFINITY : nowMs + KIOSK.holdMs + KIOSK.retryMs;
      return withTurnEnded(crowd, { result: { kind: 'verdict', verdict: phase.verdict, atMs: nowMs }, waitsUntilMs });
    }
    case 'failed':
      return withTurnEnded(crowd, { result: { kind: 'failed', problem: phase.problem, atMs: nowMs }, waitsUntilMs: nowMs + KIOSK.holdMs });
    case 'posing': {
      const isImpatient = nowMs - crowd.turn!.sinceMs >= KIOSK.patienceMs;
      const othersWait = waiting(crowd, nowMs).some(({ id }) => id !== crowd.turn!.id);
      return isImpatient && othersWait ? withTurnEnded(crowd, { passedOverAtMs: nowMs }) : crowd;
    }
    default:
      return crowd;
  }
}

function withTurnEnded(crowd: Crowd, change: Partial<KioskFace>): Crowd {
  const faces = crowd.faces.map((face) => (face.id === crowd.turn?.id ? { ...face, ...change } : face));
  return { ...crowd, faces, turn: null };
}

/** The nearest of those who wait, and first of all whoever was not passed over. */
function giveTurn(crowd: Crowd, nowMs: number): Crowd {
  if (crowd.turn !== null) return crowd;
  const [next] = waiting(crowd, nowMs).sort((a, b) => a.passedOverAtMs - b.passedOverAtMs || b.box.height - a.box.height);
  if (next === undefined) return crowd;
  const faces = crowd.faces.map((face) => (face.id === next.id ? { ...face, result: null } : face));
  return { ...crowd, faces, turn: { id: next.id, sinceMs: nowMs } };
}

function waiting(crowd: Crowd, nowMs: number): KioskFace[] {
  return crowd.faces.filter((face) => isSeen(face, crowd) && face.waitsUntilMs <= nowMs);
}
