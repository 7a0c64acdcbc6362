/** The guided self-test of liveness: twenty attempts each in person, with a phone and with a print, and what they show. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  NEW_SELF_TEST,
  nextOf,
  SELF_TEST_ATTEMPTS,
  SELF_TEST_KINDS,
  type SelfTest,
  type SelfTestKind,
  type SelfTestReport,
  selfTestReportOf,
} from '../../decision/liveness/self-test';
import { sectionStyles } from '../section-styles';
import { conclusionText, HOW_TO_PRESENT, PRESENTED, progressText, selfTestRateText } from '../self-test-words';
import { shared } from '../tokens';

/** What the self-test can ask for. */
export type SelfTestIntent =
  /** Judge what is before the camera now, as the door would. */
  | { readonly kind: 'present'; readonly presented: SelfTestKind }
  /** Leave the attempt under way; it does not count. */
  | { readonly kind: 'stop' }
  /** Forget the counts. */
  | { readonly kind: 'start-over' };

/** Carries what the self-test asks for up to the app. */
export class SelfTestEvent extends CustomEvent<SelfTestIntent> {
  static readonly type = 'lintel-self-test-intent';

  constructor(intent: SelfTestIntent) {
    super(SelfTestEvent.type, { detail: intent, bubbles: true, composed: true });
  }
}

/** What the self-test shows. */
export interface SelfTestView {
  readonly counts: SelfTest;
  /** True while an attempt is judged. */
  readonly isJudging: boolean;
  /** What the last attempt ended with, in words; null before the first. */
  readonly lastOutcome: string | null;
  /** Why nothing can be judged, with what to do; null when something can. */
  readonly hindrance: string | null;
}

@customElement('lintel-self-test')
export class LintelSelfTest extends LitElement {
  static override readonly styles = [shared, sectionStyles, css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 24px;
      align-content: start;
    }

    .words {
      max-inline-size: 44rem;
    }

    dl {
      display: grid;
      gap: 12px;
    }

    dt {
      font-weight: 650;
    }

    dd {
      margin: 0;
    }

    @media (max-width: 560px), (max-height: 560px) {
      section {
        padding: 16px;
      }
    }
  `];

  @property({ attribute: false }) view: SelfTestView = { counts: NEW_SELF_TEST, isJudging: false, lastOutcome: null, hindrance: null };

  override render(): TemplateResult {
    const { counts } = this.view;
    const report = selfTestReportOf(counts);
    return html`<div class="head">
        <h1>How well does Lintel tell you from a picture?</h1>
        <a class="way" href="#settings">Back to Settings</a>
      </div>
      <p class="words">
        ${SELF_TEST_ATTEMPTS} attempts in person, ${SELF_TEST_ATTEMPTS} with a phone, ${SELF_TEST_ATTEMPTS} with a print. Each is judged as at
        the door, in the mode that is set. Nothing is kept but how many were accepted.
      </p>
      ${this.#step(nextOf(counts))} ${results(report)}`;
  }

  #step(kind: SelfTestKind | null): TemplateResult {
    const { counts, isJudging, lastOutcome, hindrance } = this.view;
    const outcome = html`<p role="status">${lastOutcome ?? nothing}</p>`;
    if (kind === null) {
      return html`<section>
        <h2>All attempts are made</h2>
        ${outcome}
        <div class="buttons">${this.#button('Start over', { kind: 'start-over' })}</div>
      </section>`;
    }
    return html`<section>
      <h2>${PRESENTED[kind]}</h2>
      <p class="words">${HOW_TO_PRESENT[kind]}</p>
      <p class="numbers">${progressText(counts[kind].attempts)}</p>
      <progress aria-label="Attempts made" max=${SELF_TEST_ATTEMPTS} .value=${counts[kind].attempts}></progress>
      ${outcome}
      ${hindrance === null ? nothing : html`<p>${hindrance}</p>`}
      <div class="buttons">
        ${isJudging
          ? this.#button('Stop this attempt', { kind: 'stop' })
          : html`<button class="primary" ?disabled=${hindrance !== null} @click=${() => this.#ask({ kind: 'present', presented: kind })}>Judge now</button>`}
        ${counts.live.attempts > 0 && !isJudging ? this.#button('Start over', { kind: 'start-over' }) : nothing}
      </div>
    </section>`;
  }

  #button(label: string, intent: SelfTestIntent): TemplateResult {
    return html`<button @click=${() => this.#ask(intent)}>${label}</button>`;
  }

  #ask(intent: SelfTestIntent): void {
    this.dispatchEvent(new SelfTestEvent(intent));
  }
}

function results(report: SelfTestReport): TemplateResult {
  const rateOf = (kind: SelfTestKind) => (kind === 'live' ? report.bpcer : report.apcer[kind]);
  const conclusion = conclusionText(report);
  return html`<section>
    <h2>What the attempts show</h2>
    <dl class="numbers">
      ${SELF_TEST_KINDS.map((kind) => html`<div><dt>${PRESENTED[kind]}</dt><dd>${selfTestRateText(kind, rateOf(kind))}</dd></div>`)}
    </dl>
    ${conclusion === null ? nothing : html`<p class="words">${conclusion}</p>`}
  </section>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-self-test': LintelSelfTest;
  }
  interface HTMLElementEventMap {
    [SelfTestEvent.type]: SelfTestEvent;
  }
}
