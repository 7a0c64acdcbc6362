/** What Lintel says of photographs. */
import { msg, str } from '@lit/localize';
import { assertNever } from '../core/assert';
import type { PhotoBatch, PhotoProblem } from '../decision/photographs';
import { formatNumber } from './format';
import { plural } from './plural';

export function countPhotographs(count: number): string {
  return plural(count, msg('1 photograph|# photographs'));
}

/** What became of the files: whole sentences after the name of whom they are of. */
export function batchText({ total, done, taken }: PhotoBatch): string {
  const stopped = done < total ? ` ${plural(total - done, msg('1 was not looked at.|# were not looked at.'))}` : '';
  if (total === 0) return msg('the photographs you choose become further samples.');
  if (total === 1) return taken === 1 ? msg('the photograph became a sample.') : msg('the photograph became no sample.') + stopped;
  if (taken === 0) return msg(str`none of ${countPhotographs(total)} became a sample.`) + stopped;
  const became =
    taken === 1
      ? msg(str`1 of ${countPhotographs(total)} became a sample.`)
      : msg(str`${formatNumber(taken)} of ${countPhotographs(total)} became samples.`);
  return became + stopped;
}

/** Why a photograph became no sample. */
export function photoProblemText(problem: PhotoProblem): string {
  switch (problem) {
    case 'not-a-picture':
      return msg('Chromium cannot read this as a picture. JPEG, PNG and WebP work.');
    case 'nobody-chosen':
      return msg('It shows several faces, and none was chosen.');
    case 'not-analysed':
      return msg('The recognition gave no answer. Choose the file again.');
    case 'not-saved':
      return msg('The sample could not be saved.');
    case 'no-face':
      return msg('No face was found in it.');
    case 'unreadable-face':
      return msg('What was found does not look enough like a face.');
    case 'too-alike':
      return msg('Too much like a sample there is: it would add nothing.');
    case 'not-the-same':
      return msg('Not alike enough to the other samples. Is it the same person?');
    case 'too-small':
      return msg('The face is too small: it needs at least 80 pixels after the picture is scaled to 1280.');
    case 'cut-off':
      return msg('The face is cut off at the edge.');
    case 'several-faces':
      return msg('It shows several faces of the same size.');
    case 'too-dark':
      return msg('The face is too dark.');
    case 'too-bright':
      return msg('The face is too bright.');
    case 'side-light':
      return msg('The light comes from one side.');
    case 'flat-light':
      return msg('The face is too pale to make out.');
    case 'turned-sideways':
      return msg('The face is turned too far to the side.');
    case 'turned-up-or-down':
      return msg('The face looks too far up or down.');
    case 'tilted':
      return msg('The head is tilted too far.');
    case 'blurred':
      return msg('The face is blurred.');
    default:
      return assertNever(problem);
  }
}
