/** The frame of a plot: axes with ticks, units and a grid, as SVG. */
import { type Axis, round } from '../../ui/plots/axes';

/** Pixels of the whole plot, and of its margins. */
export const PLOT = { width: 640, height: 400, left: 64, right: 28, top: 16, bottom: 48 } as const;

/** Where the x axis runs, and the y axis, in pixels. */
export const X_RANGE = [PLOT.left, PLOT.width - PLOT.right] as const;
export const Y_RANGE = [PLOT.height - PLOT.bottom, PLOT.top] as const;

/** A plot: `description` says in a sentence what it shows, `content` is SVG within the axes. */
export function plotOf(description: string, x: Axis, y: Axis, content: string): string {
  const [left, right] = X_RANGE;
  const [bottom, top] = Y_RANGE;
  const vertical = x.ticks.map((tick) => {
    const at = round(x.scale(tick));
    return `<line class="grid" x1="${at}" x2="${at}" y1="${top}" y2="${bottom}"/><text x="${at}" y="${bottom + 18}" text-anchor="middle">${x.format(tick)}</text>`;
  });
  const horizontal = y.ticks.map((tick) => {
    const at = round(y.scale(tick));
    return `<line class="grid" x1="${left}" x2="${right}" y1="${at}" y2="${at}"/><text x="${left - 8}" y="${at + 4}" text-anchor="end">${y.format(tick)}</text>`;
  });
  const middle = (top + bottom) / 2;
  return `<svg viewBox="0 0 ${PLOT.width} ${PLOT.height}" role="img" aria-label="${description}">
${[...vertical, ...horizontal].join('\n')}
<line class="axis" x1="${left}" x2="${right}" y1="${bottom}" y2="${bottom}"/><line class="axis" x1="${left}" x2="${left}" y1="${top}" y2="${bottom}"/>
<text x="${(left + right) / 2}" y="${PLOT.height - 8}" text-anchor="middle">${x.label}</text>
<text x="14" y="${middle}" text-anchor="middle" transform="rotate(-90 14 ${middle})">${y.label}</text>
${content}
</svg>`;
}
