/** What Lintel says, as functions of what there is to say. */
import { msg, str } from '@lit/localize';
import { assertNever } from '../core/assert';
import type { FacesInFrame } from '../core/face';
import { MAX_NAME_CHARACTERS, type NameProblem } from '../decision/person-name';
import type { SampleProblem } from '../decision/enrolment';
import type { QualityProblem } from '../decision/quality-gates';
import { farAt, type ReferenceScores, strangersAt } from '../decision/reference-scores';
import type { CaptureProblem, Session } from '../decision/session-state';
import { LEGACY_THRESHOLD } from '../decision/thresholds';
import type { Verdict } from '../decision/verdict';
import { formatDecimals, formatNumber } from './format';
import { spoofText } from './liveness-words';
import { verifyWaitText } from './lock-words';
import { isolated, NAME } from './named';
import { plural } from './plural';
import type { Destination, ViewState } from './view';

/** What a destination is called. */
export function destinationLabel(destination: Destination): string {
  switch (destination) {
    case 'verify':
      return msg('Verify');
    case 'enrol':
      return msg('Enrol');
    case 'people':
      return msg('People');
    case 'settings':
      return msg('Settings');
    case 'diagnostics':
      return msg('Diagnostics');
    case 'safety':
      return msg('How safe is my gallery?');
    case 'self-test':
      return msg('Try it yourself');
    case 'kiosk':
      return msg('Kiosk');
    case 'log':
      return msg('Log');
    default:
      return assertNever(destination);
  }
}

/** Scores and thresholds, always with three decimals. */
export function formatScore(score: number): string {
  return formatDecimals(score, 3);
}

export function formatMegabytes(bytes: number): string {
  return formatDecimals(bytes / 1_000_000, 1);
}

export function countPeople(count: number): string {
  return plural(count, msg('1 person|# people'));
}

export function countSamples(count: number): string {
  return plural(count, msg('1 sample|# samples'));
}

/** How many faces the picture shows, and how large a single one is; of several, the judged one has its size beside it. */
export function facesText(faces: FacesInFrame | null): string {
  if (faces === null) return '';
  const judged = faces.boxes[faces.judged];
  if (judged === undefined) return msg('No face detected');
  if (faces.boxes.length === 1) return msg(str`1 face · ${formatNumber(Math.round(judged.width))} px`);
  return plural(faces.boxes.length, msg('1 face · the nearest in the middle counts|# faces · the nearest in the middle counts'));
}

/** What to do while there is no picture. */
export function cameraOffText({ camera, gallery }: ViewState): string {
  if (gallery.kind !== 'ready') return '';
  switch (camera.kind) {
    case 'faulted':
      return msg('Lintel goes on when there is a camera again.');
    case 'opening':
      return msg('The camera is being turned on.');
    case 'off':
    case 'live':
      return msg('Capture turns the camera on.');
    default:
      return assertNever(camera);
  }
}

export function nameProblemText(problem: NameProblem): string {
  switch (problem) {
    case 'empty':
      return msg('Type a name first.');
    case 'too-long':
      return plural(MAX_NAME_CHARACTERS, msg('This name is longer than 1 character. Shorten it.|This name is longer than # characters. Shorten it.'));
    case 'unprintable':
      return msg('This name contains a character that cannot be shown. Type it again.');
    default:
      return assertNever(problem);
  }
}

export function captureProblemText(problem: CaptureProblem): string {
  switch (problem) {
    case 'no-face':
      return msg('No face detected. Look at the camera and try again.');
    case 'unreadable-face':
      return msg('What was found does not look enough like a face. Turn towards the light and try again.');
    default:
      return msg(str`${qualityHint(problem)} Then try again.`);
  }
}

/** Why a sample was not taken, and what would help. */
export function sampleProblemText(problem: SampleProblem | CaptureProblem): string {
  switch (problem) {
    case 'too-alike':
      return msg('Too much like a sample there is. Turn a little more.');
    case 'not-the-same':
      return msg('Not alike enough to the other samples. Is it the same person?');
    case 'no-face':
      return msg('No face detected.');
    case 'unreadable-face':
      return msg('That did not look enough like a face.');
    default:
      return qualityHint(problem);
  }
}

/** What a person who is posing should do about the picture. */
export function qualityHint(problem: QualityProblem): string {
  switch (problem) {
    case 'too-small':
      return msg('Come closer.');
    case 'cut-off':
      return msg('Move to the middle of the picture.');
    case 'several-faces':
      return msg('One person at a time.');
    case 'too-dark':
      return msg('Too dark. Turn towards the light.');
    case 'too-bright':
      return msg('Too bright. Turn away from the light.');
    case 'side-light':
      return msg('Turn towards the light.');
    case 'flat-light':
      return msg('The picture is pale. Turn towards the light, or wipe the lens.');
    case 'turned-sideways':
    case 'turned-up-or-down':
      return msg('Look straight.');
    case 'tilted':
      return msg('Hold your head upright.');
    case 'blurred':
      return msg('Hold still.');
    default:
      return assertNever(problem);
  }
}

/** A line of the status: `text` holds `NAME` where a name stands out that may run in another direction; `name` is '' where none does. */
export interface StatusText {
  readonly tone: 'quiet' | 'match' | 'no-match' | 'spoof' | 'done' | 'problem';
  readonly text: string;
  readonly name: string;
}

