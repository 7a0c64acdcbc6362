/** The movements that a challenge asks for, and when one is seen. */
import { assertNever } from '../../core/assert';
import type { FaceSigns } from '../../core/face-signs';
import { BLINK, CLOSER, FLATNESS, NOD, STRAIGHT, TURN } from './challenge-limits';

/** Left and right are those of the person. */
export const MOVEMENTS = ['turn-left', 'turn-right', 'nod', 'closer', 'blink'] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** The movements that show depth: see the note on the depth of a turn. */
export const TURNS: readonly Movement[] = ['turn-left', 'turn-right'];

/** True when the face shows the movement, compared with how it was at rest. */
export function isShown(movement: Movement, atRest: FaceSigns, now: FaceSigns): boolean {
  switch (movement) {
    // The person's left is on the right of the unmirrored frame.
    case 'turn-left':
      return isTurned(now.turn - atRest.turn, now.narrowness / atRest.narrowness);
    case 'turn-right':
      return isTurned(atRest.turn - now.turn, now.narrowness / atRest.narrowness);
    case 'nod': {
      const shift = now.nod - atRest.nod;
      const noseShift = now.noseDown - atRest.noseDown;
      return Math.abs(shift) >= NOD.minShift && Math.abs(noseShift) >= NOD.minNoseShift && Math.sign(shift) === Math.sign(noseShift);
    }
    case 'closer':
      return now.sizePx >= atRest.sizePx * CLOSER.minGrowth;
    case 'blink':
      return now.eyesClosed !== null && now.eyesClosed >= BLINK.minClosed && now.eyesClosed >= (atRest.eyesClosed ?? 0) + BLINK.minRise;
    default:
      return assertNever(movement);
  }
}

/** See the note on the depth of a turn. `width` is the narrowness in shares of that at rest. */
function isTurned(shift: number, width: number): boolean {
  return shift >= TURN.minShift && width >= 1 - (shift / TURN.depth) ** 2;
}

/** True when the face is narrowed as by a sheet that is tilted, more than a head's would be. */
export function isNarrowedFlat(atRest: FaceSigns, now: FaceSigns): boolean {
  const shift = now.turn - atRest.turn;
  const width = now.narrowness / atRest.narrowness;
  return width <= Math.min(FLATNESS.maxNarrowness, 1 - FLATNESS.slack - (shift / FLATNESS.depth) ** 2);
}

/** True when the head looks straight ahead; `atRest` is null before that is known of this person. */
export function isStraight(atRest: FaceSigns | null, now: FaceSigns): boolean {
  if (atRest === null) return Math.abs(now.turn) <= STRAIGHT.maxTurn;
  return Math.abs(now.turn - atRest.turn) <= STRAIGHT.turnDrift && Math.abs(now.nod - atRest.nod) <= STRAIGHT.nodDrift;
}

/** The signs of a head at rest: the mean of some frames. */
export function meanSigns(frames: readonly FaceSigns[]): FaceSigns {
  const mean = (read: (signs: FaceSigns) => number): number => frames.reduce((sum, frame) => sum + read(frame), 0) / frames.length;
  return {
    turn: mean(({ turn }) => turn),
    narrowness: mean(({ narrowness }) => narrowness),
    nod: mean(({ nod }) => nod),
    noseDown: mean(({ noseDown }) => noseDown),
    sizePx: mean(({ sizePx }) => sizePx),
    eyesClosed: frames.some(({ eyesClosed }) => eyesClosed === null) ? null : mean(({ eyesClosed }) => eyesClosed ?? 0),
    fingerprint: 0,
  };
}
