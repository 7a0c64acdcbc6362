/** How often each person was recognised: a bar for each, the longest first. */
import { msg } from '@lit/localize';
import { svg, type TemplateResult } from 'lit';
import { linearAxis, round } from './axes';
import { boxOf, plotSvg, textWidth } from './plot-frame';
import { formatCount } from '../safety-words';

/** Characters of a name beside its bar; a longer one is shortened in its middle. */
const NAME_CHARACTERS = 16;

/** A person as a bar. */
export interface PersonBar {
  readonly name: string;
  readonly matches: number;
}

export function personCountPlot(width: number, people: readonly PersonBar[], description: string): TemplateResult {
  const names = people.map(({ name }) => shortened(name));
  const left = Math.min(width * 0.4, Math.max(...names.map(textWidth)) + 16);
  const box = boxOf(width, Math.ceil(left), []);
  const most = Math.max(1, ...people.map(({ matches }) => matches));
  const counts = linearAxis(msg('Matches'), [0, most], [box.left, box.right], (count) => formatCount(count), 5);
  const x = { ...counts, ticks: counts.ticks.filter(Number.isInteger) };
  const rows = linearAxis(msg('Person'), [-0.5, people.length - 0.5], [box.top, box.bottom], (row) => names[row] ?? '');
  const y = { ...rows, ticks: people.map((_, row) => row) };
  const thick = Math.min(24, ((box.bottom - box.top) / people.length) * 0.7);
  const bars = people.map(({ matches }, row) => {
    const end = x.scale(matches);
    return svg`<rect class="yours" x=${box.left} y=${round(y.scale(row) - thick / 2)} width=${round(end - box.left)} height=${round(thick)} />`;
  });
  return plotSvg(box, description, { x, y }, [], svg`${bars}`);
}

/** Both ends of a name tell more than its beginning alone. Marks keep its direction from running into what stands beside it. */
function shortened(name: string): string {
  const letters = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment);
  const half = Math.floor((NAME_CHARACTERS - 1) / 2);
  const short = letters.length <= NAME_CHARACTERS ? name : `${letters.slice(0, half).join('')}…${letters.slice(-half).join('')}`;
  return `\u2068${short}\u2069`;
}
