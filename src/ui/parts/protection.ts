/** In Settings: how people are encrypted, and what that stops. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ProtectionAsk, ProtectionDialog } from '../protection-view';
import { protectionWords } from '../protection-words';
import { factStyles, sectionStyles } from '../section-styles';
import { send } from '../send';
import { shared } from '../tokens';
import type { ViewState } from '../view';

@localized()
@customElement('lintel-protection')
export class LintelProtection extends LitElement {
  static override readonly styles = [shared, sectionStyles, factStyles];

  @property({ attribute: false }) view!: ViewState;

  override render(): TemplateResult | typeof nothing {
    const { kind, isBusy } = this.view.protection;
    if (kind === null) return nothing;
    const { name, how, stops, doesNotStop } = protectionWords(kind);
    const isOff = isBusy || this.view.gallery.kind !== 'ready';
    return html`<section aria-labelledby="title">
      <h2 id="title">${msg(str`Protection: ${name}`)}</h2>
      <p>${how}</p>
      <dl class="small">
        <dt>${msg('Stops')}</dt>
        <dd>${stops}</dd>
        <dt>${msg('Does not stop')}</dt>
        <dd>${doesNotStop}</dd>
      </dl>
      ${isBusy ? html`<label>${msg('Encrypting everybody anew…')}<progress></progress></label>` : nothing}
      <div class="buttons">
        ${kind === 'device'
          ? this.#button(msg('Protect with a passphrase…'), isOff, { kind: 'set-passphrase' })
          : html`<button type="button" class="primary" ?disabled=${isOff} @click=${() => this.#ask({ kind: 'lock' })}>${msg('Lock now')}</button>
              ${this.#button(msg('Change the passphrase…'), isOff, { kind: 'current-passphrase', isWrong: false })}
              ${this.#button(msg('Keep the key on this device…'), isOff, { kind: 'keep-on-device' })}`}
        ${this.#button(msg('Erase everything…'), isBusy, { kind: 'erase' })}
      </div>
    </section>`;
  }

  #button(label: string, isOff: boolean, about: ProtectionDialog): TemplateResult {
    return html`<button type="button" ?disabled=${isOff} @click=${() => this.#ask({ kind: 'open-dialog', about })}>${label}</button>`;
  }

  #ask(ask: ProtectionAsk): void {
    send(this, { kind: 'protection', ask });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-protection': LintelProtection;
  }
}
