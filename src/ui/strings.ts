/** What Lintel says, as functions of what there is to say. */
import { assertNever } from '../core/assert';
import type { FacesInFrame } from '../core/face';
import { MAX_NAME_CHARACTERS, type NameProblem } from '../decision/person-name';
import type { CaptureProblem, Session } from '../decision/session';
import type { Destination, ViewState } from './view';

export const DESTINATION_LABELS: Record<Destination, string> = {
  verify: 'Verify',
  enrol: 'Enrol',
  people: 'People',
  settings: 'Settings',
  diagnostics: 'Diagnostics',
};

/** Scores and thresholds, always with three decimals. */
export function formatScore(score: number): string {
  return score.toFixed(3);
}

export function formatMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

export function formatDate(ms: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(ms);
}

export function countPeople(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

export function countSamples(count: number): string {
  return count === 1 ? '1 sample' : `${count} samples`;
}

/** How many faces the picture shows, and how large the judged one is. */
export function facesText(faces: FacesInFrame | null): string {
  if (faces === null) return '';
  const judged = faces.boxes[faces.judged];
  if (judged === undefined) return 'No face detected';
  const sizePx = `${Math.round(judged.width)} px`;
  return faces.boxes.length === 1 ? `1 face · ${sizePx}` : `${faces.boxes.length} faces · the largest counts, ${sizePx}`;
}

/** What to do while there is no picture. */
export function cameraOffText({ camera, gallery }: ViewState): string {
  if (gallery.kind !== 'ready') return '';
  switch (camera.kind) {
    case 'faulted':
      return 'Lintel goes on when there is a camera again.';
    case 'opening':
      return 'The camera is being turned on.';
    case 'off':
    case 'live':
      return 'Capture turns the camera on.';
    default:
      return assertNever(camera);
  }
}

export function nameProblemText(problem: NameProblem): string {
  switch (problem) {
    case 'empty':
      return 'Type a name first.';
    case 'too-long':
      return `This name is longer than ${MAX_NAME_CHARACTERS} characters. Shorten it.`;
    case 'unprintable':
      return 'This name contains a character that cannot be shown. Type it again.';
    default:
      return assertNever(problem);
  }
}

export function captureProblemText(problem: CaptureProblem): string {
  switch (problem) {
    case 'no-face':
      return 'No face detected. Look at the camera and try again.';
    case 'unreadable-face':
      return 'What was found does not look enough like a face. Turn towards the light and try again.';
    default:
      return assertNever(problem);
  }
}

/** A line of the status: plain text around one name that stands out, and may run in another direction. */
export interface StatusText {
  readonly tone: 'quiet' | 'match' | 'no-match' | 'done' | 'problem';
  readonly before: string;
  readonly name: string;
  readonly after: string;
}

/** What the status says now. */
export function statusText(state: ViewState): StatusText {
  const { destination, session, people, gallery, notice } = state;
  const isCapturing = destination === 'verify' || destination === 'enrol';
  if (!isCapturing) return notice === null ? quiet('') : { tone: 'done', before: `${notice.label}: `, name: notice.name, after: '' };
  if (gallery.kind === 'ready' && destination === 'verify' && people.length === 0) return quiet('Nobody is enrolled yet.');
  return sessionStatus(session);
}

function sessionStatus({ phase }: Session): StatusText {
  switch (phase.kind) {
    case 'off':
    case 'posing':
    case 'counting':
      return quiet('');
    case 'capturing':
      return quiet('Looking…');
    case 'saving':
      return { tone: 'quiet', before: 'Saving ', name: phase.name, after: '…' };
    case 'enrolled':
      return { tone: 'done', before: 'Enrolled: ', name: phase.name, after: '' };
    case 'failed':
      return { tone: 'problem', before: captureProblemText(phase.problem), name: '', after: '' };
    case 'judged':
      return verdictStatus(phase.verdict);
    default:
      return assertNever(phase);
  }
}

function verdictStatus(verdict: Extract<Session['phase'], { kind: 'judged' }>['verdict']): StatusText {
  switch (verdict.kind) {
    case 'match':
      return { tone: 'match', before: 'MATCH: ', name: verdict.best.name, after: ` (${formatScore(verdict.best.score)})` };
    case 'no-match': {
      const { best, threshold } = verdict;
      const after = `, ${formatScore(best.score)}; threshold ${formatScore(threshold)})`;
      return { tone: 'no-match', before: 'NO MATCH (best: ', name: best.name, after };
    }
    case 'empty-gallery':
      return quiet('Nobody here can be recognised.');
    default:
      return assertNever(verdict);
  }
}

function quiet(text: string): StatusText {
  return { tone: 'quiet', before: text, name: '', after: '' };
}
