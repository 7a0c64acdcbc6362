/** Faults and notices: what happened, and the way out. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { FaultRecord } from '../../core/fault';
import { faultWords } from '../fault-words';
import { send } from '../send';

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
`;

/** A fault with its words and its way out. */
export function faultNotice(host: EventTarget, fault: FaultRecord): TemplateResult {
  const { title, text, wayOut } = faultWords(fault);
  return html`<div class="notice fault" role="alert" data-fault=${fault.code}>
    <h2>${title}</h2>
    <p>${text}</p>
    ${wayOut === null
      ? nothing
      : html`<button type="button" @click=${() => send(host, wayOut.intent)}>${wayOut.label}</button>`}
  </div>`;
}
