/** How scores are distributed: strangers on the reference photographs, and the samples of a gallery. */
import { msg, str } from '@lit/localize';
import { area, curveStepAfter } from 'd3-shape';
import { svg, type TemplateResult } from 'lit';
import type { Overlap } from '../../decision/gallery-safety';
import { countBelow, type GallerySurvey } from '../../decision/gallery-survey';
import type { ReferenceScores } from '../../decision/reference-scores';
import { formatTenths } from '../format';
import { formatPercent } from '../safety-words';
import { formatScore } from '../strings';
import { type Axis, linearAxis, round } from './axes';
import { boxOf, type LegendEntry, type PlotBox, plotSvg, verticalMark } from './plot-frame';

/** Bins of equal width, in cosines; what lies outside counts in the first or the last. */
export interface Bins {
  readonly min: number;
  readonly width: number;
  readonly count: number;
}

export const PLOT_BINS: Bins = { min: -0.4, width: 0.05, count: 28 };

/** More strokes than this under the axis would be a bar. */
const MAX_RUG = 150;

/** The share of the scores in every bin, 0 to 1; all zero without scores. */
export function scoreShares(ascending: Float64Array, { min, width, count }: Bins): number[] {
  const total = Math.max(1, ascending.length);
  // A hair lower, so that a score on an edge counts in the bin that begins there.
  const below = (edge: number): number =>
    edge === 0 ? 0 : edge === count ? ascending.length : countBelow(ascending, min + edge * width - 1e-9);
  return Array.from({ length: count }, (_, bin) => (below(bin + 1) - below(bin)) / total);
}

/** The share of the pairs of strangers in every bin, 0 to 1. */
export function referenceShares(reference: ReferenceScores, { min, width, count }: Bins): number[] {
  const shares = Array<number>(count).fill(0);
  for (const [index, pairs] of reference.counts.entries()) {
    const middle = reference.min + (index + 0.5) * reference.binWidth;
    const bin = Math.min(count - 1, Math.max(0, Math.floor((middle - min) / width)));
    shares[bin]! += pairs / reference.pairs;
  }
  return shares;
}

export interface DistributionPlot {
  readonly survey: GallerySurvey;
  readonly reference: ReferenceScores;
  readonly overlap: Overlap;
  readonly threshold: number;
  /** What it shows, in a sentence. */
  readonly description: string;
}

export function distributionPlot(width: number, { survey, reference, overlap, threshold, description }: DistributionPlot): TemplateResult {
  const kinds = [
    { name: msg('strangers in reference photographs'), kind: 'strangers', fill: 'url(#hatch)', shares: referenceShares(reference, PLOT_BINS) },
    { name: msg('one of your people with another'), kind: 'between', fill: 'none', shares: scoreShares(survey.impostor, PLOT_BINS) },
    { name: msg('your people with themselves'), kind: 'yours', fill: 'none', shares: scoreShares(survey.genuine, PLOT_BINS) },
  ].filter(({ shares }) => shares.some((share) => share > 0));
  const legend: LegendEntry[] = kinds.map(({ name, kind, fill }) => ({
    name,
    swatch: svg`<rect class=${kind} fill=${fill} x="1" y="1" width="18" height="11" />`,
  }));
  const box = boxOf(width, 48, legend);
  const x = linearAxis(msg('Score (cosine, 1 is the same)'), [PLOT_BINS.min, 1], [box.left, box.right], formatTenths);
  const highest = Math.max(...kinds.flatMap(({ shares }) => shares));
  const y = linearAxis(msg('Share of comparisons in each step of 0.05'), [0, highest * 1.15], [box.bottom, box.top], formatPercent, 4);
  const at = round(x.scale(threshold));
  return plotSvg(box, description, { x, y }, legend, svg`
    ${overlapBand(box, x, overlap)}
    ${kinds.map(({ kind, fill, shares }) => svg`<path class=${kind} fill=${fill} d=${stepsOf(shares, x, y)} />`)}
    ${rugOf(survey.genuine, x, box)}
    ${verticalMark(box, at, msg(str`threshold ${formatScore(threshold)}`))}`);
}

function stepsOf(shares: readonly number[], x: Axis, y: Axis): string {
  const { min, width } = PLOT_BINS;
  const first = shares.findIndex((share) => share > 0);
  const last = shares.findLastIndex((share) => share > 0);
  const drawn = shares.slice(first, last + 1);
  const path = area<number>()
    .x((_, index) => round(x.scale(min + (first + index) * width)))
    .y0(y.scale(0))
    .y1((share) => round(y.scale(share)))
    .curve(curveStepAfter);
  return path([...drawn, drawn.at(-1) ?? 0]) ?? '';
}

/** Every genuine score as a stroke: few scores look few. */
function rugOf(genuine: Float64Array, x: Axis, { bottom }: PlotBox): unknown {
  if (genuine.length > MAX_RUG) return null;
  return Array.from(genuine, (score) => {
    const at = round(x.scale(score));
    return svg`<line class="rug" x1=${at} x2=${at} y1=${bottom - 10} y2=${bottom} />`;
  });
}

function overlapBand({ top, bottom }: PlotBox, x: Axis, { lowestGenuine, impostorsReach }: Overlap): unknown {
  if (lowestGenuine === null || lowestGenuine > impostorsReach) return null;
  const [left, right] = [round(x.scale(lowestGenuine)), round(x.scale(impostorsReach))];
  return svg`<rect class="overlap" x=${left} y=${top} width=${round(right - left)} height=${bottom - top} />
    <text class="words" x=${round((left + right) / 2)} y=${top + 30} text-anchor="middle">${msg('overlap')}</text>`;
}
