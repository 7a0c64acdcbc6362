/** In Settings: the admin lock. */
import { localized, msg } from '@lit/localize';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LockAsk } from '../lock-view';
import { lockForgottenText, lockHowText, lockLimitsText } from '../lock-words';
import { sectionStyles } from '../section-styles';
import { send } from '../send';
import { shared } from '../tokens';
import type { LockView } from '../lock-view';

@localized()
@customElement('lintel-lock')
export class LintelLock extends LitElement {
  static override readonly styles = [shared, sectionStyles];

  @property({ attribute: false }) view!: LockView;

  override render(): TemplateResult {
    const { isSet } = this.view;
    return html`<section aria-labelledby="title">
      <h2 id="title">${isSet ? msg('Admin lock: set') : msg('Admin lock: none')}</h2>
      <p>${lockHowText()}</p>
      <p class="small muted">${lockLimitsText()} ${lockForgottenText()}</p>
      <div class="buttons">
        ${isSet
          ? html`<button type="button" class="primary" @click=${() => this.#ask({ kind: 'lock-now' })}>${msg('Lock settings now')}</button>
              <button type="button" @click=${() => this.#ask({ kind: 'open-dialog', about: { kind: 'set' } })}>${msg('Change the PIN…')}</button>
              <button type="button" @click=${() => this.#ask({ kind: 'open-dialog', about: { kind: 'remove' } })}>${msg('Remove the PIN…')}</button>`
          : html`<button type="button" @click=${() => this.#ask({ kind: 'open-dialog', about: { kind: 'set' } })}>${msg('Set a PIN…')}</button>`}
      </div>
    </section>`;
  }

  #ask(ask: LockAsk): void {
    send(this, { kind: 'lock', ask });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-lock': LintelLock;
  }
}
