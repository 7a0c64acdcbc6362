/** What stands in place of everything else while people are locked. */
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Protection } from '../../sealing/data-key';
import type { Opener } from '../protection-view';
import { send } from '../send';
import type { GalleryView } from '../view';
import './passphrase-form';
import type { PassphraseEvent } from './passphrase-form';
import { stopWaiting } from './protection-progress';

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

  .unlock .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    justify-content: flex-end;
  }

  .unlock progress {
    inline-size: 100%;
  }
`;

type Locked = Extract<GalleryView, { kind: 'locked' }>;

/** `isWrong`: what was typed or touched does not open them. */
export function unlock(host: EventTarget, locked: Locked, protection: Protection | null): TemplateResult {
  const open = (by: Opener): void => send(host, { kind: 'protection', ask: { kind: 'unlock', by } });
  return html`<main class="page">
    <section class="unlock" aria-labelledby="locked">
      <h1 id="locked">${msg('Locked')}</h1>
      ${protection === 'security-key' ? byKey(host, locked, open) : byPassphrase(locked, open)}
      <details>
        <summary>${protection === 'security-key' ? msg('Lost?') : msg('Forgotten?')}</summary>
        <p>
          ${protection === 'security-key'
            ? msg('Nobody can open what is here without the security key. Erase everything, then restore a backup.')
            : msg('Nobody can open what is here without the passphrase. Erase everything, then restore a backup under a new one.')}
        </p>
        <button type="button" @click=${() => send(host, { kind: 'protection', ask: { kind: 'open-dialog', about: { kind: 'erase' } } })}>
          ${msg('Erase everything…')}
        </button>
      </details>
    </section>
  </main>`;
}

function byPassphrase({ isWrong, isBusy }: Locked, open: (by: Opener) => void): TemplateResult {
  return html`<p>${msg('People are encrypted under a passphrase. Nobody is recognised before it is typed.')}</p>
    ${isWrong ? html`<p role="alert">${msg('That is not the passphrase. Nothing was changed.')}</p>` : nothing}
    <lintel-passphrase-form
      action=${isBusy ? msg('Unlocking…') : msg('Unlock')}
      .canCancel=${false}
      .isBusy=${isBusy}
      @lintel-passphrase=${({ detail }: PassphraseEvent) => open({ kind: 'passphrase', passphrase: detail })}
    ></lintel-passphrase-form>`;
}

function byKey(host: EventTarget, { isWrong, isBusy }: Locked, open: (by: Opener) => void): TemplateResult {
  return html`<p>${msg('People are encrypted under a security key. Plug it in, press Unlock, and touch it when Chromium asks.')}</p>
    <div aria-live="polite">${isBusy ? html`<label>${msg('Touch your security key…')}<progress></progress></label>` : nothing}</div>
    ${isWrong
      ? html`<p role="alert">${msg('No security key answered, or another one did. Nothing was changed.')}</p>`
      : nothing}
    <div class="buttons">
      ${isBusy ? stopWaiting(host) : nothing}
      <button type="button" class="primary" ?disabled=${isBusy} @click=${() => open({ kind: 'security-key' })}>${msg('Unlock')}</button>
    </div>`;
}
