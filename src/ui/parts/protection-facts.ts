/** How a protection works, what it stops and what it does not. */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Protection } from '../../sealing/data-key';
import { protectionWords } from '../protection-words';

/** To be laid out by `factStyles`. */
export function protectionFacts(kind: Protection): TemplateResult {
  const { how, stops, doesNotStop } = protectionWords(kind);
  return html`<p>${how}</p>
    <dl class="small">
      <dt>${msg('Stops')}</dt>
      <dd>${stops}</dd>
      <dt>${msg('Does not stop')}</dt>
      <dd>${doesNotStop}</dd>
    </dl>`;
}
