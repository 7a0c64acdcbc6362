/** In Settings: the recognition networks of this installation, and the way from one to another. */
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { NetworkChoice } from '../../core/manifest';
import { send } from '../send';
import type { ViewState } from '../view';

export const networkChoiceStyles = css`
  .networks {
    display: grid;
    gap: 16px;
    list-style: none;
  }

  .networks li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 16px;
    align-items: center;
  }

  .networks li + li {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--line);
  }

  .networks .running {
    color: var(--good);
    font-weight: 650;
  }

  .networks .facts {
    grid-column: 1 / -1;
  }
`;

/** Where there is one network alone, its name; where there are several, what they are and which one runs. */
export function networkChoice(host: EventTarget, { networks, modelId, engine }: ViewState): TemplateResult {
  if (networks === null || networks.present.length < 2) {
    return html`<p class="muted">${modelId === null ? msg('Recognition model: not loaded yet') : msg(str`Recognition model: ${modelId}`)}</p>`;
  }
  const runningId = engine.kind === 'ready' ? modelId : null;
  return html`<h2 id="networks">${msg('Recognition network')}</h2>
    <ul class="networks" aria-labelledby="networks">
      ${networks.present.map((network) => choice(host, network, network.id === runningId, engine.kind === 'loading'))}
    </ul>
    <p class="small muted">${msg('Templates of one network are never compared with another’s. Switching keeps those of both.')}</p>`;
}

function choice(host: EventTarget, { id, dimensions, trainedOn }: NetworkChoice, isRunning: boolean, isLoading: boolean): TemplateResult {
  const name = `network-${id}`;
  return html`<li>
    <strong id=${name}>${id}</strong>
    ${isRunning
      ? html`<span class="running">${msg('Running')}</span>`
      : html`<button type="button" aria-describedby=${name} ?disabled=${isLoading} @click=${() => send(host, { kind: 'ask-network', id })}>${msg('Switch…')}</button>`}
    <span class="facts small muted">${msg(str`${dimensions} numbers per template. Trained on: ${trainedOn}`)}</span>
  </li>`;
}

/** The network that was chosen is not there, and another runs in its place; nothing where that is not so. */
export function missingNetwork(host: EventTarget, { networks, modelId }: ViewState): TemplateResult | typeof nothing {
  if (networks?.missing == null) return nothing;
  const { missing } = networks;
  return html`<div class="notice" role="alert">
    <h2>${msg('The chosen network is not there')}</h2>
    <p>
      ${msg(str`${missing} is missing or damaged on this device, so ${modelId} runs in its place. Nobody is lost: whoever enrolled with ${missing} is recognised when it is back. Run "npm run assets -- --model ${missing}" on the device, then start again.`)}
    </p>
    <div class="ways-out">
      <button type="button" @click=${() => send(host, { kind: 'retry-engine' })}>${msg('Start again')}</button>
      <button type="button" @click=${() => send(host, { kind: 'keep-network' })}>${msg(str`Stay with ${modelId}`)}</button>
    </div>
  </div>`;
}
