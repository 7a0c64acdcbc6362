/** Asks for consent before somebody is enrolled: a text, a box, who enters it, and who consents for a child. */
import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ADULT_FROM_YEARS, type ConsentDraft } from '../../decision/consent';
import { childWarning, consentProblemText, consentText } from '../consent-words';
import type { ConsentView } from '../rights-view';
import { send } from '../send';
import { shared } from '../tokens';

@customElement('lintel-consent-form')
export class LintelConsentForm extends LitElement {
  static override readonly styles = [shared, css`
    fieldset {
      display: grid;
      gap: 8px;
      margin: 0;
      padding: 12px 16px 16px;
      border: 1px solid var(--line);
      border-radius: 12px;
      min-inline-size: 0;
    }

    legend {
      padding-inline: 4px;
      font-weight: 650;
    }

    label {
      display: grid;
      gap: 4px;
      font-weight: 650;
    }

    .check {
      grid-template-columns: auto minmax(0, 1fr);
      gap: 12px;
      align-items: center;
      min-block-size: 48px;
    }

    input[type='text'] {
      inline-size: 100%;
      min-inline-size: 0;
    }

    input[type='checkbox'] {
      inline-size: 24px;
      block-size: 24px;
      margin: 0;
      accent-color: var(--accent);
    }

    input[aria-invalid='true'] {
      border-color: var(--bad);
      outline: 1px solid var(--bad);
    }

    .warning {
      padding-inline-start: 12px;
      border-inline-start: 6px solid var(--doubt);
    }

    @media (max-height: 560px), (max-width: 560px) {
      fieldset {
        gap: 4px;
        padding: 4px 12px 12px;
      }

      .small {
        font-size: 0.8125rem;
      }
    }

    .problem {
      color: var(--bad);
    }

    /* It stays for whoever listens, and takes no room. */
    .problem:empty {
      position: absolute;
    }
  `];

  @property({ attribute: false }) view!: ConsentView;

  override render(): TemplateResult {
    const { draft, problem } = this.view;
    const { isAgreed, enteredBy, isChild, guardian } = draft;
    return html`<fieldset>
      <legend>${msg('Consent')}</legend>
      <p class="small muted">${consentText()}</p>
      ${this.#check(
        'agreed',
        isChild ? msg('A parent or guardian has read this and agrees') : msg('This person has read this and agrees'),
        isAgreed,
        (checked) => ({ isAgreed: checked }),
      )}
      ${this.#check('child', msg(str`The person is under ${ADULT_FROM_YEARS}`), isChild, (checked) => ({ isChild: checked }))}
      <p class=${isChild ? 'warning small' : 'visually-hidden'} aria-live="polite">${isChild ? childWarning(ADULT_FROM_YEARS) : nothing}</p>
      ${isChild ? this.#text('guardian', msg('Parent or guardian'), guardian, '', (value) => ({ guardian: value })) : nothing}
      ${this.#text('entered-by', msg('Entered by'), enteredBy, msg('the person themselves'), (value) => ({ enteredBy: value }))}
      <p id="problem" class="problem" aria-live="polite">${problem === null ? nothing : consentProblemText(problem)}</p>
    </fieldset>`;
  }

  override updated(changed: PropertyValues<this>): void {
    const { problem } = this.view;
    // Once, when the problem appears: the focus must stay free to leave.
    if (problem === null || problem === (changed.get('view')?.problem ?? null)) return;
    this.renderRoot.querySelector<HTMLInputElement>(`input[name='${problem.field}']`)?.focus();
  }

  #check(name: string, label: string, isChecked: boolean, changeOf: (checked: boolean) => Partial<ConsentDraft>): TemplateResult {
    return html`<label class="check">
      <input
        type="checkbox"
        class="consent"
        name=${name}
        .checked=${isChecked}
        aria-invalid=${this.#isWrong(name)}
        aria-describedby="problem"
        @change=${(event: Event) => this.#fill(changeOf((event.target as HTMLInputElement).checked))}
      />
      ${label}
    </label>`;
  }

  #text(name: string, label: string, value: string, placeholder: string, changeOf: (value: string) => Partial<ConsentDraft>): TemplateResult {
    return html`<label>
      ${label}
      <input
        type="text"
        name=${name}
        autocomplete="off"
        spellcheck="false"
        dir="auto"
        placeholder=${placeholder}
        .value=${value}
        aria-invalid=${this.#isWrong(name)}
        aria-describedby="problem"
        @input=${(event: Event) => this.#fill(changeOf((event.target as HTMLInputElement).value))}
      />
    </label>`;
  }

  #isWrong(name: string): 'true' | 'false' {
    return this.view.problem?.field === name ? 'true' : 'false';
  }

  #fill(change: Partial<ConsentDraft>): void {
    send(this, { kind: 'rights', ask: { kind: 'fill-consent', change } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-consent-form': LintelConsentForm;
  }
}
