/** Beside the camera on Enrol: who it is. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '../parts/consent-form';
import '../parts/photo-enrol';
import { sampleGuide, sampleGuideStyles } from '../parts/sample-guide';
import { send } from '../send';
import { cameraOffText, formatScore, nameProblemText, qualityHint } from '../strings';
import { shared } from '../tokens';
import type { ViewState } from '../view';

@localized()
@customElement('lintel-enrol-panel')
export class LintelEnrolPanel extends LitElement {
  static override readonly styles = [shared, sampleGuideStyles, css`
    :host {
      display: grid;
      gap: 12px;
      align-content: start;
    }

    label {
      display: grid;
      gap: 4px;
      font-weight: 650;
    }

    input {
      inline-size: 100%;
      min-inline-size: 0;
    }

    input[aria-invalid='true'] {
      border-color: var(--bad);
    }

    .resemblance {
      display: grid;
      gap: 8px;
      padding: 12px;
      border: 1px solid var(--line);
      border-inline-start: 6px solid var(--doubt);
      border-radius: 12px;
    }

    .answers {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }

    .problem {
      color: var(--bad);
    }

    /* It stays for whoever listens, and takes no room. */
    .problem:empty {
      position: absolute;
    }
  `];

  @property({ attribute: false }) state!: ViewState;

  @query('input') private readonly _input!: HTMLInputElement;

  override render(): TemplateResult {
    const { typedName, nameProblem } = this.state;
    return html`<label>
        ${msg('Name')}
        <input
          type="text"
          name="person"
          autocomplete="off"
          autocapitalize="words"
          spellcheck="false"
          dir="auto"
          .value=${typedName}
          aria-invalid=${nameProblem === null ? 'false' : 'true'}
          aria-describedby="problem"
          @input=${() => send(this, { kind: 'type-name', name: this._input.value })}
        />
      </label>
      <p id="problem" class="problem" aria-live="polite">${nameProblem === null ? nothing : nameProblemText(nameProblem)}</p>
      ${this.#asksConsent() ? html`<lintel-consent-form .view=${this.state.rights.consent}></lintel-consent-form>` : nothing}
      ${this.#resemblance()} ${sampleGuide(this, this.state.session.phase)}
      ${this.#hint()}
      <lintel-photo-enrol .state=${this.state}></lintel-photo-enrol>`;
  }

  override updated(changed: PropertyValues<this>): void {
    // Once, when the problem appears: the state changes with every frame, and the focus must stay free to leave.
    const before = changed.get('state');
    if (this.state.nameProblem !== null && (before?.nameProblem ?? null) === null) this._input.focus();
    // What the guide asks for now stands at the top, and whoever agreed has scrolled down.
    const isEnrolledNow = this.state.session.phase.kind === 'enrolled' && before?.session.phase.kind === 'saving';
    if (isEnrolledNow) this.scrollIntoView({ block: 'start' });
  }

  /** Whoever gives more samples has given consent before. */
  #asksConsent(): boolean {
    const { session, typedName, photos } = this.state;
    return typedName.trim() !== '' || (session.phase.kind !== 'enrolled' && photos === null);
  }

  #resemblance(): TemplateResult | typeof nothing {
    const { resemblance } = this.state;
    if (resemblance === null) return nothing;
    return html`<div class="resemblance" role="group" aria-label=${msg('Resemblance')}>
      <p>
        ${msg(html`This face looks like <bdi>${resemblance.name}</bdi> (${formatScore(resemblance.score)}). Is it <bdi>${resemblance.name}</bdi>?`)}
      </p>
      <div class="answers">
        <button type="button" @click=${() => send(this, { kind: 'merge-resembling' })}>${msg('Yes, keep one')}</button>
        <button type="button" @click=${() => send(this, { kind: 'keep-resembling' })}>${msg('No, keep both')}</button>
      </div>
    </div>`;
  }

  /** Nothing while the guide says what to do. */
  #hint(): TemplateResult | typeof nothing {
    const { hint, phase } = this.state.session;
    switch (phase.kind) {
      case 'counting':
        return html`<p>${msg('Look at the camera. The picture is taken when the count is over.')}</p>`;
      case 'capturing':
        return html`<p>${hint === null ? msg('Hold still.') : qualityHint(hint)}</p>`;
      case 'enrolled':
        return nothing;
      case 'off':
        return html`<p>${cameraOffText(this.state)}</p>`;
      default:
        return html`<p>${msg('Face the light, look straight at the camera, and capture.')}</p>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-enrol-panel': LintelEnrolPanel;
  }
}
