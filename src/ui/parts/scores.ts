/** Everybody's score as bars against the threshold. */
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { LISTED_PEOPLE } from '../../decision/thresholds';
import { limitOf, type ScoredPerson, type Verdict } from '../../decision/verdict';
import { countPeople, formatScore } from '../strings';

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
    justify-self: start;
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .scores .passes {
    font-weight: 650;
  }

  .bar {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 16px;
  }

  /* From where lines begin, as a progress bar does. */
  .bar:dir(rtl) {
    transform: scaleX(-1);
  }

  .bar .track {
    fill: var(--line);
  }

  .bar .filled {
    fill: var(--muted);
  }

  .passes .filled {
    fill: var(--good);
  }

  .bar .limit {
    fill: var(--text);
  }
`;

/**
 * A list of people, best first, each with three decimals. `threshold` is that of people who are enrolled properly. Of many
 * `people`, those are listed who score highest, and whoever the verdict is about.
 */
export function scoreList(verdict: Exclude<Verdict, { kind: 'empty-gallery' }>, threshold: number, people: number): TemplateResult {
  const listed = listedScores(verdict);
  return html`${people <= LISTED_PEOPLE ? nothing : html`<p class="small muted">${msg(str`The highest scores of ${countPeople(people)}:`)}</p>`}
    <ul class="scores numbers" aria-label=${msg('Scores, best first')}>
    ${listed.map((scored) => {
      const { name, score } = scored;
      const limit = limitOf(scored, threshold);
      const passes = score >= limit;
      return html`<li class=${passes ? 'passes' : ''}>
        <bdi title=${name}>${name}</bdi><span>${formatScore(score)}</span>
        <svg class="bar" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
          <rect class="track" y="4" width="100" height="8" />
          <rect class="filled" y="4" width=${percent(score)} height="8" />
          <rect class="limit" x=${percent(limit) - 0.3} width="0.6" height="16" />
        </svg>
      </li>`;
    })}
  </ul>`;
}

/** The first of the scores, and that of whom the verdict is about, should it be lower. */
export function listedScores({ scores, best }: Exclude<Verdict, { kind: 'empty-gallery' }>): readonly ScoredPerson[] {
  const listed = scores.slice(0, LISTED_PEOPLE);
  return listed.some(({ personId }) => personId === best.personId) ? listed : [...listed, best];
}

/** Scores below zero draw no bar. */
function percent(score: number): number {
  return Math.max(0, Math.min(1, score)) * 100;
}
