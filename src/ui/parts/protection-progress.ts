/** What is waited for while the protection changes. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { ProtectionView } from '../protection-view';
import { send } from '../send';

/** To be laid out by `sectionStyles`. */
export function protectionProgress(host: EventTarget, busy: ProtectionView['busy']): TemplateResult {
  const isTouch = busy === 'touching';
  const text = isTouch
    ? msg('Follow Chromium and touch your security key. You are asked twice: to add the key, and to try it.')
    : msg('Encrypting everybody anew…');
  return html`<div aria-live="polite">${busy === null ? nothing : html`<label>${text}<progress></progress></label>`}</div>
    ${isTouch ? html`<div class="buttons">${stopWaiting(host)}</div>` : nothing}`;
}

/** A way out where Chromium shows none. */
export function stopWaiting(host: EventTarget): TemplateResult {
  return html`<button type="button" @click=${() => send(host, { kind: 'protection', ask: { kind: 'stop-waiting' } })}>${msg('Stop waiting')}</button>`;
}
