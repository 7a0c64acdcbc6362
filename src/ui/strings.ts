/** What Lintel says, as functions of what there is to say. */
import { assertNever } from '../core/assert';
import type { FacesInFrame } from '../core/face';
import { MAX_NAME_CHARACTERS, type NameProblem } from '../decision/person-name';
import type { SampleProblem } from '../decision/enrolment';
import type { QualityProblem } from '../decision/quality-gates';
import { farAt, type ReferenceScores, strangersAt } from '../decision/reference-scores';
import type { CaptureProblem, Session } from '../decision/session-state';
import { LEGACY_THRESHOLD } from '../decision/thresholds';
import type { Verdict } from '../decision/verdict';
import { spoofText } from './liveness-words';
import type { Destination, ViewState } from './view';

export const DESTINATION_LABELS: Record<Destination, string> = {
  verify: 'Verify',
  enrol: 'Enrol',
  people: 'People',
  settings: 'Settings',
  diagnostics: 'Diagnostics',
  safety: 'How safe is my gallery?',
  'self-test': 'Try it yourself',
  log: 'Log',
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
  return count === 1 ? '1 person' : `${count.toLocaleString('en')} people`;
}

export function countSamples(count: number): string {
  return count === 1 ? '1 sample' : `${count} samples`;
}

/** How many faces the picture shows, and how large a single one is; of several, the judged one has its size beside it. */
export function facesText(faces: FacesInFrame | null): string {
  if (faces === null) return '';
  const judged = faces.boxes[faces.judged];
  if (judged === undefined) return 'No face detected';
  return faces.boxes.length === 1 ? `1 face · ${Math.round(judged.width)} px` : `${faces.boxes.length} faces · the nearest in the middle counts`;
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
      return `${qualityHint(problem)} Then try again.`;
  }
}

/** Why a sample was not taken, and what would help. */
export function sampleProblemText(problem: SampleProblem | CaptureProblem): string {
  switch (problem) {
    case 'too-alike':
      return 'Too much like a sample there is. Turn a little more.';
    case 'not-the-same':
      return 'Not alike enough to the other samples. Is it the same person?';
    case 'no-face':
      return 'No face detected.';
    case 'unreadable-face':
      return 'That did not look enough like a face.';
    default:
      return qualityHint(problem);
  }
}

/** What a person who is posing should do about the picture. */
export function qualityHint(problem: QualityProblem): string {
  switch (problem) {
    case 'too-small':
      return 'Come closer.';
    case 'cut-off':
      return 'Move to the middle of the picture.';
    case 'several-faces':
      return 'One person at a time.';
    case 'too-dark':
      return 'Too dark. Turn towards the light.';
    case 'too-bright':
      return 'Too bright. Turn away from the light.';
    case 'side-light':
      return 'Turn towards the light.';
    case 'flat-light':
      return 'The picture is pale. Turn towards the light, or wipe the lens.';
    case 'turned-sideways':
    case 'turned-up-or-down':
      return 'Look straight.';
    case 'tilted':
      return 'Hold your head upright.';
    case 'blurred':
      return 'Hold still.';
    default:
      return assertNever(problem);
  }
}

/** A line of the status: plain text around one name that stands out, and may run in another direction. */
export interface StatusText {
  readonly tone: 'quiet' | 'match' | 'no-match' | 'spoof' | 'done' | 'problem';
  readonly before: string;
  readonly name: string;
  readonly after: string;
}

