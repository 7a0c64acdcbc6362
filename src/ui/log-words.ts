/** What the log says: outcomes, acts and reasons, in words. */
import { msg, str } from '@lit/localize';
import type { Act, Attempt, AttemptOutcome, LogAct, LogEntry } from '../decision/log-entry';
import { plural } from './plural';
import { formatScore } from './strings';

/** An outcome or an act, short enough for a list of choices. */
export function kindText(kind: AttemptOutcome | LogAct): string {
  switch (kind) {
    case 'match':
      return msg('Match');
    case 'no-match':
      return msg('No match');
    case 'unsure':
      return msg('Unsure');
    case 'spoof-suspected':
      return msg('Spoof suspected');
    case 'nobody-known':
      return msg('Nobody to compare with');
    case 'not-captured':
      return msg('No usable picture');
    case 'broken-off':
      return msg('Broken off');
    case 'enrolled':
      return msg('Enrolled');
    case 'replaced':
      return msg('Enrolled anew');
    case 'sample-added':
      return msg('Sample added');
    case 'sample-removed':
      return msg('Sample or correction removed');
    case 'corrected':
      return msg('Corrected: it was this person');
    case 'denied':
      return msg('Corrected: it was not this person');
    case 'united':
      return msg('Two people made one');
    case 'deleted':
      return msg('Deleted');
    case 'delete-undone':
      return msg('Brought back');
    case 'imported':
      return msg('Imported');
    case 'exported':
      return msg('People exported');
    case 'settings-changed':
      return msg('Setting changed');
    case 'pin-set':
      return msg('PIN set');
    case 'pin-removed':
      return msg('PIN removed');
    case 'pin-wrong':
      return msg('Wrong PIN');
    case 'pin-right':
      return msg('Unlocked with the PIN');
    case 'admin-locked':
      return msg('Settings locked');
    case 'passphrase-wrong':
      return msg('Wrong passphrase');
    case 'unlocked':
      return msg('Unlocked with the passphrase');
    case 'protection-changed':
      return msg('Protection changed');
    case 'passphrase-changed':
      return msg('Passphrase changed');
    case 'backup-written':
      return msg('Backup written');
    case 'backup-tried':
      return msg('Backup opened');
    case 'restored':
      return msg('Backup restored');
    case 'consent-recorded':
      return msg('Consent recorded');
    case 'expiry-changed':
      return msg('Expiry date changed');
    case 'kept':
      return msg('Kept, instead of deleted');
    case 'expired':
      return msg('Deleted as announced');
    case 'data-exported':
      return msg('Data of one person exported');
    case 'erased':
      return msg('Erased for good');
    case 'log-begun':
      return msg('The log begins');
    case 'log-broken':
      return msg('The log was not intact');
    case 'log-trimmed':
      return msg('Oldest entries dropped');
    case 'log-exported':
      return msg('Log exported');
    case 'log-checked':
      return msg('Log checked');
    case 'log-restored':
      return msg('Log of a backup brought in');
    case 'other':
      return msg('Something that this version does not know');
  }
}

/** What more there is to say of an entry: short pieces that stand beside one another. */
export function detailsOf(entry: LogEntry): string[] {
  return entry.kind === 'attempt' ? attemptDetails(entry) : actDetails(entry);
}

function attemptDetails({ score, secondScore, threshold, liveness, why, place, model }: Attempt): string[] {
  const details: string[] = [];
  if (why !== null) details.push(whyText(why));
  if (score !== null) details.push(msg(str`score ${formatScore(score)}`));
  if (threshold !== null) details.push(msg(str`threshold ${formatScore(threshold)}`));
  if (secondScore !== null) details.push(msg(str`second best ${formatScore(secondScore)}`));
  if (liveness !== null) details.push(msg(str`liveness ${formatScore(liveness)}`));
  if (place === 'enrol') details.push(msg('while enrolling'));
  if (place === 'self-test') details.push(msg('in the self-test'));
  if (model !== null && score !== null) details.push(model);
  return details;
}

