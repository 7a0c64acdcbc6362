/** Colours, sizes and the styles that every element shares. */
import { css } from 'lit';

/** Set on the host of the app; every element below reads them. */
export const tokens = css`
  :host {
    --ground: #f6f3ec;
    --surface: #fffdf8;
    --sunken: #ebe6da;
    --line: #d3cbb9;
    --text: #26241f;
    --muted: #615a4c;
    --accent: #4d6329;
    --on-accent: #ffffff;
    --good: #2f6a2f;
    --bad: #9c2f22;
    --doubt: #7d5300;
    --focus: #1f5fa8;
    --plot-yours: #1f5fa8;
    --plot-strangers: #9c2f22;
    --plot-between: #7d5300;
    --radius: 16px;
    color-scheme: light;
  }

  :host([data-theme='dark']) {
    --ground: #191815;
    --surface: #22201c;
    --sunken: #131210;
    --line: #423e35;
    --text: #f0ece2;
    --muted: #b3aa98;
    --accent: #a9c27f;
    --on-accent: #1a2108;
    --good: #8fd08a;
    --bad: #f39a8c;
    --doubt: #e6b968;
    --focus: #8fc1ff;
    --plot-yours: #8fc1ff;
    --plot-strangers: #f39a8c;
    --plot-between: #e6b968;
    color-scheme: dark;
  }
`;

/** Buttons, fields and text as they look everywhere. */
export const shared = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :host {
    font-family: system-ui, sans-serif;
    font-size: 1rem;
    line-height: 1.45;
    color: var(--text);
  }

  h1,
  h2,
  p,
  dl,
  ul {
    margin: 0;
    padding: 0;
  }

  h1 {
    font-size: 1.5rem;
    font-weight: 650;
  }

  h2 {
    font-size: 1rem;
    font-weight: 650;
  }

  a {
    color: var(--accent);
  }

  /* The title of a page, and what can be done with all of it. */
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    align-items: center;
    justify-content: space-between;
  }

  /* A link that leads to another page and is meant for fingers, too. */
  a.way {
    display: inline-flex;
    align-items: center;
    min-block-size: 48px;
  }

  button,
  select,
  input:not([type='range'], [type='checkbox'], [type='radio']) {
    min-block-size: 48px;
    font: inherit;
    color: inherit;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--surface);
    padding-inline: 16px;
  }

  button {
    cursor: pointer;
    font-weight: 650;
    touch-action: manipulation;
  }

  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }

  button:disabled {
    cursor: default;
    color: var(--muted);
    background: var(--sunken);
    border-color: var(--line);
  }

  button:active:not(:disabled) {
    translate: 0 1px;
  }

  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }

  .muted {
    color: var(--muted);
  }

  .small {
    font-size: 0.875rem;
  }

  .numbers {
    font-variant-numeric: tabular-nums;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;
