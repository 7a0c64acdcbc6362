/** The plots of a report, as SVG. */
import { area, curveStepAfter, line } from 'd3-shape';
import { farAt, frrAt, type RatePoint, ratePoints, type ScoreSets, tarAtFar } from '../../decision/error-rates';
import { linearAxis, logAxis, round } from '../../ui/plots/axes';
import { plotOf, X_RANGE, Y_RANGE } from './svg-axes';

/** One curve and the words that name it. */
export interface Series {
  readonly name: string;
  readonly sets: ScoreSets;
}

/** The true accept rate over the false accept rate. */
export function rocPlot(series: readonly Series[], threshold: number): string {
  const x = logAxis('Impostor pairs accepted (FAR)', [smallestFar(series), 1], X_RANGE, powerTick);
  const lowest = Math.min(0.9, ...series.map(({ sets }) => Math.floor(tarAtFar(sets, smallestFar(series)) * 10) / 10));
  const y = linearAxis('Genuine pairs accepted (TAR)', [lowest, 1], Y_RANGE, percentTick);
  const curves = series.map(({ sets }) => ({ sets, place: ({ far, frr }: RatePoint) => [x.scale(far), y.scale(1 - frr)] as const }));
  return plotOf('ROC curve: true accept rate over false accept rate', x, y, curvesOf(curves, threshold));
}

/** The false reject rate over the false accept rate, both on axes of powers of ten. */
export function detPlot(series: readonly Series[], threshold: number): string {
  const x = logAxis('Impostor pairs accepted (FAR)', [smallestFar(series), 1], X_RANGE, powerTick);
  const rarest = Math.min(...series.map(({ sets }) => 1 / sets.genuine.total));
  const y = logAxis('Genuine pairs refused (FRR)', [powerOfTenBelow(rarest), 1], Y_RANGE, powerTick);
  const curves = series.map(({ sets }) => ({ sets, place: ({ far, frr }: RatePoint) => [x.scale(far), y.scale(frr)] as const }));
  return plotOf('DET curve: false reject rate over false accept rate', x, y, curvesOf(curves, threshold));
}

/** How the scores of genuine and of impostor pairs are distributed, each as a share of its own kind. */
export function histogramPlot({ genuine, impostor }: ScoreSets, threshold: number): string {
  const [min, max, width] = [-0.4, 1, 0.02];
  const sharesOf = (counts: readonly number[], total: number): number[] => counts.map((count) => (total === 0 ? 0 : count / total));
  const kinds = [
    { name: 'impostor', shares: sharesOf(impostor.coarse(min, max, width), impostor.total) },
    { name: 'genuine', shares: sharesOf(genuine.coarse(min, max, width), genuine.total) },
  ];
  const x = linearAxis('Score (cosine)', [min, max], X_RANGE, (value) => value.toFixed(1));
  const y = linearAxis('Share of the pairs of that kind', [0, Math.max(0.01, ...kinds.flatMap(({ shares }) => shares)) * 1.05], Y_RANGE, percentTick);
  const shape = area<number>()
    .x((_, index) => round(x.scale(min + index * width)))
    .y0(y.scale(0))
    .y1((share) => round(y.scale(share)))
    .curve(curveStepAfter);
  const areas = kinds.map(({ name, shares }) => `<path class="${name}" d="${shape([...shares, shares.at(-1) ?? 0]) ?? ''}"/>`);
  const at = round(x.scale(threshold));
  const mark = `<line class="threshold" x1="${at}" x2="${at}" y1="${Y_RANGE[0]}" y2="${Y_RANGE[1]}"/><text x="${at + 6}" y="${Y_RANGE[1] + 12}">default threshold ${threshold.toFixed(3)}</text>`;
  return plotOf('Histogram of the scores of impostor and genuine pairs', x, y, [...areas, mark].join('\n'));
}

type Place = (point: RatePoint) => readonly [number, number];

/** The curves, each with a dot where the default threshold is. */
function curvesOf(curves: readonly { readonly sets: ScoreSets; readonly place: Place }[], threshold: number): string {
  return curves
    .filter(({ sets }) => sets.genuine.total > 0 && sets.impostor.total > 0)
    .map(({ sets, place }, index) => {
      // Rates of nothing have no place on an axis of powers of ten.
      const points = ratePoints(sets).filter(({ far, frr }) => far > 0 && frr > 0);
      const path = line()(thinned(points.map(place))) ?? '';
      const [cx, cy] = place({ threshold, far: farAt(sets, threshold), frr: frrAt(sets, threshold) }).map(round) as [number, number];
      return `<path class="curve curve-${index}" d="${path}"/><circle class="dot dot-${index}" cx="${cx}" cy="${cy}" r="4"><title>default threshold ${threshold.toFixed(3)}</title></circle>`;
    })
    .join('\n');
}

/** Leaves out points that fall on the pixel of the one before. */
function thinned(places: readonly (readonly [number, number])[]): [number, number][] {
  const kept: [number, number][] = [];
  for (const place of places) {
    const [x, y] = place.map(round) as [number, number];
    const last = kept.at(-1);
    if (last === undefined || Math.abs(last[0] - x) >= 0.5 || Math.abs(last[1] - y) >= 0.5) kept.push([x, y]);
  }
  return kept;
}

function smallestFar(series: readonly Series[]): number {
  return powerOfTenBelow(Math.min(...series.map(({ sets }) => 1 / sets.impostor.total)));
}

/** At most a tenth, so that there is an axis. */
function powerOfTenBelow(share: number): number {
  return Number.isFinite(share) && share > 0 ? Math.min(0.1, 10 ** Math.floor(Math.log10(share))) : 0.1;
}

function powerTick(value: number): string {
  return `${Number((value * 100).toPrecision(1))} %`;
}

function percentTick(value: number): string {
  return `${Number((value * 100).toPrecision(3))} %`;
}
