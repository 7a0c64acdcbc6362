/** What more people do: how often a stranger is called by a name, over how many are enrolled. */
import { msg, str } from '@lit/localize';
import { area, line } from 'd3-shape';
import { svg, type TemplateResult } from 'lit';
import { amongPeople, type ReferenceRate } from '../../decision/gallery-safety';
import { countPeople } from '../strings';
import { formatNumber } from '../format';
import { formatOneIn, formatReferenceRate } from '../safety-words';
import { logAxis, round } from './axes';
import { boxOf, type LegendEntry, plotSvg, textWidth } from './plot-frame';

/** The plot goes at least this far. */
const MOST_PEOPLE = 1000;

export interface PeopleCountPlot {
  /** One stranger against one person at the threshold. */
  readonly stranger: ReferenceRate;
  readonly people: number;
  /** The rate that was asked for, where the threshold follows it; null where it was set by hand. */
  readonly wanted: number | null;
  readonly description: string;
}

/** A false identification rate at a number of people. */
export interface PeopleCountPoint extends ReferenceRate {
  readonly people: number;
}

/** From one person to a thousand, or to the power of ten above `people`; even on an axis of powers of ten. */
export function peopleCountPoints(stranger: ReferenceRate, people: number): PeopleCountPoint[] {
  const end = Math.max(MOST_PEOPLE, 10 ** Math.ceil(Math.log10(Math.max(1, people))));
  const steps = 60;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const count = end ** (step / steps);
    return { people: count, ...amongPeople(stranger, count) };
  });
}

/** The lower end of the y axis: the power of ten below the rarest, at most a hundredth. */
export function rarestShown(stranger: ReferenceRate, wanted: number | null): number {
  const rarest = Math.max(1e-7, Math.min(stranger.rate > 0 ? stranger.interval.low : stranger.interval.high, wanted ?? 1));
  return Math.min(0.01, Number(`1e${Math.floor(Math.log10(rarest))}`));
}

export function peopleCountPlot(width: number, { stranger, people, wanted, description }: PeopleCountPlot): TemplateResult {
  const points = peopleCountPoints(stranger, people);
  const curveClass = stranger.isRare ? 'curve strangers guessed' : 'curve strangers';
  const legend: LegendEntry[] = [
    { name: stranger.isRare ? msg('this threshold, few were counted; 95 % interval') : msg('this threshold, with its 95 % interval'), swatch: svg`<line class=${curveClass} x1="0" x2="20" y1="6" y2="6" />` },
    ...(wanted === null ? [] : [{ name: msg('the rate you chose'), swatch: svg`<line class="mark" x1="0" x2="20" y1="6" y2="6" />` }]),
    { name: msg('your gallery'), swatch: svg`<circle class="dot" cx="10" cy="6" r="5" />` },
  ];
  const rarest = rarestShown(stranger, wanted);
  const box = boxOf(width, Math.ceil(textWidth(formatOneIn(rarest))) + 12, legend);
  const x = logAxis(msg('People enrolled'), [1, points.at(-1)!.people], [box.left, box.right], (count) => formatNumber(count));
  const y = logAxis(msg('Strangers called by somebody’s name'), [rarest, 1], [box.bottom, box.top], formatOneIn);
  const curve = line<PeopleCountPoint>().x((point) => round(x.scale(point.people))).y(({ rate }) => round(y.scale(rate)));
  const band = area<PeopleCountPoint>()
    .x((point) => round(x.scale(point.people)))
    .y0(({ interval }) => round(y.scale(interval.low)))
    .y1(({ interval }) => round(y.scale(interval.high)));
  const yours = amongPeople(stranger, people);
  const [cx, cy] = [round(x.scale(Math.max(1, people))), round(y.scale(yours.rate))];
  const words = msg(str`${countPeople(people)}: ${formatReferenceRate(yours)}`);
  const isRight = cx + textWidth(words) + 14 <= box.right;
  const wordsY = cy + 24 > box.bottom ? cy - 14 : cy + 20;
  return plotSvg(box, description, { x, y }, legend, svg`
    <path class="band strangers" d=${band(points) ?? ''} />
    ${wanted === null ? null : svg`<line class="mark" x1=${box.left} x2=${box.right} y1=${round(y.scale(wanted))} y2=${round(y.scale(wanted))} />`}
    <path class=${curveClass} d=${curve(points) ?? ''} />
    <circle class="dot" cx=${cx} cy=${cy} r="6" />
    <text class="words" x=${isRight ? cx + 10 : cx - 10} y=${wordsY} text-anchor=${isRight ? 'start' : 'end'}>${words}</text>`);
}
