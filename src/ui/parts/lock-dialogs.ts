/** Questions about the admin lock. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { passphraseProblemText } from '../backup-words';
import type { LockAsk, LockDialog } from '../lock-view';
import { lockForgottenText, lockHowText, MIN_PIN_CHARACTERS, waitText } from '../lock-words';
import { send } from '../send';
import './passphrase-form';
import type { PassphraseEvent } from './passphrase-form';

/** `dismiss` closes the dialog. */
export function lockDialog(host: EventTarget, about: LockDialog, dismiss: (event: Event) => void): TemplateResult {
  const ask = (wanted: LockAsk): void => send(host, { kind: 'lock', ask: wanted });
  switch (about.kind) {
    case 'unlock':
      return html`<h2 id="title">${msg('PIN')}</h2>
        <p>${msg('This needs the PIN. Verifying does not.')}</p>
        ${about.isWrong ? html`<p role="alert">${msg('That is not the PIN.')}</p>` : nothing}
        ${about.waitMs > 0
          ? html`<p class="numbers">${msg(str`Too many wrong tries. The next is taken in ${waitText(about.waitMs)}, while Lintel is open.`)}</p>`
          : nothing}
        <lintel-passphrase-form
          label=${msg('PIN')}
          action=${msg('Unlock')}
          .minCharacters=${MIN_PIN_CHARACTERS}
          .hasKeypad=${true}
          .isBusy=${about.isBusy || about.waitMs > 0}
          @cancel=${dismiss}
          @lintel-passphrase=${({ detail }: PassphraseEvent) => ask({ kind: 'try', secret: detail })}
        ></lintel-passphrase-form>
        <details>
          <summary>${msg('Forgotten?')}</summary>
          <p>${lockForgottenText()}</p>
          <button type="button" @click=${() => send(host, { kind: 'protection', ask: { kind: 'open-dialog', about: { kind: 'erase' } } })}>
            ${msg('Erase everything…')}
          </button>
        </details>`;
    case 'set':
      return html`<h2 id="title">${msg('Set a PIN')}</h2>
        <p>${lockHowText()}</p>
        <p>${passphraseProblemText('too-short', MIN_PIN_CHARACTERS)} ${msg('Letters are taken too: a passphrase is harder to guess and to watch.')}</p>
        <p>${lockForgottenText()}</p>
        <lintel-passphrase-form
          label=${msg('New PIN')}
          action=${msg('Set')}
          .isNew=${true}
          .minCharacters=${MIN_PIN_CHARACTERS}
          @cancel=${dismiss}
          @lintel-passphrase=${({ detail }: PassphraseEvent) => ask({ kind: 'set', secret: detail })}
        ></lintel-passphrase-form>`;
    case 'remove':
      return html`<h2 id="title">${msg('Remove the PIN?')}</h2>
        <p>${msg('Whoever stands before Lintel can then enrol, delete and export people.')}</p>
        <div class="buttons">
          <button type="button" autofocus @click=${dismiss}>${msg('Cancel')}</button>
          <button type="button" class="danger" @click=${() => ask({ kind: 'remove' })}>${msg('Remove')}</button>
        </div>`;
  }
}