/** What the status says now. */
export function statusText(state: ViewState): StatusText {
  const { destination, session, people, gallery, notice } = state;
  const isCapturing = destination === 'verify' || destination === 'enrol' || destination === 'self-test';
  if (!isCapturing) return notice === null ? quiet('') : { tone: 'done', text: msg(str`${notice.label}: ${NAME}`), name: notice.name };
  if (gallery.kind === 'ready' && destination === 'verify' && people.length === 0) return quiet(msg('Nobody is enrolled yet.'));
  const { photos } = state;
  const isIdle = session.phase.kind === 'off' || session.phase.kind === 'posing';
  if (destination === 'enrol' && isIdle && photos !== null && photos.taken > 0) return { tone: 'done', text: msg(str`Enrolled: ${NAME}`), name: photos.name };
  if (destination === 'verify' && isIdle && state.lock.verifyWaitMs > 0) return { tone: 'problem', text: verifyWaitText(), name: '' };
  return sessionStatus(session);
}

function sessionStatus({ phase }: Session): StatusText {
  switch (phase.kind) {
    case 'off':
    case 'posing':
    case 'counting':
      return quiet('');
    case 'capturing':
      return quiet(msg('Looking…'));
    case 'challenged':
      return quiet(msg('Do what the picture says.'));
    case 'saving':
      return { tone: 'quiet', text: msg(str`Saving ${NAME}…`), name: phase.name };
    case 'enrolled':
      // Somebody of another network, or of the predecessor, has yet to give a first sample.
      return phase.enrolment.samples.length === 0
        ? { tone: 'quiet', text: msg(str`Enrolling ${NAME}…`), name: phase.enrolment.name }
        : { tone: 'done', text: msg(str`Enrolled: ${NAME}`), name: phase.enrolment.name };
    case 'failed':
      return { tone: 'problem', text: captureProblemText(phase.problem), name: '' };
    case 'judged':
      return verdictStatus(phase.verdict);
    default:
      return assertNever(phase);
  }
}

function verdictStatus(verdict: Verdict): StatusText {
  switch (verdict.kind) {
    case 'match':
      return { tone: 'match', text: msg(str`MATCH: ${NAME} (${formatScore(verdict.best.score)})`), name: verdict.best.name };
    case 'no-match': {
      const { best, threshold } = verdict;
      const text = msg(str`NO MATCH (best: ${NAME}, ${formatScore(best.score)}; threshold ${formatScore(threshold)})`);
      return { tone: 'no-match', text, name: best.name };
    }
    case 'unsure': {
      const text = msg(str`UNSURE (best: ${NAME}, ${formatScore(verdict.best.score)}). ${unsureText(verdict)}`);
      return { tone: 'problem', text, name: verdict.best.name };
    }
    case 'spoof-suspected': {
      const text = msg(str`SPOOF SUSPECTED (best: ${NAME}, ${formatScore(verdict.best.score)}). ${spoofText(verdict.reason)}`);
      return { tone: 'spoof', text, name: verdict.best.name };
    }
    case 'empty-gallery':
      return quiet(msg('Nobody here can be recognised.'));
    default:
      return assertNever(verdict);
  }
}

/** Why nobody is named, and what would help. */
function unsureText({ reason, scores, best }: Extract<Verdict, { kind: 'unsure' }>): string {
  switch (reason) {
    case 'two-alike': {
      const rival = scores.find(({ personId }) => personId !== best.personId);
      return rival === undefined
        ? msg('It could also be somebody else. Look straight, or verify as one of them.')
        : msg(str`It could also be ${isolated(rival.name)}. Look straight, or verify as one of them.`);
    }
    case 'frames-disagree':
      return msg('The pictures do not agree. Hold still and try again.');
    case 'contested':
      return msg('Somebody said of a face like this one that it is not that person. Try again in better light.');
    case 'left-early':
      return msg('Too few good pictures. Stay a little longer.');
    case 'not-as-asked':
      return msg('The movements were not seen as they were asked for. Try again, in good light.');
    case 'doubtful-picture':
      return msg('The picture could be that of a living face or of a photograph. Change the light and try again.');
    default:
      return assertNever(reason);
  }
}

/** How often a stranger scores this high, in words; where few did, how many of how many, and no guess beyond that. */
export function falseAcceptText(reference: ReferenceScores, score: number): string {
  const { far, isExtrapolated } = farAt(reference, score);
  if (far > 0.3) return msg('Many strangers score this high.');
  if (isExtrapolated) {
    const strangers = strangersAt(reference, score);
    const millions = formatDecimals(reference.pairs / 1e6, 1);
    return strangers === 0
      ? msg(str`Of ${millions} million pairs of strangers in reference photographs, none scored this high.`)
      : msg(str`Of ${millions} million pairs of strangers in reference photographs, ${formatNumber(strangers)} scored this high.`);
  }
  const times = 1 / far;
  const rounded = Number(times.toPrecision(times < 100 ? 2 : 1));
  return msg(str`Of strangers in reference photographs, about 1 in ${formatNumber(rounded)} score this high.`);
}

/** What a score against a template of the predecessor is worth. */
export function legacyText(): string {
  const { cosine, far, frr } = LEGACY_THRESHOLD;
  const passes = formatNumber(far * 1000, { maximumFractionDigits: 1 });
  const refused = formatNumber(Math.round(frr * 100));
  return msg(str`This rests on a template of the predecessor, which errs more: at its threshold of ${formatScore(cosine)}, about ${passes} of 1000 strangers pass for any one person, and about ${refused} of 100 true tries fail.`);
}

function quiet(text: string): StatusText {
  return { tone: 'quiet', text, name: '' };
}
