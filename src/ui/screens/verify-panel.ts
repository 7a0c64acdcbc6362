/** Beside the camera on Verify: what the verdict rests on. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { referenceOf } from '../../decision/reference-scores';
import { scoreList, scoreStyles } from '../parts/scores';
import { verdictFeedback, verdictFeedbackStyles } from '../parts/verdict-feedback';
import { send } from '../send';
import { cameraOffText, captureProblemText, falseAcceptText, legacyText, qualityHint } from '../strings';
import { shared } from '../tokens';
import type { ViewState } from '../view';

@customElement('lintel-verify-panel')
export class LintelVerifyPanel extends LitElement {
  static override readonly styles = [shared, scoreStyles, verdictFeedbackStyles, css`
    :host {
      display: grid;
      gap: 12px;
      align-content: start;
    }

    .claim {
      display: grid;
      gap: 4px;
      font-weight: 650;
    }

    .claim select {
      inline-size: 100%;
    }
  `];

  @property({ attribute: false }) state!: ViewState;

  override render(): TemplateResult {
    const { phase } = this.state.session;
    if (phase.kind === 'judged' && phase.verdict.kind !== 'empty-gallery') {
      const { kind, best } = phase.verdict;
      return html`<p class="small">${best.isLegacy === true ? legacyText() : falseAcceptText(referenceOf(this.state.modelId ?? ''), best.score)}</p>
        ${kind === 'match' && best.isLegacy === true ? this.#enrolProperly(best.personId) : nothing}
        ${verdictFeedback(this, this.state)} ${scoreList(phase.verdict, this.state.threshold)}
        <p class="small muted">
          A score is how alike two faces look to the network, from −1 to 1. It is not a probability. There is no
          liveness check yet: a good photograph can pass.
        </p>`;
    }
    return html`<p>${this.#hint()}</p>
      ${this.#claim()} ${this.#strangers()}`;
  }

  #enrolProperly(personId: string): TemplateResult {
    return html`<p>Enrol properly, and you are recognised more surely; the predecessor’s template is then dropped.</p>
      <button type="button" class="primary" @click=${() => send(this, { kind: 'add-samples', personId })}>Enrol properly</button>`;
  }

  /** Whom the verification is about. */
  #claim(): TemplateResult {
    const { people, claim } = this.state;
    return html`<label class="claim">
      Whom to verify
      <select
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          send(this, { kind: 'choose-claim', personId: value === '' ? null : value });
        }}
      >
        <option value="" .selected=${claim === null}>whoever it is</option>
        ${people
          .filter(({ isComparable }) => isComparable)
          .map(({ id, name }) => html`<option value=${id} .selected=${id === claim}>${name}</option>`)}
      </select>
    </label>`;
  }

  #hint(): string {
    const { session, settings, people } = this.state;
    if (people.length > 0 && !people.some(({ isComparable }) => isComparable)) {
      return 'Nobody here can be recognised by the network that runs. Enrol them again, in People.';
    }
    switch (session.phase.kind) {
      case 'counting':
        return 'Look at the camera. The picture is taken when the count is over.';
      case 'capturing':
        return session.hint === null ? 'Hold still.' : qualityHint(session.hint);
      case 'failed':
        return captureProblemText(session.phase.problem);
      case 'off':
        return cameraOffText(this.state);
      default:
        return settings.autoVerify
          ? 'Look at the camera and hold still: the rest goes by itself.'
          : 'Look at the camera, 30 to 60 cm away, and capture.';
    }
  }

  #strangers(): TemplateResult | typeof nothing {
    const others = this.state.people.filter(({ isComparable }) => !isComparable).length;
    if (others === 0) return nothing;
    return html`<p class="small muted">
      ${others} of ${this.state.people.length} ${others === 1 ? 'has' : 'have'} no template of the network that runs, and cannot be recognised.
      <a href="#people">See who</a>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-verify-panel': LintelVerifyPanel;
  }
}
