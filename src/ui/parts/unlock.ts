/** What stands in place of everything else while people are locked. */
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { send } from '../send';
import type { GalleryView } from '../view';
import './passphrase-form';
import type { PassphraseEvent } from './passphrase-form';

export const unlockStyles = css`
  .unlock {
    display: grid;
    gap: 16px;
    align-self: center;
    justify-self: center;
    inline-size: min(28rem, 100%);
    padding: 24px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
`;

/** `isWrong`: what was typed is not the passphrase. */
export function unlock(host: EventTarget, { isWrong, isBusy }: Extract<GalleryView, { kind: 'locked' }>): TemplateResult {
  return html`<main class="page">
    <section class="unlock" aria-labelledby="locked">
      <h1 id="locked">${msg('Locked')}</h1>
      <p>${msg('People are encrypted under a passphrase. Nobody is recognised before it is typed.')}</p>
      ${isWrong ? html`<p role="alert">${msg('That is not the passphrase. Nothing was changed.')}</p>` : nothing}
      <lintel-passphrase-form
        action=${isBusy ? msg('Unlocking…') : msg('Unlock')}
        .canCancel=${false}
        .isBusy=${isBusy}
        @lintel-passphrase=${({ detail }: PassphraseEvent) => send(host, { kind: 'protection', ask: { kind: 'unlock', passphrase: detail } })}
      ></lintel-passphrase-form>
      <details>
        <summary>${msg('Forgotten?')}</summary>
        <p>${msg('Nobody can open what is here without the passphrase. Erase everything, then restore a backup under a new one.')}</p>
        <button type="button" @click=${() => send(host, { kind: 'protection', ask: { kind: 'open-dialog', about: { kind: 'erase' } } })}>
          ${msg('Erase everything…')}
        </button>
      </details>
    </section>
  </main>`;
}
