/** Beside the camera on Enrol: who it is. */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { send } from '../send';
import { cameraOffText, nameProblemText } from '../strings';
import { shared } from '../tokens';
import type { ViewState } from '../view';

@customElement('lintel-enrol-panel')
export class LintelEnrolPanel extends LitElement {
  static override readonly styles = [shared, css`
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

    .problem {
      color: var(--bad);
    }
  `];

  @property({ attribute: false }) state!: ViewState;

  @query('input') private readonly _input!: HTMLInputElement;

  override render(): TemplateResult {
    const { typedName, nameProblem } = this.state;
    return html`<label>
        Name
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
      <p>${this.#hint()}</p>
      <p class="small muted">Templates are personal data. They stay on this device; enrol only people who agreed.</p>`;
  }

  override updated(changed: PropertyValues<this>): void {
    // Once, when the problem appears: the state changes with every frame, and the focus must stay free to leave.
    const before = changed.get('state')?.nameProblem ?? null;
    if (this.state.nameProblem !== null && before === null) this._input.focus();
  }

  #hint(): string {
    switch (this.state.session.phase.kind) {
      case 'counting':
        return 'Look at the camera. The picture is taken when the count is over.';
      case 'capturing':
        return 'Hold still.';
      case 'enrolled':
        return 'Saved on this device. Type the next name, or go to Verify to try it.';
      case 'off':
        return cameraOffText(this.state);
      default:
        return 'Face the light, look straight at the camera, and capture.';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-enrol-panel': LintelEnrolPanel;
  }
}
