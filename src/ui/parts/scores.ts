/** Everybody's score as bars against the threshold. */
import { css, html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { Verdict } from '../../decision/verdict';
import { formatScore } from '../strings';

export const scoreStyles = css`
  .scores {
    display: grid;
    gap: 8px;
    list-style: none;
  }

  .scores li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 12px;
    align-items: baseline;
  }

  .scores bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .scores .passes {
    font-weight: 650;
  }

  .bar {
    position: relative;
    grid-column: 1 / -1;
    block-size: 8px;
    border-radius: 4px;
    background: var(--sunken);
    border: 1px solid var(--line);
  }

  .bar .filled {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-radius: 3px;
    background: var(--muted);
  }

  .passes .bar .filled {
    background: var(--good);
  }

  .bar .limit {
    position: absolute;
    inset-block: -5px;
    inline-size: 2px;
    background: var(--text);
  }
`;

/** A list of people, best first, each with three decimals. */
export function scoreList({ scores, threshold }: Exclude<Verdict, { kind: 'empty-gallery' }>): TemplateResult {
  return html`<ul class="scores numbers" aria-label="Scores, best first">
    ${scores.map(({ name, score }) => {
      const passes = score >= threshold;
      return html`<li class=${passes ? 'passes' : ''}>
        <bdi title=${name}>${name}</bdi><span>${formatScore(score)}</span>
        <div class="bar" aria-hidden="true">
          <div class="filled" style=${styleMap({ width: percent(score) })}></div>
          <div class="limit" style=${styleMap({ left: percent(threshold) })}></div>
        </div>
      </li>`;
    })}
  </ul>`;
}

/** Scores below zero draw no bar. */
function percent(score: number): string {
  return `${Math.max(0, Math.min(1, score)) * 100}%`;
}
