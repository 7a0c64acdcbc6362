/** What Lintel says of photographs. */
import { assertNever } from '../core/assert';
import type { PhotoBatch, PhotoProblem } from '../decision/photographs';

export function countPhotographs(count: number): string {
  return count === 1 ? '1 photograph' : `${count} photographs`;
}

/** What became of the files: continues the name of whom they are of, and a colon. */
export function batchText({ total, done, taken }: PhotoBatch): string {
  const stopped = done < total ? ` ${total - done === 1 ? '1 was' : `${total - done} were`} not looked at.` : '';
  if (total === 0) return 'the photographs you choose become further samples.';
  if (total === 1) return taken === 1 ? 'the photograph became a sample.' : `the photograph became no sample.${stopped}`;
  if (taken === 0) return `none of ${countPhotographs(total)} became a sample.${stopped}`;
  return `${taken} of ${countPhotographs(total)} became ${taken === 1 ? 'a sample' : 'samples'}.${stopped}`;
}

/** Why a photograph became no sample. */
export function photoProblemText(problem: PhotoProblem): string {
  switch (problem) {
    case 'not-a-picture':
      return 'Chromium cannot read this as a picture. JPEG, PNG and WebP work.';
    case 'nobody-chosen':
      return 'It shows several faces, and none was chosen.';
    case 'not-analysed':
      return 'The recognition gave no answer. Choose the file again.';
    case 'not-saved':
      return 'The sample could not be saved.';
    case 'no-face':
      return 'No face was found in it.';
    case 'unreadable-face':
      return 'What was found does not look enough like a face.';
    case 'too-alike':
      return 'Too much like a sample there is: it would add nothing.';
    case 'not-the-same':
      return 'Not alike enough to the other samples. Is it the same person?';
    case 'too-small':
      return 'The face is too small: it needs at least 80 pixels after the picture is scaled to 1280.';
    case 'cut-off':
      return 'The face is cut off at the edge.';
    case 'several-faces':
      return 'It shows several faces of the same size.';
    case 'too-dark':
      return 'The face is too dark.';
    case 'too-bright':
      return 'The face is too bright.';
    case 'side-light':
      return 'The light comes from one side.';
    case 'flat-light':
      return 'The face is too pale to make out.';
    case 'turned-sideways':
      return 'The face is turned too far to the side.';
    case 'turned-up-or-down':
      return 'The face looks too far up or down.';
    case 'tilted':
      return 'The head is tilted too far.';
    case 'blurred':
      return 'The face is blurred.';
    default:
      return assertNever(problem);
  }
}
