/** How the kiosk looks: dark and quiet, with one thing to read at a time. Sizes go by the height of the screen. */
import { css } from 'lit';

export const kioskStyles = css`
  :host {
    position: fixed;
    inset: 0;
    overflow: hidden;
    background: var(--sunken);
    user-select: none;
  }

  :host([data-still]) {
    cursor: none;
  }

  main {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    position: absolute;
    inset: 0;
    transition: opacity 200ms ease-out;
  }

  :host([data-night]) main {
    opacity: 0.75;
  }

  :host([data-asleep]) main {
    opacity: 0.35;
  }

  video,
  .marks {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }

  video {
    object-fit: cover;
    transform: scaleX(-1);
    opacity: 0.55;
  }

  :host([data-night]) video {
    opacity: 0.3;
  }

  .marks {
    fill: none;
    stroke: #c9ccd0;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .marks .turn {
    stroke: #ffffff;
  }

  .marks .match {
    stroke: #6fdc6a;
  }

  .marks .no-match,
  .marks .spoof {
    stroke: #ff8f7d;
  }

  .marks .problem {
    stroke: #ffc14d;
  }

  .marks text {
    fill: #ffffff;
    stroke: #000c;
    paint-order: stroke;
    text-anchor: middle;
    font-weight: 650;
  }

  .bar {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    padding: 8px 16px;
    z-index: 1;
  }

  .clock,
  .prompt,
  .results {
    text-shadow: 0 0 24px var(--sunken), 0 0 4px var(--sunken);
  }

  .clock {
    font-size: max(1.5rem, 6vh);
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }

  .corner {
    display: flex;
    gap: 8px;
    margin-inline-start: auto;
  }

  .corner button {
    display: grid;
    place-items: center;
    min-inline-size: 56px;
    min-block-size: 56px;
    padding: 0;
    background: color-mix(in srgb, var(--surface) 70%, transparent);
  }

  .prompt {
    grid-row: 2;
    place-self: end center;
    padding: 16px 24px;
    font-size: max(2rem, 11vh);
    font-weight: 650;
    line-height: 1.1;
    text-align: center;
    text-wrap: balance;
    z-index: 1;
  }

  .prompt.idle {
    place-self: center;
  }

  /* What was found of somebody else is larger than what the next one is to do. */
  .prompt.beside {
    padding-block: 8px;
    font-size: max(1.25rem, 6vh);
  }

  .prompt .small {
    display: block;
    margin-block-start: 16px;
    font-size: max(1rem, 4.5vh);
    font-weight: 400;
  }

  .prompt progress {
    display: block;
    inline-size: min(60vw, 32rem);
    block-size: 12px;
    margin: 24px auto 0;
    accent-color: var(--accent);
  }

  .results {
    grid-row: 3;
    display: flex;
    gap: 16px;
    justify-content: space-evenly;
    padding: 0 16px 16px;
    z-index: 1;
  }

  /* They stand as their faces do, in whatever direction a language runs. */
  :host(:dir(rtl)) .results {
    flex-direction: row-reverse;
  }

  .result {
    display: grid;
    grid-template-columns: auto minmax(0, auto);
    gap: 0 16px;
    align-items: center;
    align-content: center;
    min-inline-size: 0;
    padding: 8px 24px;
    border-radius: var(--radius);
    background: color-mix(in srgb, var(--sunken) 82%, transparent);
    font-weight: 650;
    line-height: 1.15;
  }

  .result svg {
    grid-row: span 2;
    inline-size: max(48px, 17vh);
    block-size: max(48px, 17vh);
  }

  .result .word {
    font-size: max(1.25rem, 7vh);
  }

  .result:not(.named) .word {
    font-size: max(1.75rem, 11vh);
  }

  .result bdi {
    grid-column: 2;
    overflow-wrap: anywhere;
    font-size: max(3rem, 18vh);
    line-height: 1.1;
  }

  .result[data-length='long'] bdi {
    font-size: max(2rem, 11vh);
  }

  .result[data-length='very-long'] bdi {
    font-size: max(1.375rem, 7vh);
  }

  .result .advice {
    grid-column: 2;
    color: var(--text);
    font-size: max(1rem, 5vh);
    font-weight: 400;
  }

  .results.several .result:not(.named) .word {
    font-size: max(1.25rem, 7vh);
  }

  .results.several svg {
    inline-size: max(40px, 11vh);
    block-size: max(40px, 11vh);
  }

  .results.several .advice {
    font-size: max(0.875rem, 3.75vh);
  }

  .match {
    color: var(--good);
  }

  .no-match,
  .spoof {
    color: var(--bad);
  }

  .problem {
    color: var(--doubt);
  }

  .trouble {
    grid-row: 2 / -1;
    display: grid;
    gap: 16px;
    align-content: center;
    max-inline-size: 56rem;
    margin-inline: auto;
    padding: 0 32px 24px;
    overflow: auto;
    font-size: max(1.125rem, 4.25vh);
    line-height: 1.35;
  }

  .trouble [role='alert'] {
    display: grid;
    gap: 16px;
  }

  .trouble h2 {
    display: flex;
    gap: 16px;
    align-items: center;
    font-size: max(2rem, 9vh);
    line-height: 1.1;
  }

  .trouble h2 svg {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
    color: var(--doubt);
  }

  .trouble .next {
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }

  /* What is asked is read from two metres, too. */
  .asked > div {
    font-size: max(2rem, 10vh);
  }

  .asked svg {
    inline-size: max(56px, 16vh);
    block-size: max(56px, 16vh);
  }

  .asked .slip {
    font-size: max(1rem, 4.5vh);
  }

  .asked {
    z-index: 1;
  }
`;
