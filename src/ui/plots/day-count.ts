/** How many attempts there were on each day: matches, refusals and those without a verdict, one upon the other. */
import { msg } from '@lit/localize';
import { svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { DayCount } from '../../decision/log-filter';
import { linearAxis, round } from './axes';
import { boxOf, type LegendEntry, plotSvg, textWidth } from './plot-frame';
import { currentLocale } from '../locale';
import { formatCount } from '../safety-words';

/** How a kind of attempt is drawn: told apart by pattern as well as by colour. */
const LOOKS = { matches: 'yours', refused: 'strangers', without: 'overlap' } as const;
type Group = keyof typeof LOOKS;
const GROUPS: readonly Group[] = ['matches', 'refused', 'without'];

/** The words of the legend. */
export function groupText(group: Group): string {
  switch (group) {
    case 'matches':
      return msg('matches');
    case 'refused':
      return msg('no match, unsure or spoof suspected');
    case 'without':
      return msg('no verdict');
  }
}

/** A day as an axis and a table say it. */
export function dayText(dayMs: number): string {
  return new Intl.DateTimeFormat(currentLocale(), { day: 'numeric', month: 'short' }).format(dayMs);
}

export function dayCountPlot(width: number, days: readonly DayCount[], description: string): TemplateResult {
  const most = Math.max(1, ...days.map(({ matches, refused, without }) => matches + refused + without));
  const legend = GROUPS.map((group): LegendEntry => ({ name: groupText(group), swatch: bar(group, 0, 0, 20, 12) }));
  const box = boxOf(width, Math.ceil(textWidth(formatCount(most))) + 12, legend);
  const name = (index: number): string => dayText(days[Math.min(days.length - 1, Math.max(0, Math.round(index)))]!.dayMs);
  const steps = linearAxis(msg('Day'), [-0.5, days.length - 0.5], [box.left, box.right], name);
  const x = { ...steps, ticks: days.map((_, index) => index) };
  const counts = linearAxis(msg('Attempts'), [0, most], [box.bottom, box.top], (count) => formatCount(count), 4);
  const y = { ...counts, ticks: counts.ticks.filter(Number.isInteger) };
  const step = (box.right - box.left) / days.length;
  const thick = Math.min(40, step * 0.7);
  const bars = days.map((day, index) => {
    let below = 0;
    return GROUPS.map((group) => {
      const [bottom, top] = [y.scale(below), y.scale(below + day[group])];
      below += day[group];
      return day[group] === 0 ? null : bar(group, x.scale(index) - thick / 2, top, thick, bottom - top);
    });
  });
  return plotSvg(box, description, { x, y }, legend, svg`${bars}`);
}

function bar(group: Group, x: number, y: number, width: number, height: number): SVGTemplateResult {
  const fill = group === 'refused' ? 'url(#hatch)' : null;
  return svg`<rect class=${LOOKS[group]} fill=${fill ?? ''} x=${round(x)} y=${round(y)} width=${round(width)} height=${round(height)} />`;
}
