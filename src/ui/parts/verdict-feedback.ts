/** What a person can say of a verdict, and what Lintel learnt from it. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { send } from '../send';
import type { ViewState } from '../view';

export const verdictFeedbackStyles = css`
  .feedback {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }

  .feedback select {
    max-inline-size: 100%;
  }
`;

/** Buttons under a verdict; after one was pressed, what was learnt and how to take it back. */
export function verdictFeedback(host: EventTarget, state: ViewState): TemplateResult | typeof nothing {
  const { session, correction, people } = state;
  const { phase } = session;
  if (phase.kind !== 'judged' || phase.verdict.kind === 'empty-gallery') return nothing;
  const { kind, best } = phase.verdict;
  if (correction !== null) {
    const learnt =
      correction.kind === 'not-me'
        ? html`Remembered: this face is not <bdi>${correction.name}</bdi>.`
        : html`Learnt: this face is <bdi>${correction.name}</bdi>.`;
    return html`<div class="feedback" aria-live="polite">
      <p>${learnt}</p>
      <button type="button" @click=${() => send(host, { kind: 'undo-correction' })}>Undo</button>
    </div>`;
  }
  return html`<div class="feedback">
    ${kind === 'match'
      ? html`<button type="button" @click=${() => send(host, { kind: 'deny-verdict' })}>That’s not me</button>`
      : nothing}
    <label class="visually-hidden" for="was-me">That was me</label>
    <select
      id="was-me"
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        if (value !== '') send(host, { kind: 'correct-verdict', personId: value });
      }}
    >
      <option value="" selected>That was…</option>
      ${people
        .filter(({ isComparable, id }) => isComparable && (kind !== 'match' || id !== best.personId))
        .map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
    </select>
  </div>`;
}
