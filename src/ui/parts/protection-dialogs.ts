/** Questions about the encryption of people. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Protection } from '../../sealing/data-key';
import { passphraseProblemText } from '../backup-words';
import type { ProtectionAsk, ProtectionDialog } from '../protection-view';
import { remnantsText } from '../protection-words';
import { send } from '../send';
import './passphrase-form';
import type { PassphraseEvent } from './passphrase-form';
import { protectionFacts } from './protection-facts';

/** `dismiss` closes the dialog. */
export function protectionDialog(host: EventTarget, about: ProtectionDialog, dismiss: (event: Event) => void): TemplateResult {
  const ask = (wanted: ProtectionAsk): void => send(host, { kind: 'protection', ask: wanted });
  switch (about.kind) {
    case 'change':
      return change(about.to, ask, dismiss);
    case 'current-passphrase':
      return html`<h2 id="title">${msg('Change the passphrase')}</h2>
        ${about.isWrong ? html`<p role="alert">${msg('That is not the passphrase.')}</p>` : nothing}
        <lintel-passphrase-form
          label=${msg('Current passphrase')}
          action=${msg('Next')}
          @cancel=${dismiss}
          @lintel-passphrase=${({ detail }: PassphraseEvent) => ask({ kind: 'current-passphrase', passphrase: detail })}
        ></lintel-passphrase-form>`;
    case 'new-passphrase':
      return html`<h2 id="title">${msg('Change the passphrase')}</h2>
        <p>${msg('Backups keep the passphrase that they were written under.')}</p>
        ${newPassphrase(msg('Change'), (passphrase) => ask({ kind: 'new-passphrase', passphrase }), dismiss)}`;
    case 'erase':
      return html`<h2 id="title">${msg('Erase everything?')}</h2>
        <p>${msg('Everybody, their templates, the settings and the key are deleted from this browser. This cannot be undone; only a backup brings people back.')}</p>
        ${question(msg('Erase everything'), () => ask({ kind: 'erase' }), dismiss)}`;
  }
}

function change(to: Protection, ask: (wanted: ProtectionAsk) => void, dismiss: (event: Event) => void): TemplateResult {
  switch (to) {
    case 'device':
      return html`<h2 id="title">${msg('Keep the key on this device?')}</h2>
        ${protectionFacts(to)} ${question(msg('Keep it here'), () => ask({ kind: 'protect', by: { kind: to } }), dismiss)}`;
    case 'passphrase':
      return html`<h2 id="title">${msg('Protect with a passphrase')}</h2>
        ${protectionFacts(to)}
        <p>${passphraseProblemText('too-short')}</p>
        <p class="small muted">${remnantsText()}</p>
        ${newPassphrase(msg('Protect'), (passphrase) => ask({ kind: 'protect', by: { kind: to, passphrase } }), dismiss)}`;
    case 'security-key':
      return html`<h2 id="title">${msg('Protect with a security key')}</h2>
        ${protectionFacts(to)}
        <p>${msg('A FIDO2 key with a PIN or a fingerprint is needed. Make a backup first: there is no second key to these data.')}</p>
        <p class="small muted">${remnantsText()}</p>
        ${question(msg('Touch the key'), () => ask({ kind: 'protect', by: { kind: to } }), dismiss, 'primary')}`;
  }
}

function newPassphrase(action: string, then: (passphrase: string) => void, dismiss: (event: Event) => void): TemplateResult {
  return html`<lintel-passphrase-form
    label=${msg('New passphrase')}
    action=${action}
    .isNew=${true}
    @cancel=${dismiss}
    @lintel-passphrase=${({ detail }: PassphraseEvent) => then(detail)}
  ></lintel-passphrase-form>`;
}

function question(yes: string, then: () => void, dismiss: (event: Event) => void, look: 'primary' | 'danger' = 'danger'): TemplateResult {
  return html`<div class="buttons">
    <button type="button" autofocus @click=${dismiss}>${msg('Cancel')}</button>
    <button type="button" class=${look} @click=${then}>${yes}</button>
  </div>`;
}
