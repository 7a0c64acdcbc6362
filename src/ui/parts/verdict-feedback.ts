/** What a person can say of a verdict, and what Lintel learnt from it. */
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { isCorrectable } from '../../decision/verdict';
import { send } from '../send';
import type { ViewState } from '../view';
import './person-choice';
import type { PersonChosenEvent } from './person-choice';

export const verdictFeedbackStyles = css`
  .feedback {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
`;

/** Buttons under a verdict; after one was pressed, what was learnt and how to take it back. */
export function verdictFeedback(host: EventTarget, state: ViewState): TemplateResult | typeof nothing {
  const { session, correction, people } = state;
  const { phase } = session;
  if (phase.kind !== 'judged' || !isCorrectable(phase.verdict)) return nothing;
  const { kind, best } = phase.verdict;
  if (correction !== null) {
    const learnt =
      correction.kind === 'not-me'
        ? html`${msg(html`Remembered: this face is not <bdi>${correction.name}</bdi>.`)}`
        : html`${msg(html`Learnt: this face is <bdi>${correction.name}</bdi>.`)}`;
    return html`<div class="feedback" aria-live="polite">
      <p>${learnt}</p>
      <button type="button" @click=${() => send(host, { kind: 'undo-correction' })}>${msg('Undo')}</button>
    </div>`;
  }
  return html`<div class="feedback">
    ${kind === 'match'
      ? html`<button type="button" @click=${() => send(host, { kind: 'deny-verdict' })}>${msg('That’s not me')}</button>`
      : nothing}
    <lintel-person-choice
      label=${msg('That was me')}
      isLabelHidden
      nobody=${msg('That was…')}
      .people=${people}
      .without=${kind === 'match' ? best.personId : null}
      @lintel-person-chosen=${({ detail: personId }: PersonChosenEvent) => {
        if (personId !== null) send(host, { kind: 'correct-verdict', personId });
      }}
    ></lintel-person-choice>
  </div>`;
}
