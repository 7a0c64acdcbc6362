/** "How safe is my gallery?": what the threshold means for the people who are enrolled, and how little that proves. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { overlapOf, type Recommendation, recommendationsFor, safetyAt, type TradeOff, tradeOffs } from '../../decision/gallery-safety';
import type { GallerySurvey } from '../../decision/gallery-survey';
import { referenceOf, type ReferenceScores } from '../../decision/reference-scores';
import { noticeStyles } from '../parts/notices';
import { thresholdChoice, thresholdChoiceStyles } from '../parts/threshold-choice';
import type { PlotView } from '../plots/plot-figure';
import '../plots/plot-figure';
import { distributionView, peopleCountView, type SafetyFacts, tradeOffView } from '../safety-plots';
import { alikeText, proofTexts, referenceText, surveyedText } from '../safety-words';
import { sectionStyles } from '../section-styles';
import { shared } from '../tokens';

@localized()
@customElement('lintel-safety')
export class LintelSafety extends LitElement {
  static override readonly styles = [shared, sectionStyles, noticeStyles, thresholdChoiceStyles, css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 24px;
      align-content: start;
    }

    .back {
      display: flex;
      gap: 24px;
    }

    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 24px;
      align-items: start;
    }

    .plots {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 24px;
    }

    section > h2 {
      font-size: 1.125rem;
    }

    .words {
      max-inline-size: 44rem;
    }

    bdi {
      font-weight: 650;
      overflow-wrap: anywhere;
    }

    @media (min-width: 1100px) and (min-height: 680px) {
      .columns {
        grid-template-columns: 24rem minmax(0, 1fr);
      }

      .choice {
        position: sticky;
        inset-block-start: 0;
        max-block-size: calc(100dvh - 48px);
        overflow: auto;
        scrollbar-width: thin;
      }
    }

    @media (max-width: 560px), (max-height: 560px) {
      section {
        padding: 16px;
      }
    }
  `];

  /** Null while it is being made. */
  @property({ attribute: false }) survey: GallerySurvey | null = null;
  /** The cosine from which a face counts as a match now. */
  @property({ attribute: false }) threshold = 0;
  /** The rate that the threshold follows; null where it was set by hand. */
  @property({ attribute: false }) wanted: number | null = null;

  /** What does not depend on the threshold. */
  #reference: ReferenceScores | null = null;
  #tradeOffs: readonly TradeOff[] = [];
  #recommended: readonly Recommendation[] = [];

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('survey') || this.survey === null) return;
    this.#reference = referenceOf(this.survey.model);
    this.#tradeOffs = tradeOffs(this.survey, this.#reference);
    this.#recommended = recommendationsFor(this.survey, this.#reference);
  }

  override render(): TemplateResult {
    return html`<div class="head">
        <h1>${msg('How safe is my gallery?')}</h1>
        <div class="back"><a class="way" href="#people">${msg('Back to People')}</a><a class="way" href="#settings">${msg('Settings')}</a></div>
      </div>
      ${this.#body(this.survey, this.#reference)}`;
  }

  #body(survey: GallerySurvey | null, reference: ReferenceScores | null): TemplateResult {
    if (survey === null || reference === null) return html`<p role="status">${msg('Comparing your samples with one another…')}</p>`;
    if (survey.people === 0) {
      return html`<p>${msg('Nobody who is enrolled can be compared yet.')} <a class="way" href="#enrol">${msg('Enrol the first person')}</a></p>
        ${aboutReference(reference)}`;
    }
    const facts = this.#facts(survey, reference);
    return html`<div class="columns">
        ${thresholdChoice(this, facts, this.#recommended)}
        <div class="plots">
          ${mostAlike(facts)} ${plot(distributionView(facts))}
          ${facts.tradeOffs.length === 0 ? noTradeOff() : plot(tradeOffView(facts))} ${plot(peopleCountView(facts))}
          ${proof(facts)} ${aboutReference(reference)}
        </div>
      </div>`;
  }

  #facts(survey: GallerySurvey, reference: ReferenceScores): SafetyFacts {
    const { threshold, wanted } = this;
    return {
      survey,
      reference,
      threshold,
      now: safetyAt(survey, reference, threshold),
      overlap: overlapOf(survey, reference),
      tradeOffs: this.#tradeOffs,
      wanted,
    };
  }
}

function plot(view: PlotView): TemplateResult {
  return html`<lintel-plot .view=${view}></lintel-plot>`;
}

function mostAlike({ survey, threshold }: SafetyFacts): TemplateResult {
  const { mostAlike: pair } = survey;
  return html`<section>
    <h2>${msg('Which two of your people look most alike?')}</h2>
    ${pair === null
      ? html`<p>${msg('Only one person is enrolled.')} <a class="way" href="#enrol">${msg('Enrol a second one')}</a></p>`
      : html`<p class="numbers">${alikeText(pair, threshold)}</p>`}
    ${survey.surveyed < survey.people ? html`<p>${surveyedText(survey)} ${msg('Two who look more alike may be among the others.')}</p>` : nothing}
  </section>`;
}

function noTradeOff(): TemplateResult {
  return html`<section>
    <h2>${msg('How often would a stranger get in, and how often would you be refused?')}</h2>
    <p>${msg('Everybody has a single sample, and a sample cannot be compared with itself.')} <a class="way" href="#people">${msg('Add samples to see this')}</a></p>
  </section>`;
}

function proof({ survey, now }: SafetyFacts): TemplateResult {
  return html`<section>
    <h2>${msg('What does this prove?')}</h2>
    ${proofTexts(survey, now.refused).map((text) => html`<p class="words">${text}</p>`)}
  </section>`;
}

function aboutReference(reference: ReferenceScores | null): TemplateResult | typeof nothing {
  if (reference === null) return nothing;
  return html`<section>
    <h2>${msg('Who are the strangers?')}</h2>
    <p class="words">${referenceText(reference)}</p>
    <p class="words">${msg('What is said of your people is worked out on this device from the samples they gave, and stays here.')}</p>
  </section>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-safety': LintelSafety;
  }
}
