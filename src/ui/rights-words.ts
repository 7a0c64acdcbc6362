/** What Lintel says of consent on record, of how long people are kept, and of what was erased. */
import { msg, str } from '@lit/localize';
import type { ErasureReceipt, Traces } from '../decision/erasure';
import type { KeepingDays } from '../decision/retention';
import type { DueView, RightsDone } from './rights-view';
import { formatDate, formatDay } from './format';
import { plural } from './plural';
import { countPeople } from './strings';
import type { PersonView } from './view';

/** The last day on which somebody is recognised. */
export function lastDayText(expiresAtMs: number): string {
  return formatDay(expiresAtMs - 1);
}

/** What People says of somebody's consent and expiry, beside their samples; empty where nothing is to be said. */
export function keepingText({ consent, expiresAtMs, isExpired }: PersonView): string {
  const parts = [
    ...(consent === undefined ? [msg('No consent on record')] : []),
    ...(expiresAtMs === undefined ? [] : [isExpired === true ? msg(str`Expired: recognised until ${lastDayText(expiresAtMs)}`) : msg(str`Recognised until ${lastDayText(expiresAtMs)}`)]),
  ];
  return parts.join(' · ');
}

export function lastSeenText({ lastSeenAtMs }: PersonView): string {
  return lastSeenAtMs === undefined ? msg('not recorded yet') : msg(str`${formatDay(lastSeenAtMs)}, or up to a day later`);
}

export function doneText(done: RightsDone): string {
  switch (done) {
    case 'consent-recorded':
      return msg('The consent is on record.');
    case 'expiry-changed':
      return msg('The expiry date was changed.');
    case 'exporting':
      return msg('Writing the file…');
    case 'exported':
      return msg('The file was written. What is in it is readable by anybody who has it.');
    case 'not-exported':
      return msg('The file was not written. Try again, or choose another place with more room.');
  }
}

/** When somebody who is due is deleted, and why. */
export function dueText({ reason, deletedFromMs }: DueView): string {
  const when = formatDate(deletedFromMs);
  return reason === 'expired'
    ? msg(str`Expired, and not recognised any more. Deleted after ${when}.`)
    : msg(str`Not seen for as long as Settings allow. Deleted after ${when}.`);
}

export function dueTitle(count: number): string {
  return plural(count, msg('1 person is about to be deleted|# people are about to be deleted'));
}

export function soonTitle(count: number): string {
  return plural(count, msg('1 person expires within 14 days|# people expire within 14 days'));
}

/** The notice after people were deleted by themselves. */
export function expiredNotice(count: number): { label: string; name: string } {
  return { label: msg('Deleted as announced'), name: countPeople(count) };
}

export function keepingDaysText(days: KeepingDays | null): string {
  return days === null ? msg('Never') : msg(str`After ${days} days`);
}

/** What erasing somebody takes away. */
export function erasedThings(person: PersonView, othersDenials: number): readonly string[] {
  return [
    plural(person.samples, msg('their name, and their 1 sample|their name, and their # samples')),
    msg('what was learnt from corrections of their verdicts'),
    msg('the name in the log'),
    ...(othersDenials === 0 ? [] : [plural(othersDenials, msg('1 correction of somebody else that rests on this face|# corrections of others that rest on this face'))]),
  ];
}

/** What erasing cannot reach. */
export function beyondErasure(): readonly string[] {
  return [
    msg('Entries of the log: they stay, about somebody without a name.'),
    msg('Backups and exports made before: delete them where they are.'),
    msg('Remnants on the card, encrypted, until Chromium writes over them.'),
  ];
}

/** After everything was erased, and Lintel has started again. */
export function everythingErasedText(): string {
  return msg('Everything was erased: people, log, settings and key. The database was looked for again and not found. Backups are where you keep them.');
}

/** True when nothing was found any more. */
export function isGone({ withId, withNameTag, namesInLog }: Traces): boolean {
  return withId + withNameTag + namesInLog === 0;
}

/** What was removed, and what a new look into the database found. */
export function receiptLines({ erasedAtMs, samples, denials, othersDenials, traces }: ErasureReceipt): readonly string[] {
  return [
    msg(str`Erased on ${formatDate(erasedAtMs)}.`),
    msg(str`Samples removed: ${samples}. Corrections removed: ${denials} of this person, ${othersDenials} of others.`),
    msg(str`The database was read anew. Records under this person’s id: ${traces.withId}. Records under their name: ${traces.withNameTag}. Names kept for the log: ${traces.namesInLog}.`),
    isGone(traces) ? msg('Nothing is left of this person in Lintel on this device.') : msg('Something was found again: another tab may have written it. Erase the person once more.'),
    ...beyondErasure(),
  ];
}

/** The receipt as a file. It names nobody unless somebody typed a name. */
export function receiptText(receipt: ErasureReceipt, name: string): string {
  const title = msg('Lintel: receipt of an erasure');
  const about = name.trim() === '' ? [] : [msg(str`Person, as typed by whoever saved this: ${name.trim()}`)];
  return `${[title, ...about, ...receiptLines(receipt)].join('\n')}\n`;
}
