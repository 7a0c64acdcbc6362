/** Beside the camera on Verify: what the verdict rests on. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { scoreList, scoreStyles } from '../parts/scores';
import { cameraOffText } from '../strings';
import { shared } from '../tokens';
import type { ViewState } from '../view';

@customElement('lintel-verify-panel')
export class LintelVerifyPanel extends LitElement {
  static override readonly styles = [shared, scoreStyles, css`
    :host {
      display: grid;
      gap: 12px;
      align-content: start;
    }
  `];

  @property({ attribute: false }) state!: ViewState;

  override render(): TemplateResult {
    const { phase } = this.state.session;
    if (phase.kind === 'judged' && phase.verdict.kind !== 'empty-gallery') {
      return html`${scoreList(phase.verdict)}
        <p class="small muted">
          A score is how alike two faces look to the network, from −1 to 1. It is not a probability. There is no
          liveness check yet: a good photograph can pass.
        </p>`;
    }
    return html`<p>${this.#hint()}</p>
      ${this.#strangers()}`;
  }

  #hint(): string {
    const { session, settings, people } = this.state;
    if (people.length > 0 && !people.some(({ isComparable }) => isComparable)) {
      return 'Nobody here can be recognised by this model. Enrol them again.';
    }
    switch (session.phase.kind) {
      case 'counting':
        return 'Look at the camera. The picture is taken when the count is over.';
      case 'capturing':
        return 'Hold still.';
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
      ${others} of ${this.state.people.length} were enrolled with another model and cannot be recognised.
      <a href="#people">See who</a>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-verify-panel': LintelVerifyPanel;
  }
}
