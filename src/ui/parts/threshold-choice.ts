/** The threshold as something to choose: the slider of Settings, what it means here, and what is recommended. */
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { placeOf, type Recommendation } from '../../decision/gallery-safety';
import { SETTING_LIMITS } from '../../decision/settings';
import type { SafetyFacts } from '../safety-plots';
import { countedRateText, formatOneIn, formatReferenceRate, placeWarning, referenceRateText } from '../safety-words';
import { formatNumber } from '../format';
import { send } from '../send';
import { countPeople, formatScore } from '../strings';

export const thresholdChoiceStyles = css`
  .choice {
    display: grid;
    gap: 16px;
    align-content: start;
  }

  .choice .top {
    display: flex;
    gap: 16px;
    align-items: baseline;
    justify-content: space-between;
    font-weight: 650;
  }

  .choice output {
    font-size: 1.5rem;
  }

  input[type='range'] {
    inline-size: 100%;
    block-size: 48px;
    margin: 0;
    accent-color: var(--accent);
  }

  .warning .notice {
    margin-block-start: 8px;
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
    gap: 8px 16px;
  }

  .facts dt {
    color: var(--muted);
    font-size: 0.875rem;
  }

  .facts dd {
    margin: 0;
    font-weight: 650;
  }

  .facts .range {
    font-size: 0.875rem;
    font-weight: 400;
  }

  .recommended {
    display: grid;
    gap: 8px;
  }

  .recommended button {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 12px;
    padding-block: 8px;
    text-align: start;
  }

  .recommended button[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  .recommended .cost {
    grid-column: 1 / -1;
    font-weight: 400;
    font-size: 0.875rem;
  }
`;

export function thresholdChoice(host: EventTarget, facts: SafetyFacts, recommended: readonly Recommendation[]): TemplateResult {
  const { threshold, wanted } = facts;
  return html`<section class="choice" aria-label=${msg('Threshold')}>
    <div>${slider(host, threshold)} ${warning(facts)}</div>
    ${factList(facts)}
    <div class="recommended" role="group" aria-label=${msg('Recommended thresholds')}>
      <h2>${msg('How rarely may a stranger pass?')}</h2>
      ${recommended.map((recommendation) => preset(host, recommendation, facts))}
      ${wanted === null
        ? html`<button type="button" @click=${() => send(host, { kind: 'change-settings', change: { manualThreshold: null } })}>
            ${msg('Follow the preset again')}
          </button>`
        : html`<p class="small muted">${msg(str`It follows your preset now: ${formatOneIn(wanted)} as anybody.`)}</p>`}
    </div>
  </section>`;
}

function slider(host: EventTarget, threshold: number): TemplateResult {
  const { min, max, step } = SETTING_LIMITS.manualThreshold;
  const read = (event: Event): number => (event.target as HTMLInputElement).valueAsNumber;
  return html`<label class="top" for="threshold"><span>${msg('Threshold')}</span><output class="numbers" for="threshold">${formatScore(threshold)}</output></label>
    <input
      id="threshold"
      type="range"
      aria-label=${msg('Threshold')}
      aria-valuetext=${formatScore(threshold)}
      min=${min}
      max=${max}
      step=${step}
      .value=${String(threshold)}
      @input=${(event: Event) => send(host, { kind: 'change-settings', change: { manualThreshold: read(event) } })}
    />`;
}

/** Announced once it changes: it says what the slider is about to do. */
function warning({ overlap, threshold }: SafetyFacts): TemplateResult {
  const text = placeWarning(placeOf(overlap, threshold), overlap);
  return html`<div aria-live="polite" class="warning">${text === null ? nothing : html`<div class="notice"><p>${text}</p></div>`}</div>`;
}

function factList({ survey, now }: SafetyFacts): TemplateResult {
  const { people } = survey;
  return html`<dl class="facts numbers">
    <div>
      <dt>${msg('A stranger passes as one person (FAR)')}</dt>
      <dd>${figure(referenceRateText(now.stranger))}</dd>
    </div>
    <div>
      <dt>${msg(str`A stranger passes as anybody, ${countPeople(people)}`)}</dt>
      <dd>${figure(referenceRateText(now.anyName))}</dd>
    </div>
    <div>
      <dt>${msg('Your people are refused (FRR)')}</dt>
      <dd>${now.refused === null ? html`<a href="#people">${msg('Add samples to see this')}</a>` : figure(countedRateText(now.refused))}</dd>
    </div>
    <div>
      <dt>${msg('One of your people passes as another')}</dt>
      <dd>${now.confused === null ? html`<a href="#enrol">${msg('Enrol a second person to see this')}</a>` : figure(countedRateText(now.confused))}</dd>
    </div>
  </dl>`;
}

/** A rate, and its interval more quietly. */
function figure(text: string): TemplateResult {
  const [rate, range] = text.split(/ (?=\()/);
  return range === undefined ? html`${text}` : html`${rate} <span class="range">${range}</span>`;
}

function preset(host: EventTarget, { far, threshold, anyName, refused }: Recommendation, facts: SafetyFacts): TemplateResult {
  const isChosen = facts.wanted === null && facts.threshold === threshold;
  const anybody = formatReferenceRate(anyName);
  const cost =
    refused === null
      ? msg(str`As anybody ${anybody}`)
      : msg(str`As anybody ${anybody} · refuses ${formatNumber(refused.errors)} of ${formatNumber(refused.trials)}`);
  return html`<button
    type="button"
    aria-pressed=${isChosen ? 'true' : 'false'}
    @click=${() => send(host, { kind: 'change-settings', change: { manualThreshold: threshold } })}
  >
    <span>${formatOneIn(far)}</span><span class="numbers">${formatScore(threshold)}</span>
    <span class="cost">${cost}</span>
  </button>`;
}
