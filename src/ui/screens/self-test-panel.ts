/** Beside the camera: the guided self-test of liveness, twenty attempts each in person, with a phone and with a print. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { NEW_SELF_TEST, nextOf, SELF_TEST_ATTEMPTS, SELF_TEST_KINDS, type SelfTest, type SelfTestKind, selfTestReportOf } from '../../decision/liveness/self-test';
import { conclusionText, howToPresentText, presentedText, progressText, selfTestRateText } from '../self-test-words';
import { send } from '../send';
import { shared } from '../tokens';

@localized()
@customElement('lintel-self-test-panel')
export class LintelSelfTestPanel extends LitElement {
  static override readonly styles = [shared, css`
    :host {
      display: grid;
      gap: 12px;
      align-content: start;
    }

    progress {
      inline-size: 100%;
    }

    dl {
      display: grid;
      gap: 8px;
    }

    dt {
      font-weight: 650;
    }

    dd {
      margin: 0;
    }
  `];

  @property({ attribute: false }) counts: SelfTest = NEW_SELF_TEST;

  override render(): TemplateResult {
    const { counts } = this;
    return html`<p class="small muted">
        ${msg('Each attempt is judged as at the door, in the mode that is set. Only how many were accepted is kept, until you leave.')}
      </p>
      ${step(nextOf(counts), counts)} ${results(counts)}
      ${counts.live.attempts === 0 ? nothing : html`<p><button type="button" @click=${() => send(this, { kind: 'restart-self-test' })}>${msg('Start over')}</button></p>`}`;
  }
}

function step(kind: SelfTestKind | null, counts: SelfTest): TemplateResult {
  if (kind === null) return html`<h2>${msg('All attempts are made')}</h2>`;
  return html`<h2>${presentedText(kind)}</h2>
    <p class="numbers">${progressText(counts[kind].attempts)}</p>
    <progress aria-label=${msg('Attempts made')} max=${SELF_TEST_ATTEMPTS} .value=${counts[kind].attempts}></progress>
    <p>${howToPresentText(kind)}</p>`;
}

function results(counts: SelfTest): TemplateResult {
  const report = selfTestReportOf(counts);
  const conclusion = conclusionText(report);
  return html`<h2>${msg('What the attempts show')}</h2>
    <dl class="numbers">
      ${SELF_TEST_KINDS.map(
        (kind) => html`<div><dt>${presentedText(kind)}</dt><dd>${selfTestRateText(kind, kind === 'live' ? report.bpcer : report.apcer[kind])}</dd></div>`,
      )}
    </dl>
    ${conclusion === null ? nothing : html`<p class="small">${conclusion}</p>`}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-self-test-panel': LintelSelfTestPanel;
  }
}
