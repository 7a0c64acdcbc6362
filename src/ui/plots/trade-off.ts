/** The detection error trade-off (DET): how often your people are refused, over how often a stranger gets in. */
import { msg } from '@lit/localize';
import { area, line } from 'd3-shape';
import { svg, type TemplateResult } from 'lit';
import type { SafetyAt, TradeOff } from '../../decision/gallery-safety';
import { formatOneIn, formatPercent, formatReferenceRate } from '../safety-words';
import { logAxis, rootAxis, round } from './axes';
import { boxOf, type LegendEntry, type PlotBox, plotSvg, textWidth } from './plot-frame';

const legendOf = (): readonly LegendEntry[] => [
  { name: msg('your people'), swatch: svg`<line class="curve" x1="0" x2="20" y1="6" y2="6" />` },
  { name: msg('95 % interval'), swatch: svg`<rect class="band" x="1" y="1" width="18" height="11" />` },
  { name: msg('few strangers counted'), swatch: svg`<line class="curve guessed" x1="0" x2="20" y1="6" y2="6" />` },
  { name: msg('at the threshold'), swatch: svg`<circle class="dot" cx="10" cy="6" r="5" />` },
];

export interface TradeOffPlot {
  readonly points: readonly TradeOff[];
  /** The threshold as it is. */
  readonly now: SafetyAt;
  readonly description: string;
}

/** The curve in two: where many strangers were counted, and where few were; they meet in one point. */
export function splitCurve(points: readonly TradeOff[]): { many: readonly TradeOff[]; few: readonly TradeOff[] } {
  const first = points.findIndex(({ stranger }) => stranger.isRare);
  if (first === -1) return { many: points, few: [] };
  return { many: points.slice(0, first), few: points.slice(Math.max(0, first - 1)) };
}

/** The end of the y axis: above everything drawn, by a round share. */
export function highestShare(points: readonly TradeOff[], now: SafetyAt): number {
  const highest = Math.max(now.refused?.interval.high ?? 0, ...points.map(({ refused }) => refused.interval.high));
  return [0.05, 0.1, 0.2, 0.35, 0.5, 0.75].find((share) => share >= highest) ?? 1;
}

export function tradeOffPlot(width: number, { points, now, description }: TradeOffPlot): TemplateResult {
  const legend = legendOf();
  const box = boxOf(width, 52, legend);
  const x = logAxis(msg('Strangers let in, each against one person'), [1e-6, 1], [box.left, box.right], formatOneIn);
  const y = rootAxis(msg('Your people refused, stretched towards 0'), highestShare(points, now), [box.bottom, box.top], formatPercent);
  const { many, few } = splitCurve(points);
  const curve = line<TradeOff>().x(({ stranger }) => round(x.scale(stranger.rate))).y(({ refused }) => round(y.scale(refused.rate)));
  const band = area<TradeOff>()
    .x(({ stranger }) => round(x.scale(stranger.rate)))
    .y0(({ refused }) => round(y.scale(refused.interval.low)))
    .y1(({ refused }) => round(y.scale(refused.interval.high)));
  return plotSvg(box, description, { x, y }, legend, svg`
    <path class="band" d=${band([...points]) ?? ''} />
    <path class="curve" d=${curve([...many]) ?? ''} />
    <path class="curve guessed" d=${curve([...few]) ?? ''} />
    ${markNow(now, x.scale, y.scale, box)}`);
}

type Place = (rate: number) => number;

/** A dot with its two intervals. */
function markNow({ stranger, refused }: SafetyAt, x: Place, y: Place, { right, top }: PlotBox): unknown {
  if (refused === null) return null;
  const [cx, cy] = [round(x(stranger.rate)), round(y(refused.rate))];
  const sides = svg`<line class="bar" x1=${round(x(stranger.interval.low))} x2=${round(x(stranger.interval.high))} y1=${cy} y2=${cy} />`;
  const words = `${formatReferenceRate(stranger)}, ${formatPercent(refused.rate)}`;
  const isRight = cx + textWidth(words) + 14 <= right;
  return svg`${sides}<line class="bar" x1=${cx} x2=${cx} y1=${round(y(refused.interval.low))} y2=${round(y(refused.interval.high))} />
    <circle class="dot" cx=${cx} cy=${cy} r="6" />
    <text class="words" x=${isRight ? cx + 10 : cx - 10} y=${cy - 12 < top + 12 ? cy + 24 : cy - 12} text-anchor=${isRight ? 'start' : 'end'}>${words}</text>`;
}
