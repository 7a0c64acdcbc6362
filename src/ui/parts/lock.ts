/** In Settings: the admin lock. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LockAsk } from '../lock-view';
import { LOCK_FORGOTTEN, LOCK_HOW, LOCK_LIMITS } from '../lock-words';
import { sectionStyles } from '../section-styles';
import { send } from '../send';
import { shared } from '../tokens';
import type { LockView } from '../lock-view';

@customElement('lintel-lock')
export class LintelLock extends LitElement {
  static override readonly styles = [shared, sectionStyles];

  @property({ attribute: false }) view!: LockView;

  override render(): TemplateResult {
    const { isSet } = this.view;
    return html`<section aria-labelledby="title">
      <h2 id="title">Admin lock: ${isSet ? 'set' : 'none'}</h2>
      <p>${LOCK_HOW}</p>
      <p class="small muted">${LOCK_LIMITS} ${LOCK_FORGOTTEN}</p>
      <div class="buttons">
        ${isSet
          ? html`<button type="button" class="primary" @click=${() => this.#ask({ kind: 'lock-now' })}>Lock settings now</button>
              <button type="button" @click=${() => this.#ask({ kind: 'open-dialog', about: { kind: 'set' } })}>Change the PIN…</button>
              <button type="button" @click=${() => this.#ask({ kind: 'open-dialog', about: { kind: 'remove' } })}>Remove the PIN…</button>`
          : html`<button type="button" @click=${() => this.#ask({ kind: 'open-dialog', about: { kind: 'set' } })}>Set a PIN…</button>`}
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
