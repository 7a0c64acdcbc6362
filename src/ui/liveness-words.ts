/** What Lintel says of movements, of pictures held before the camera, and of what a mode stops. */
import { msg, str } from '@lit/localize';
import { assertNever } from '../core/assert';
import { type Challenge, askedMovement } from '../decision/liveness/challenge';
import type { LivenessMode } from '../decision/liveness/mode';
import type { Movement } from '../decision/liveness/movements';
import type { SpoofReason } from '../decision/verdict';

/** What somebody is asked to do, who sees the picture mirrored. */
export function movementText(movement: Movement): string {
  switch (movement) {
    case 'turn-left':
      return msg('Turn your head to your left.');
    case 'turn-right':
      return msg('Turn your head to your right.');
    case 'nod':
      return msg('Nod: chin up or down, and hold.');
    case 'closer':
      return msg('Come closer.');
    case 'blink':
      return msg('Close your eyes for a moment.');
    default:
      return assertNever(movement);
  }
}

/** What to do now. */
export function challengeText(challenge: Challenge): string {
  const movement = askedMovement(challenge);
  if (movement !== null) return movementText(movement);
  return msg('Look straight at the camera.');
}

/** Why it begins anew; empty where it does not. */
export function slipText({ lastSlip }: Challenge): string {
  switch (lastSlip) {
    case null:
      return '';
    case 'other-movement':
      return msg('That was another movement. Once more from the start.');
    case 'too-early':
      return msg('That was too soon. Wait until you are asked. Once more from the start.');
    case 'too-late':
      return msg('That was not seen in time. Once more from the start.');
    case 'flat':
      return msg('That did not look like a head that turns. Once more from the start.');
    default:
      return assertNever(lastSlip);
  }
}

/** Why a face that matches is not let pass. */
export function spoofText(reason: SpoofReason): string {
  switch (reason) {
    case 'picture':
      return msg('This looks like a picture of a face. If it is not, change the light and try again.');
    case 'flat':
      return msg('What turned looked flat, like a picture. If it is a head, turn it further and try again.');
    case 'another-face':
      return msg('Another face took the place of the first one. Try again, one person from start to end.');
    case 'repeated':
      return msg('The camera gave the same pictures again, as a recording does. Check which camera is chosen.');
    default:
      return assertNever(reason);
  }
}

interface ModeWords {
  readonly label: string;
  readonly asks: string;
  readonly stops: string;
  readonly lets: string;
}

/** What a mode asks, what it stops and what it does not. */
export function modeWords(mode: LivenessMode): ModeWords {
  return WORDS[mode]();
}

const WORDS: Readonly<Record<LivenessMode, () => ModeWords>> = {
  convenience: () => ({
    label: msg('Convenience'),
    asks: msg('Asks for nothing.'),
    stops: msg('Stops many photographs and screens, by how their picture looks.'),
    lets: msg('Lets a good photograph pass. Not for a door.'),
  }),
  careful: () => ({
    label: msg('Careful'),
    asks: msg('Asks for two movements, drawn anew each time, one of them a turn of the head.'),
    stops: msg('Stops photographs, also tilted ones, and recordings that do not happen to show what is asked.'),
    lets: msg('May let pass: a mask, a print rolled around something as round as a head, a video made to answer live. Whoever cannot turn the head cannot pass.'),
  }),
  strict: () => ({
    label: msg('Strict'),
    asks: msg('Asks for three movements, forgives fewer mistakes, and names nobody whose picture is doubtful.'),
    stops: msg('Stops what Careful stops, and recordings more often.'),
    lets: msg('May let pass what Careful may, only less often. Whoever cannot turn the head cannot pass.'),
  }),
};

/** What stands under a match. */
export function livenessText(mode: LivenessMode): string {
  return mode === 'convenience'
    ? msg('Only the look of the picture was checked: a good photograph can pass. Settings can ask for movements.')
    : msg(str`Checked as a living face in the mode ${modeWords(mode).label}. No check with one camera stops everything.`);
}
