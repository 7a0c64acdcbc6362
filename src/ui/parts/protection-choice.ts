/** On the first run: how people will be encrypted. One way is chosen already and needs nothing. */
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Protection } from '../../sealing/data-key';
import { keyObstacleText, protectionWords } from '../protection-words';
import { send } from '../send';
import type { ViewState } from '../view';
import { protectionProgress } from './protection-progress';

export const protectionChoiceStyles = css`
  .protections {
    display: grid;
    gap: 8px;
    inline-size: min(40rem, 100%);
  }

  .protections h2 {
    font-size: 1rem;
  }

  .protections ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .protections button.way {
    display: grid;
    gap: 4px;
    align-content: start;
    inline-size: 100%;
    block-size: 100%;
    padding: 12px;
    text-align: start;
  }

  .protections button.way[aria-pressed='true'] {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }

  .protections button.way span {
    font-weight: 400;
  }

  .protections .buttons {
    display: flex;
  }

  .protections progress {
    inline-size: 100%;
  }
`;

/** Nothing before it is known how people are encrypted now. */
export function protectionChoice(host: EventTarget, { protection, gallery }: ViewState): TemplateResult | typeof nothing {
  const { kind: chosen, busy, keyObstacle } = protection;
  if (chosen === null) return nothing;
  const isOff = busy !== null || gallery.kind !== 'ready';
  const way = (kind: Protection): TemplateResult => {
    const { name, brief } = protectionWords(kind);
    const isBarred = kind === 'security-key' && keyObstacle !== null;
    const choose = (): void => {
      if (kind !== chosen) send(host, { kind: 'protection', ask: { kind: 'open-dialog', about: { kind: 'change', to: kind } } });
    };
    return html`<li>
      <button type="button" class="way" aria-pressed=${kind === chosen ? 'true' : 'false'} ?disabled=${isOff || isBarred} @click=${choose}>
        ${name}<span class="small">${isBarred ? keyObstacleText(keyObstacle) : brief}</span>
      </button>
    </li>`;
  };
  return html`<div class="protections" role="group" aria-labelledby="protections">
    <h2 id="protections">${msg('Names and templates are encrypted. With which key?')}</h2>
    <ul>${(['device', 'passphrase', 'security-key'] as const).map(way)}</ul>
    ${protectionProgress(host, busy)}
    <p class="small muted">${msg('You can change this later in Settings, and lose nobody. Choosing now is safest: nobody has been written under another key.')}</p>
  </div>`;
}
