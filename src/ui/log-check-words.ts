/** What a check of the log found, in words. */
import { msg, str } from '@lit/localize';
import type { LogBreak, LogCheck, LogProblem } from '../decision/log-check';
import { plural } from './plural';
import { formatCount } from './safety-words';
import { formatDate } from './format';

/** What a check found, in a sentence. */
export function checkText({ entries, fromMs, toMs, breaks }: LogCheck): string {
  if (breaks.length > 0) return plural(breaks.length, msg('The log is not intact: 1 place is wrong.|The log is not intact: # places are wrong.'));
  if (fromMs === null || toMs === null) return msg('The log is empty.');
  const [from, to, count] = [formatDate(fromMs), formatDate(toMs), formatCount(entries)];
  return msg(str`Log intact from ${from} to ${to}. Entries: ${count}.`);
}

export function droppedText(dropped: number): string {
  return plural(dropped, msg('1 older entry was dropped because of its age or number.|# older entries were dropped because of their age or number.'));
}

/** What is wrong at one place. */
export function breakText({ seq, problem }: LogBreak): string {
  return problemText(formatCount(seq), problem);
}

function problemText(entry: string, problem: LogProblem): string {
  switch (problem) {
    case 'changed':
      return msg(str`Entry ${entry} was changed, or another was put in its place.`);
    case 'missing':
      return msg(str`Entry ${entry} is missing.`);
    case 'out-of-place':
      return msg(str`Entry ${entry} does not belong where it stands.`);
    case 'cut-off':
      return msg(str`The log was cut off: entry ${entry} and whatever followed are missing.`);
    case 'ends-missing':
      return msg('What says where the log begins and ends is missing or damaged.');
    case 'noted':
      return msg(str`Entry ${entry} says that the log was not intact before.`);
  }
}
