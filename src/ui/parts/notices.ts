/** Faults and notices: what happened, and the way out. */
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { FaultRecord } from '../../core/fault';
import { faultWords } from '../fault-words';
import { send } from '../send';
import type { Intent } from '../view';

export const noticeStyles = css`
  .notice {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 16px;
    border: 1px solid var(--line);
    border-inline-start: 6px solid var(--doubt);
    border-radius: var(--radius);
    background: var(--surface);
  }

  .notice.fault {
    border-inline-start-color: var(--bad);
  }

  .notice p {
    overflow-wrap: anywhere;
  }

  .notice .ways-out {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  @media (max-height: 560px), (max-width: 560px) {
    .notice {
      gap: 4px;
      padding: 8px 12px;
      font-size: 0.9375rem;
    }
  }
`;

/** A fault with its words and its way out; `dismissal` is sent when a person has read one that is over. */
export function faultNotice(host: EventTarget, fault: FaultRecord, dismissal: Intent | null = null): TemplateResult {
  const { title, text, wayOut } = faultWords(fault);
  return html`<div class="notice fault" role="alert" data-fault=${fault.code}>
    <h2>${title}</h2>
    <p>${text}</p>
    <div class="ways-out">
      ${wayOut === null ? nothing : wayOutButton(host, wayOut.label, wayOut.intent)}
      ${dismissal === null ? nothing : wayOutButton(host, msg('Understood'), dismissal)}
    </div>
  </div>`;
}

/** The script of a screen could not be loaded: the browser has let go of what it kept, and Lintel is not served. */
export function missingScreen(host: EventTarget): TemplateResult {
  return html`<div class="notice fault" role="alert">
    <p>${msg('This screen could not be loaded. Nothing was lost. See that Lintel is running on this device, then reload.')}</p>
    ${wayOutButton(host, msg('Reload the page'), { kind: 'reload-page' })}
  </div>`;
}

function wayOutButton(host: EventTarget, label: string, intent: Intent): TemplateResult {
  return html`<button type="button" @click=${() => send(host, intent)}>${label}</button>`;
}
