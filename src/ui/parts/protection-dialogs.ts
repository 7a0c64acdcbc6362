/** Questions about the encryption of people. */
import { html, nothing, type TemplateResult } from 'lit';
import { MIN_PASSPHRASE_CHARACTERS } from '../../sealing/passphrase';
import type { ProtectionAsk, ProtectionDialog } from '../protection-view';
import { PROTECTION_WORDS, REMNANTS } from '../protection-words';
import { send } from '../send';
import './passphrase-form';
import type { PassphraseEvent } from './passphrase-form';

/** `dismiss` closes the dialog. */
export function protectionDialog(host: EventTarget, about: ProtectionDialog, dismiss: (event: Event) => void): TemplateResult {
  const ask = (wanted: ProtectionAsk): void => send(host, { kind: 'protection', ask: wanted });
  switch (about.kind) {
    case 'set-passphrase':
      return html`<h2 id="title">Protect with a passphrase</h2>
        <p>${PROTECTION_WORDS.passphrase.how} Take at least ${MIN_PASSPHRASE_CHARACTERS} characters.</p>
        <p>It does not stop ${PROTECTION_WORDS.passphrase.doesNotStop}</p>
        <p class="small muted">${REMNANTS}</p>
        ${newPassphrase('Protect', (passphrase) => ask({ kind: 'protect', passphrase }), dismiss)}`;
    case 'current-passphrase':
      return html`<h2 id="title">Change the passphrase</h2>
        ${about.isWrong ? html`<p role="alert">That is not the passphrase.</p>` : nothing}
        <lintel-passphrase-form
          label="Current passphrase"
          action="Next"
          @cancel=${dismiss}
          @lintel-passphrase=${({ detail }: PassphraseEvent) => ask({ kind: 'current-passphrase', passphrase: detail })}
        ></lintel-passphrase-form>`;
    case 'new-passphrase':
      return html`<h2 id="title">Change the passphrase</h2>
        <p>Backups keep the passphrase that they were written under.</p>
        ${newPassphrase('Change', (passphrase) => ask({ kind: 'new-passphrase', passphrase }), dismiss)}`;
    case 'keep-on-device':
      return html`<h2 id="title">Keep the key on this device?</h2>
        <p>${PROTECTION_WORDS.device.how}</p>
        <p>It does not stop ${PROTECTION_WORDS.device.doesNotStop}</p>
        ${question('Keep it here', () => ask({ kind: 'protect', passphrase: null }), dismiss)}`;
    case 'erase':
      return html`<h2 id="title">Erase everything?</h2>
        <p>Everybody, their templates, the settings and the key are deleted from this browser. This cannot be undone; only a backup brings people back.</p>
        ${question('Erase everything', () => ask({ kind: 'erase' }), dismiss)}`;
  }
}

function newPassphrase(action: string, then: (passphrase: string) => void, dismiss: (event: Event) => void): TemplateResult {
  return html`<lintel-passphrase-form
    label="New passphrase"
    action=${action}
    .isNew=${true}
    @cancel=${dismiss}
    @lintel-passphrase=${({ detail }: PassphraseEvent) => then(detail)}
  ></lintel-passphrase-form>`;
}

function question(yes: string, then: () => void, dismiss: (event: Event) => void): TemplateResult {
  return html`<div class="buttons">
    <button type="button" autofocus @click=${dismiss}>Cancel</button>
    <button type="button" class="danger" @click=${then}>${yes}</button>
  </div>`;
}
