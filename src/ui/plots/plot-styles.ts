/** How plots are drawn: told apart by line and pattern as well as by colour, in both themes. */
import { css } from 'lit';

export const plotStyles = css`
  .plot {
    /* Axes run as in mathematics in every language. */
    direction: ltr;
    display: block;
    max-inline-size: 100%;
    background: var(--surface);
    font-family: system-ui, sans-serif;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }

  .plot text {
    fill: var(--text);
    stroke: none;
  }

  .plot .tick {
    fill: var(--muted);
  }

  .plot .words {
    font-weight: 650;
    stroke: var(--surface);
    stroke-width: 4px;
    stroke-linejoin: round;
    paint-order: stroke;
  }

  .plot .grid {
    stroke: var(--line);
    stroke-width: 1px;
    opacity: 0.6;
  }

  .plot .axis {
    stroke: var(--muted);
    stroke-width: 1px;
  }

  .plot .mark {
    stroke: var(--text);
    stroke-width: 1.5px;
    stroke-dasharray: 4 3;
  }

  .plot .hatch {
    stroke: var(--plot-strangers);
    stroke-width: 2px;
    opacity: 0.55;
  }

  .plot .strangers {
    stroke: var(--plot-strangers);
    stroke-width: 1.5px;
  }

  .plot .yours {
    fill: var(--plot-yours);
    fill-opacity: 0.22;
    stroke: var(--plot-yours);
    stroke-width: 2px;
  }

  .plot .between {
    fill: none;
    stroke: var(--plot-between);
    stroke-width: 2px;
    stroke-dasharray: 6 3;
  }

  .plot .rug {
    stroke: var(--plot-yours);
    stroke-width: 1.5px;
  }

  .plot .overlap {
    fill: var(--doubt);
    fill-opacity: 0.16;
    stroke: var(--doubt);
    stroke-width: 1px;
    stroke-dasharray: 2 2;
  }

  .plot .curve {
    fill: none;
    stroke: var(--plot-yours);
    stroke-width: 2.5px;
    stroke-linejoin: round;
  }

  .plot .curve.strangers {
    stroke: var(--plot-strangers);
  }

  .plot .guessed {
    stroke-dasharray: 2 4;
  }

  .plot .band {
    fill: var(--plot-yours);
    fill-opacity: 0.18;
    stroke: var(--plot-yours);
    stroke-width: 1px;
    stroke-dasharray: 3 3;
    stroke-opacity: 0.7;
  }

  .plot .band.strangers {
    fill: var(--plot-strangers);
    stroke: none;
  }

  .plot .bar {
    stroke: var(--text);
    stroke-width: 2px;
  }

  .plot .dot {
    fill: var(--text);
    stroke: var(--surface);
    stroke-width: 2px;
  }
`;