/** Why an attempt was no match. A reason of another version is shown as it stands. */
export function whyText(why: string): string {
  switch (why) {
    case 'below-threshold':
      return msg('below the threshold');
    case 'while-asked-to-move':
      return msg('left while asked to move');
    case 'two-alike':
      return msg('two people score nearly the same');
    case 'frames-disagree':
      return msg('the pictures did not agree');
    case 'contested':
      return msg('like a face that was corrected before');
    case 'left-early':
      return msg('too few good pictures');
    case 'not-as-asked':
      return msg('movements not as asked');
    case 'doubtful-picture':
      return msg('neither clearly a living face nor clearly a picture');
    case 'picture':
      return msg('looks like a picture or a screen');
    case 'flat':
      return msg('no depth when it turned');
    case 'another-face':
      return msg('another face took its place');
    case 'repeated':
      return msg('the same pictures came again');
    case 'no-face':
      return msg('no face');
    case 'unreadable-face':
      return msg('not enough like a face');
    case 'too-small':
      return msg('too far away');
    case 'cut-off':
      return msg('cut off at the edge');
    case 'several-faces':
      return msg('several faces');
    case 'too-dark':
      return msg('too dark');
    case 'too-bright':
      return msg('too bright');
    case 'side-light':
      return msg('light from the side');
    case 'flat-light':
      return msg('pale picture');
    case 'turned-sideways':
    case 'turned-up-or-down':
    case 'tilted':
      return msg('did not look straight');
    case 'blurred':
      return msg('blurred');
    default:
      return why;
  }
}

function actDetails({ facts }: Act): string[] {
  return Object.entries(facts).flatMap(([fact, value]) => factText(fact, value) ?? []);
}

/** Null of what is for other programs alone. */
function factText(fact: string, value: string | number | boolean): string | null {
  switch (fact) {
    case 'setting':
      return settingText(String(value));
    case 'to':
      return msg(str`now ${String(value)}`);
    case 'people':
      return plural(Number(value), msg('1 person|# people'));
    case 'entries':
      return plural(Number(value), msg('1 entry|# entries'));
    case 'entry':
      return msg(str`entry ${String(value)}`);
    case 'breaks':
      return value === 0 ? msg('intact') : msg(str`${String(value)} not intact`);
    case 'problem':
      return String(value);
    case 'replacesAll':
      return value === true ? msg('replaced everybody') : null;
    case 'isOpened':
      return value === true ? msg('it opened') : msg('it did not open');
    case 'reason':
      return value === 'unseen' ? msg('not seen for long') : msg('expired');
    case 'hasLog':
      return value === true ? msg('with the log') : null;
    default:
      return null;
  }
}

/** A setting by the name that it has in Settings. */
function settingText(setting: string): string {
  switch (setting) {
    case 'manualThreshold':
      return msg('Threshold');
    case 'falseIdentificationRate':
      return msg('Preset of the threshold');
    case 'recognition':
      return msg('Recognition network');
    case 'samplesWanted':
      return msg('Samples per person');
    case 'livenessMode':
      return msg('Liveness');
    case 'detector':
      return msg('Detector');
    case 'scaleFactor':
      return msg('Scale factor');
    case 'minNeighbors':
      return msg('Min neighbours');
    case 'minFacePx':
      return msg('Smallest face');
    case 'resolution':
      return msg('Resolution');
    case 'frameRateCap':
      return msg('Frames per second at most');
    case 'countdownSeconds':
      return msg('Countdown');
    case 'autoVerify':
      return msg('Start by itself');
    case 'cameraId':
      return msg('Camera');
    case 'language':
      return msg('Language');
    case 'theme':
      return msg('Theme');
    case 'expiresAfterDays':
      return msg('New people expire');
    case 'unseenDays':
      return msg('Delete people who are not seen');
    case 'lockAfterMinutes':
      return msg('Lock by itself after');
    case 'nightFromHour':
      return msg('Night from');
    case 'nightToHour':
      return msg('Night until');
    case 'letsScreenSleep':
      return msg('Let the screen go off while nobody is there');
    case 'logDays':
      return msg('Days the log is kept');
    case 'logEntries':
      return msg('Entries of the log');
    default:
      return setting;
  }
}
