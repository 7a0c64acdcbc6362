/** On Verify, while too many verifications have failed: how long nobody is verified, and the way out. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { LockView } from '../lock-view';
import { waitText } from '../lock-words';
import { send } from '../send';

/** The status has said it once; the time that is left is not read out every second. */
export function verifyWait(host: EventTarget, { verifyWaitMs }: LockView): TemplateResult | typeof nothing {
  if (verifyWaitMs === 0) return nothing;
  return html`<p class="numbers" role="timer">${msg(str`The next verification is taken in ${waitText(verifyWaitMs)}, while Lintel is open.`)}</p>
    <button type="button" @click=${() => send(host, { kind: 'lock', ask: { kind: 'unlock' } })}>${msg('End the wait with the PIN…')}</button>`;
}
