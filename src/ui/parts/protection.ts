/** In Settings: how people are encrypted, and what that stops. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Protection } from '../../sealing/data-key';
import type { ProtectionAsk, ProtectionDialog } from '../protection-view';
import { keyObstacleText, protectionWords } from '../protection-words';
import { factStyles, sectionStyles } from '../section-styles';
import { send } from '../send';
import { shared } from '../tokens';
import type { ViewState } from '../view';
import { protectionFacts } from './protection-facts';
import { protectionProgress } from './protection-progress';

@localized()
@customElement('lintel-protection')
export class LintelProtection extends LitElement {
  static override readonly styles = [shared, sectionStyles, factStyles];

  @property({ attribute: false }) view!: ViewState;

  override render(): TemplateResult | typeof nothing {
    const { kind, busy, keyObstacle } = this.view.protection;
    if (kind === null) return nothing;
    const { name } = protectionWords(kind);
    const isOff = busy !== null || this.view.gallery.kind !== 'ready';
    return html`<section aria-labelledby="title">
      <h2 id="title">${msg(str`Protection: ${name}`)}</h2>
      ${protectionFacts(kind)} ${protectionProgress(this, busy)}
      ${keyObstacle === null ? nothing : html`<p class="small muted">${keyObstacleText(keyObstacle)}</p>`}
      <div class="buttons">
        ${kind === 'device'
          ? nothing
          : html`<button type="button" class="primary" ?disabled=${isOff} @click=${() => this.#ask({ kind: 'lock' })}>${msg('Lock now')}</button>`}
        ${this.#same(kind, isOff)} ${this.#others(kind).map((to) => this.#button(protectionWords(to).choose, isOff, { kind: 'change', to }))}
        ${this.#button(msg('Erase everything…'), busy !== null, { kind: 'erase' })}
      </div>
    </section>`;
  }

  /** Another passphrase or another key, with the protection as it is. */
  #same(kind: Protection, isOff: boolean): TemplateResult | typeof nothing {
    if (kind === 'passphrase') return this.#button(msg('Change the passphrase…'), isOff, { kind: 'current-passphrase', isWrong: false });
    const isOffered = kind === 'security-key' && this.view.protection.keyObstacle === null;
    return isOffered ? this.#button(msg('Use another security key…'), isOff, { kind: 'change', to: kind }) : nothing;
  }

  #others(kind: Protection): Protection[] {
    const canUseKey = this.view.protection.keyObstacle === null;
    return (['passphrase', 'security-key', 'device'] as const).filter((other) => other !== kind && (canUseKey || other !== 'security-key'));
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