/** What the status says now. */
export function statusText(state: ViewState): StatusText {
  const { destination, session, people, gallery, notice } = state;
  const isCapturing = destination === 'verify' || destination === 'enrol' || destination === 'self-test';
  if (!isCapturing) return notice === null ? quiet('') : { tone: 'done', before: `${notice.label}: `, name: notice.name, after: '' };
  if (gallery.kind === 'ready' && destination === 'verify' && people.length === 0) return quiet('Nobody is enrolled yet.');
  const { photos } = state;
  const isIdle = session.phase.kind === 'off' || session.phase.kind === 'posing';
  if (destination === 'enrol' && isIdle && photos !== null && photos.taken > 0) return { tone: 'done', before: 'Enrolled: ', name: photos.name, after: '' };
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
    case 'challenged':
      return quiet('Do what the picture says.');
    case 'saving':
      return { tone: 'quiet', before: 'Saving ', name: phase.name, after: '…' };
    case 'enrolled':
      // Somebody of another network, or of the predecessor, has yet to give a first sample.
      return phase.enrolment.samples.length === 0
        ? { tone: 'quiet', before: 'Enrolling ', name: phase.enrolment.name, after: '…' }
        : { tone: 'done', before: 'Enrolled: ', name: phase.enrolment.name, after: '' };
    case 'failed':
      return { tone: 'problem', before: captureProblemText(phase.problem), name: '', after: '' };
    case 'judged':
      return verdictStatus(phase.verdict);
    default:
      return assertNever(phase);
  }
}

function verdictStatus(verdict: Verdict): StatusText {
  switch (verdict.kind) {
    case 'match':
      return { tone: 'match', before: 'MATCH: ', name: verdict.best.name, after: ` (${formatScore(verdict.best.score)})` };
    case 'no-match': {
      const { best, threshold } = verdict;
      const after = `, ${formatScore(best.score)}; threshold ${formatScore(threshold)})`;
      return { tone: 'no-match', before: 'NO MATCH (best: ', name: best.name, after };
    }
    case 'unsure':
      return { tone: 'problem', before: 'UNSURE (best: ', name: verdict.best.name, after: `, ${formatScore(verdict.best.score)}). ${unsureText(verdict)}` };
    case 'spoof-suspected': {
      const after = `, ${formatScore(verdict.best.score)}). ${spoofText(verdict.reason)}`;
      return { tone: 'spoof', before: 'SPOOF SUSPECTED (best: ', name: verdict.best.name, after };
    }
    case 'empty-gallery':
      return quiet('Nobody here can be recognised.');
    default:
      return assertNever(verdict);
  }
}

/** Why nobody is named, and what would help. */
function unsureText({ reason, scores, best }: Extract<Verdict, { kind: 'unsure' }>): string {
  switch (reason) {
    case 'two-alike': {
      const rival = scores.find(({ personId }) => personId !== best.personId);
      return `It could also be ${rival?.name ?? 'somebody else'}. Look straight, or verify as one of them.`;
    }
    case 'frames-disagree':
      return 'The pictures do not agree. Hold still and try again.';
    case 'contested':
      return 'Somebody said of a face like this one that it is not that person. Try again in better light.';
    case 'left-early':
      return 'Too few good pictures. Stay a little longer.';
    case 'not-as-asked':
      return 'The movements were not seen as they were asked for. Try again, in good light.';
    case 'doubtful-picture':
      return 'The picture could be that of a living face or of a photograph. Change the light and try again.';
    default:
      return assertNever(reason);
  }
}

/** How often a stranger scores this high, in words; where few did, how many of how many, and no guess beyond that. */
export function falseAcceptText(reference: ReferenceScores, score: number): string {
  const { far, isExtrapolated } = farAt(reference, score);
  if (far > 0.3) return 'Many strangers score this high.';
  if (isExtrapolated) {
    const strangers = strangersAt(reference, score);
    const millions = (reference.pairs / 1e6).toFixed(1);
    return `Of ${millions} million pairs of strangers in reference photographs, ${strangers === 0 ? 'none' : strangers} scored this high.`;
  }
  const times = 1 / far;
  const rounded = Number(times.toPrecision(times < 100 ? 2 : 1));
  return `Of strangers in reference photographs, about 1 in ${rounded.toLocaleString('en')} score this high.`;
}

/** What a score against a template of the predecessor is worth. */
export function legacyText(): string {
  const { cosine, far, frr } = LEGACY_THRESHOLD;
  const passes = `${Number((far * 1000).toFixed(1))} of 1000 strangers`;
  const refused = `${Math.round(frr * 100)} of 100 true tries`;
  return `This rests on a template of the predecessor, which errs more: at its threshold of ${formatScore(cosine)}, about ${passes} pass for any one person, and about ${refused} fail.`;
}

function quiet(text: string): StatusText {
  return { tone: 'quiet', before: text, name: '', after: '' };
}
