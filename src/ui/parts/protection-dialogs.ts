/** Questions about the encryption of people. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { ProtectionAsk, ProtectionDialog } from '../protection-view';
import { passphraseProblemText } from '../backup-words';
import { protectionWords, remnantsText } from '../protection-words';
import { send } from '../send';
import './passphrase-form';
import type { PassphraseEvent } from './passphrase-form';

/** `dismiss` closes the dialog. */
export function protectionDialog(host: EventTarget, about: ProtectionDialog, dismiss: (event: Event) => void): TemplateResult {
  const ask = (wanted: ProtectionAsk): void => send(host, { kind: 'protection', ask: wanted });
  switch (about.kind) {
    case 'set-passphrase':
      return html`<h2 id="title">${msg('Protect with a passphrase')}</h2>
        <p>${protectionWords('passphrase').how} ${passphraseProblemText('too-short')}</p>
        <p>${msg(str`It does not stop ${protectionWords('passphrase').doesNotStop}`)}</p>
        <p class="small muted">${remnantsText()}</p>
        ${newPassphrase(msg('Protect'), (passphrase) => ask({ kind: 'protect', passphrase }), dismiss)}`;
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
    case 'keep-on-device':
      return html`<h2 id="title">${msg('Keep the key on this device?')}</h2>
        <p>${protectionWords('device').how}</p>
        <p>${msg(str`It does not stop ${protectionWords('device').doesNotStop}`)}</p>
        ${question(msg('Keep it here'), () => ask({ kind: 'protect', passphrase: null }), dismiss)}`;
    case 'erase':
      return html`<h2 id="title">${msg('Erase everything?')}</h2>
        <p>${msg('Everybody, their templates, the settings and the key are deleted from this browser. This cannot be undone; only a backup brings people back.')}</p>
        ${question(msg('Erase everything'), () => ask({ kind: 'erase' }), dismiss)}`;
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

function question(yes: string, then: () => void, dismiss: (event: Event) => void): TemplateResult {
  return html`<div class="buttons">
    <button type="button" autofocus @click=${dismiss}>${msg('Cancel')}</button>
    <button type="button" class="danger" @click=${then}>${yes}</button>
  </div>`;
}
