/** Over the camera picture: the movement that is asked for, drawn and written. */
import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { askedMovement, type Challenge } from '../../decision/liveness/challenge';
import type { Movement } from '../../decision/liveness/movements';
import { challengeText, slipText } from '../liveness-words';

export const challengePromptStyles = css`
  .asked {
    position: absolute;
    inset-block-end: 12px;
    inset-inline: 12px;
    display: grid;
    gap: 8px;
    justify-items: center;
    text-align: center;
    pointer-events: none;
  }

  .asked > div {
    display: flex;
    gap: 16px;
    align-items: center;
    max-inline-size: 100%;
    padding-block: 8px;
    padding-inline: 16px 24px;
    border-radius: var(--radius);
    background: #000c;
    color: #fff;
    font-size: clamp(1.25rem, 3vmin, 2rem);
    font-weight: 650;
    line-height: 1.2;
  }

  .asked svg {
    flex: none;
    inline-size: 56px;
    block-size: 56px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .asked .slip {
    padding: 4px 16px;
    border-radius: 999px;
    background: #ffc14d;
    color: #241a00;
    font-weight: 650;
  }
`;

const HEAD = svg`<path d="M12 4c3.300 0 5.500 2.600 5.500 6.500S15.300 19 12 19s-5.500-4.600-5.500-8.500S8.700 4 12 4"/>`;

/** Drawn as a mirror shows it: the person's left is on the left. */
const DRAWINGS: Readonly<Record<Movement | 'straight', SVGTemplateResult>> = {
  straight: svg`${HEAD}<path d="M10 10v.500M14 10v.500M10 14.500c1.200 1 2.800 1 4 0"/>`,
  'turn-left': svg`${HEAD}<path d="M8.500 10v.500M11.500 10v.500M4 12H1.500m0 0L4 9.500M1.500 12 4 14.500"/>`,
  'turn-right': svg`${HEAD}<path d="M12.500 10v.500M15.500 10v.500M20 12h2.500m0 0L20 9.500m2.500 2.500L20 14.500"/>`,
  nod: svg`${HEAD}<path d="M10 10v.500M14 10v.500M21 12V4.500m0 0L18.700 7M21 4.500 23.300 7M21 12v7.500m0 0L18.700 17m2.300 2.500 2.300-2.500"/>`,
  closer: svg`${HEAD}<path d="M10 10v.500M14 10v.500M4.500 4.500 2 2m0 0h3M2 2v3M19.500 4.500 22 2m0 0h-3m3 0v3M4.500 19.500 2 22m0 0h3m-3 0v-3M19.500 19.500 22 22m0 0h-3m3 0v-3"/>`,
  blink: svg`${HEAD}<path d="M8.500 10.500c.800.700 1.800.700 2.600 0M12.900 10.500c.800.700 1.800.700 2.600 0"/>`,
};

/**
 * Read out as it changes, and never in the way of a finger; null asks for nothing. It is there before there is something
 * to say: a region that comes with its words is not read out.
 */
export function challengePrompt(challenge: Challenge | null): TemplateResult {
  return html`<div class="asked" aria-live="assertive">${challenge === null ? nothing : words(challenge)}</div>`;
}

function words(challenge: Challenge): TemplateResult {
  const slip = slipText(challenge);
  return html`${slip === '' ? nothing : html`<p class="slip">${slip}</p>`}
    <div>
      <svg viewBox="0 0 24 24" aria-hidden="true">${DRAWINGS[askedMovement(challenge) ?? 'straight']}</svg>
      <p>${challengeText(challenge)}</p>
    </div>`;
}
