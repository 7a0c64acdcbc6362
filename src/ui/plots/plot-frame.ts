/** The frame of a plot in the app: legend, axes with units, a grid, and room that follows the width of the screen. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { type Axis, round } from './axes';

/** Rough width of a character at the plots' font size, in pixels: a little too wide rather than too narrow. */
const CHARACTER_PX = 6.9;
/** The same of Chinese characters and their punctuation. */
const WIDE_CHARACTER_PX = 13;
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu;
const LEGEND_ROW_PX = 20;
const SWATCH_PX = 26;
/** The line that names the y axis, and the lines below the x axis. */
const [TITLE_PX, FOOT_PX, RIGHT_PX] = [24, 44, 16] as const;

/** One thing that a plot shows, with a small picture of it, 20 × 12 pixels. */
export interface LegendEntry {
  readonly name: string;
  readonly swatch: SVGTemplateResult;
}

/** Where everything is, in pixels. */
export interface PlotBox {
  readonly width: number;
  readonly height: number;
  /** Inner edges: where the axes run. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The corner of each entry of the legend. */
  readonly legend: readonly { readonly x: number; readonly y: number }[];
}

/** Lays out a plot of this width. `left` is the room for the words at the y axis. */
export function boxOf(width: number, left: number, legend: readonly LegendEntry[]): PlotBox {
  const places = legendPlaces(width, legend.map(({ name }) => name));
  const rows = places.length === 0 ? 0 : places.at(-1)!.y / LEGEND_ROW_PX + 1;
  const top = rows * LEGEND_ROW_PX + TITLE_PX + 6;
  const inner = Math.round(Math.min(280, Math.max(170, width * 0.42)));
  return { width, height: top + inner + FOOT_PX, left, right: width - RIGHT_PX, top, bottom: top + inner, legend: places };
}

/** Entries side by side, and in a new row where the width ends. */
export function legendPlaces(width: number, names: readonly string[]): { x: number; y: number }[] {
  let [x, y] = [0, 0];
  return names.map((name) => {
    const needed = SWATCH_PX + textWidth(name) + 20;
    if (x > 0 && x + needed - 20 > width) [x, y] = [0, y + LEGEND_ROW_PX];
    const place = { x, y };
    x += needed;
    return place;
  });
}

/** Every tick, or every second, third…, so that no words touch; which ticks of an axis carry words. */
export function labelledTicks({ ticks, scale, format }: Axis): number[] {
  const widest = Math.max(0, ...ticks.map((tick) => textWidth(format(tick)))) + 10;
  const places = ticks.map((tick) => scale(tick));
  const apart = (every: number): boolean =>
    places.every((place, index) => index + every >= places.length || Math.abs(places[index + every]! - place) >= widest);
  const every = ticks.findIndex((_, index) => apart(index + 1)) + 1;
  return ticks.filter((_, index) => index % Math.max(1, every) === 0);
}

/** A plot: `description` says in a sentence what it shows, `content` is SVG within the axes. */
export function plotSvg(
  box: PlotBox,
  description: string,
  axes: { readonly x: Axis; readonly y: Axis },
  legend: readonly LegendEntry[],
  content: SVGTemplateResult,
): TemplateResult {
  const { width, height, left, right, top, bottom } = box;
  const { x, y } = axes;
  const isLabelled = new Set(labelledTicks(x));
  return html`<svg class="plot" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label=${description}>
    <defs>
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="hatch" x1="0" x2="0" y1="0" y2="6" />
      </pattern>
    </defs>
    ${legend.map(({ name, swatch }, index) => legendEntry(name, swatch, box.legend[index]!))}
    <text x="0" y=${top - 12}>${y.label}</text>
    ${x.ticks.map((tick) => {
      const at = round(x.scale(tick));
      return svg`<line class="grid" x1=${at} x2=${at} y1=${top} y2=${bottom} />
        ${isLabelled.has(tick) ? svg`<text class="tick" x=${at} y=${bottom + 18} text-anchor=${anchorAt(at, x.format(tick), box)}>${x.format(tick)}</text>` : null}`;
    })}
    ${y.ticks.map((tick) => {
      const at = round(y.scale(tick));
      return svg`<line class="grid" x1=${left} x2=${right} y1=${at} y2=${at} />
        <text class="tick" x=${left - 8} y=${at + 4} text-anchor="end">${y.format(tick)}</text>`;
    })}
    <line class="axis" x1=${left} x2=${right} y1=${bottom} y2=${bottom} />
    <text x=${right} y=${height - 6} text-anchor="end">${x.label}</text>
    ${content}
  </svg>`;
}

/** A vertical line across the plot with its words, on whichever side there is room. */
export function verticalMark({ left, right, top, bottom }: PlotBox, at: number, words: string): SVGTemplateResult {
  const place = round(Math.min(right, Math.max(left, at)));
  const isRight = place + textWidth(words) + 12 <= right;
  return svg`<line class="mark" x1=${place} x2=${place} y1=${top} y2=${bottom} />
    <text class="words" x=${isRight ? place + 6 : place - 6} y=${top + 12} text-anchor=${isRight ? 'start' : 'end'}>${words}</text>`;
}

/** Words in lines no wider than this; a word that is wider has a line of its own. */
export function linesOf(text: string, width: number): string[] {
  const lines: string[] = [''];
  // Chinese has no spaces between words.
  for (const { segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    const line = lines.at(-1)!;
    const fits = line === '' || isWordLike !== true || textWidth(line + segment) <= width;
    if (fits) lines[lines.length - 1] = line + segment;
    else lines.push(segment);
  }
  return lines.map((line) => line.trim());
}

export function textWidth(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return (text.length - wide) * CHARACTER_PX + wide * WIDE_CHARACTER_PX;
}

function legendEntry(name: string, swatch: SVGTemplateResult, { x, y }: { x: number; y: number }): SVGTemplateResult {
  return svg`<g transform="translate(${round(x)} ${y})">${swatch}<text x=${SWATCH_PX} y="11">${name}</text></g>`;
}

/** Words at the right end stay within the plot. */
function anchorAt(at: number, words: string, { width }: PlotBox): 'middle' | 'end' {
  return at + textWidth(words) / 2 > width ? 'end' : 'middle';
}
