/** The two plots about the log: question, answer, drawing, and the same in numbers. */
import { msg, str } from '@lit/localize';
import { countByDay, countByPerson } from '../decision/log-filter';
import type { LogEntry } from '../decision/log-entry';
import { dayCountPlot, dayText, groupText } from './plots/day-count';
import { personCountPlot } from './plots/person-count';
import type { PlotView } from './plots/plot-figure';
import { formatCount } from './safety-words';

/** Days and people that a plot has room for. */
const [DAYS, PEOPLE] = [30, 10] as const;

/** Null when there was no attempt. */
export function dayPlot(entries: readonly LogEntry[]): PlotView | null {
  const days = countByDay(entries, DAYS);
  if (days.length === 0) return null;
  const attempts = days.reduce((sum, { matches, refused, without }) => sum + matches + refused + without, 0);
  const matches = days.reduce((sum, day) => sum + day.matches, 0);
  const [first, last] = [dayText(days[0]!.dayMs), dayText(days.at(-1)!.dayMs)];
  const answer = msg(str`From ${first} to ${last}: attempts ${formatCount(attempts)}, matches ${formatCount(matches)}.`);
  return {
    question: msg('How many attempts were there each day?'),
    answer,
    draw: (width) => dayCountPlot(width, days, answer),
    table: {
      head: [msg('Day'), groupText('matches'), groupText('refused'), groupText('without')],
      rows: days.map((day) => [dayText(day.dayMs), ...[day.matches, day.refused, day.without].map((count) => formatCount(count))]),
    },
    file: 'lintel-log-days',
  };
}

/** Null when nobody was recognised. */
export function personPlot(entries: readonly LogEntry[], nameOf: (personId: string) => string): PlotView | null {
  const counts = countByPerson(entries).map(({ personId, matches }) => ({ name: nameOf(personId), matches }));
  if (counts.length === 0) return null;
  const shown = counts.slice(0, PEOPLE);
  const people = formatCount(counts.length);
  const answer = counts.length > PEOPLE ? msg(str`Recognised: ${people} people, of whom the ${PEOPLE} most frequent are drawn.`) : msg(str`People who were recognised: ${people}.`);
  return {
    question: msg('How often was each person recognised?'),
    answer,
    draw: (width) => personCountPlot(width, shown, answer),
    table: { head: [msg('Person'), msg('Matches')], rows: counts.map(({ name, matches }) => [name, formatCount(matches)]) },
    file: 'lintel-log-people',
  };
}
