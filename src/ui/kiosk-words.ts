/** What the kiosk says, short enough to be read from two metres. It names nobody who was not recognised, and no score. */
import { msg, str } from '@lit/localize';
import { assertNever } from '../core/assert';
import { type Crowd, faceInTurn, type KioskFace, type KioskResult } from '../decision/kiosk/crowd';
import type { UnsureReason } from '../decision/verdict';
import type { KioskTrouble } from './kiosk-view';
import { spoofText } from './liveness-words';
import { verifyWaitText } from './lock-words';
import { qualityHint, type StatusText } from './strings';
import type { ViewState } from './view';

/** A result in words: one that stands out, whom it names, and what would help. */
export interface ResultWords {
  readonly tone: StatusText['tone'];
  readonly word: string;
  /** Empty where nobody is named. */
  readonly name: string;
  readonly advice: string;
}

export function resultWords(result: KioskResult): ResultWords {
  if (result.kind === 'failed') {
    const { problem } = result;
    const isUnseen = problem === 'no-face' || problem === 'unreadable-face';
    return { tone: 'quiet', word: isUnseen ? msg('Look at the camera.') : qualityHint(problem), name: '', advice: '' };
  }
  const { verdict } = result;
  switch (verdict.kind) {
    case 'match':
      return { tone: 'match', word: msg('MATCH'), name: verdict.best.name, advice: '' };
    case 'no-match':
      return { tone: 'no-match', word: msg('NO MATCH'), name: '', advice: msg('Lintel does not know this face.') };
    case 'unsure':
      return { tone: 'problem', word: msg('UNSURE'), name: '', advice: unsureAdvice(verdict.reason) };
    case 'spoof-suspected':
      return { tone: 'spoof', word: msg('SPOOF SUSPECTED'), name: '', advice: spoofText(verdict.reason) };
    case 'empty-gallery':
      return { tone: 'quiet', word: msg('Nobody here can be recognised.'), name: '', advice: '' };
    default:
      return assertNever(verdict);
  }
}

function unsureAdvice(reason: UnsureReason): string {
  switch (reason) {
    case 'two-alike':
      return msg('Two people who are enrolled look like this. Look straight.');
    case 'frames-disagree':
      return msg('Hold still.');
    case 'contested':
      return msg('Come into better light.');
    case 'left-early':
      return msg('Stay a little longer.');
    case 'not-as-asked':
      return msg('The movements were not seen. Try again, in good light.');
    case 'doubtful-picture':
      return msg('Come into another light.');
    default:
      return assertNever(reason);
  }
}

/** The results that are shown, in the order in which their faces stand in the mirrored picture. */
export function shownResults({ faces }: Crowd): readonly (KioskFace & { readonly result: KioskResult })[] {
  const judged = faces.flatMap((face) => (face.result === null ? [] : [{ ...face, result: face.result }]));
  return judged.sort((a, b) => b.box.x - a.box.x);
}

/** What is read out: everything that is found, one after the other. */
export function announcement(crowd: Crowd): string {
  return shownResults(crowd)
    .map(({ result }) => {
      const { word, name, advice } = resultWords(result);
      return [name === '' ? word : `${word}: ${name}`, advice].filter((text) => text !== '').join('. ');
    })
    .join(' · ');
}

/** The one thing to do now; empty where there is nothing, as while everybody there was judged. */
export function promptText({ gallery, engine, people, session, kiosk, camera, lock }: ViewState): string {
  if (gallery.kind === 'opening' || engine.kind === 'loading' || camera.kind === 'opening') return msg('Starting…');
  if (people.length === 0) return msg('Nobody is enrolled yet.');
  if (lock.verifyWaitMs > 0) return verifyWaitText();
  if (faceInTurn(kiosk.crowd) !== null) return session.hint === null ? msg('Hold still.') : qualityHint(session.hint);
  return kiosk.crowd.faces.length > 0 ? '' : msg('Look at the camera');
}

/** What the corner button does. */
export function cornerText(isLockSet: boolean): string {
  return isLockSet ? msg('Open Lintel, with the PIN') : msg('Open Lintel');
}

/** What Lintel does about a trouble by itself. */
export function attemptText({ next, fault }: KioskTrouble): string {
  if (next === null) return fault.code === 'insecure-origin' ? '' : msg('Lintel looks for the camera every few seconds and goes on by itself.');
  const { way, inSeconds } = next;
  switch (way) {
    case 'camera':
      return inSeconds === 0 ? msg('The camera is being opened…') : msg(str`The camera is opened again in ${inSeconds} s.`);
    case 'recognition':
      return inSeconds === 0 ? msg('The recognition is being started…') : msg(str`The recognition is started again in ${inSeconds} s.`);
    case 'page':
      return inSeconds === 0 ? msg('Lintel is being started anew…') : msg(str`Lintel starts anew in ${inSeconds} s.`);
    default:
      return assertNever(way);
  }
}

/** A name that fits above a face: what is too long is left out in the middle. */
export function shortened(name: string, most = 18): string {
  const characters = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment);
  if (characters.length <= most) return name;
  const half = Math.floor((most - 1) / 2);
  return `${characters.slice(0, most - 1 - half).join('')}…${characters.slice(-half).join('')}`;
}
