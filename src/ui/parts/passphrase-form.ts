/** Asks for a passphrase: an existing one once, a new one twice. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { MIN_PASSPHRASE_CHARACTERS, passphraseProblem, type PassphraseProblem } from '../../sealing/passphrase';
import { passphraseProblemText } from '../backup-words';
import { shared } from '../tokens';

/** A passphrase that was typed and is fit to be used. */
export class PassphraseEvent extends CustomEvent<string> {
  static readonly type = 'lintel-passphrase';

  constructor(passphrase: string) {
    super(PassphraseEvent.type, { detail: passphrase });
  }
}

@localized()
@customElement('lintel-passphrase-form')
export class LintelPassphraseForm extends LitElement {
  static override readonly styles = [shared, css`
    form,
    label {
      display: grid;
      gap: 4px;
    }

    form {
      gap: 16px;
    }

    label {
      font-weight: 650;
    }

    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      justify-content: flex-end;
    }

    .problem {
      color: var(--bad);
    }
  `];

  /** What is asked for, as its field says it; a passphrase where nothing is said. */
  @property() label = '';
  /** What the button says; that it opens where nothing is said. */
  @property() action = '';
  /** True for a new passphrase, which is typed twice. */
  @property({ type: Boolean }) isNew = false;
  @property({ type: Number }) minCharacters = MIN_PASSPHRASE_CHARACTERS;
  /** False where there is no way back. */
  @property({ type: Boolean }) canCancel = true;
  @property({ type: Boolean }) isBusy = false;

  @state() private _isShown = false;
  @state() private _problem: PassphraseProblem | null = null;

  @query('#typed') private readonly _typed!: HTMLInputElement;
  @query('#repeated') private readonly _repeated!: HTMLInputElement | null;

  override render(): TemplateResult {
    const label = this.label === '' ? msg('Passphrase') : this.label;
    return html`<form @submit=${this.#submit}>
      ${this.#field('typed', label)} ${this.isNew ? this.#field('repeated', msg(str`${label}, again`)) : nothing}
      ${this._problem === null ? nothing : html`<p class="problem" role="alert">${passphraseProblemText(this._problem, this.minCharacters)}</p>`}
      <div class="buttons">
        <button type="button" aria-pressed=${this._isShown ? 'true' : 'false'} @click=${() => (this._isShown = !this._isShown)}>
          ${this._isShown ? msg('Hide') : msg('Show')}
        </button>
        ${this.canCancel ? html`<button type="button" @click=${() => this.dispatchEvent(new Event('cancel'))}>${msg('Cancel')}</button>` : nothing}
        <button type="submit" class="primary" ?disabled=${this.isBusy}>${this.action === '' ? msg('Open') : this.action}</button>
      </div>
    </form>`;
  }

  override firstUpdated(): void {
    this._typed.focus();
  }

  #field(id: string, label: string): TemplateResult {
    return html`<label>
      ${label}
      <input
        id=${id}
        class="passphrase"
        type=${this._isShown ? 'text' : 'password'}
        autocomplete=${this.isNew ? 'new-password' : 'off'}
        autocapitalize="off"
        spellcheck="false"
        @input=${() => (this._problem = null)}
      />
    </label>`;
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    const typed = this._typed.value;
    this._problem = this._repeated === null ? (typed === '' ? 'too-short' : null) : passphraseProblem(typed, this._repeated.value, this.minCharacters);
    if (this._problem !== null || this.isBusy) return;
    this._typed.value = '';
    if (this._repeated !== null) this._repeated.value = '';
    this.dispatchEvent(new PassphraseEvent(typed));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-passphrase-form': LintelPassphraseForm;
  }
}
