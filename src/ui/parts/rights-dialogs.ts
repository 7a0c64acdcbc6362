/** What is kept of a person, what can be done with it, and what was erased. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { addDays, fromDayInput, toDayInput } from '../day-input';
import type { RightsAsk, RightsDialog } from '../rights-view';
import { beyondErasure, doneText, erasedThings, isGone, lastSeenText, receiptLines } from '../rights-words';
import { send } from '../send';
import { formatDate } from '../format';
import { countSamples } from '../strings';
import './consent-form';

type Of<K extends RightsDialog['kind']> = Extract<RightsDialog, { kind: K }>;
type Ask = (wanted: RightsAsk) => void;
type Dismiss = (event: Event) => void;

/** `dismiss` closes the dialog. */
export function rightsDialog(host: EventTarget, about: RightsDialog, dismiss: Dismiss): TemplateResult {
  const ask: Ask = (wanted) => send(host, { kind: 'rights', ask: wanted });
  switch (about.kind) {
    case 'person':
      return personDialog(about, ask, dismiss);
    case 'consent':
      return consentDialog(about, ask, dismiss);
    case 'erase':
      return eraseDialog(about, ask, dismiss);
    case 'erased':
      return erasedDialog(about, ask, dismiss);
  }
}

function personDialog({ person, done }: Of<'person'>, ask: Ask, dismiss: Dismiss): TemplateResult {
  const { id, name, consent, enrolledAtMs, samples, corrections } = person;
  return html`<h2 id="title">${msg('Data and rights')}: <bdi>${name}</bdi></h2>
    <p role="status" class=${done === null ? 'visually-hidden' : ''}>${done === null ? nothing : doneText(done)}</p>
    ${done === 'exporting' ? html`<progress aria-label=${doneText(done)}></progress>` : nothing}
    <dl class="small">
      <dt>${msg('Enrolled')}</dt>
      <dd>${formatDate(enrolledAtMs)}</dd>
      <dt>${msg('Kept')}</dt>
      <dd>${countSamples(samples)}${corrections.length === 0 ? nothing : html`, ${msg('with corrections')}`}</dd>
      <dt>${msg('Last seen')}</dt>
      <dd>${lastSeenText(person)}</dd>
      <dt>${msg('Consent')}</dt>
      <dd>${consent === undefined ? msg('None on record') : msg(str`${formatDate(consent.givenAtMs)}, to text ${consent.textVersion}`)}</dd>
      ${consent === undefined
        ? nothing
        : html`<dt>${msg('Entered by')}</dt>
            <dd>${consent.enteredBy === null ? msg('the person themselves') : html`<bdi>${consent.enteredBy}</bdi>`}</dd>
            ${consent.guardian === null
              ? nothing
              : html`<dt>${msg('Parent or guardian')}</dt>
                  <dd><bdi>${consent.guardian}</bdi></dd>`}`}
    </dl>
    ${expiryForm(person, ask)}
    <p class="small muted">
      ${msg('The exported file holds everything that Lintel keeps of this person, readable by anybody who has it. Hand it to them, and keep no copy.')}
    </p>
    <div class="buttons">
      <button type="button" @click=${() => ask({ kind: 'ask-consent', personId: id })}>
        ${consent === undefined ? msg('Record consent…') : msg('Record consent anew…')}
      </button>
      <button type="button" @click=${() => ask({ kind: 'export', personId: id })}>${msg('Export their data…')}</button>
      <button type="button" class="danger" @click=${() => ask({ kind: 'ask-erase', personId: id })}>${msg('Erase for good…')}</button>
      <button type="button" @click=${dismiss}>${msg('Close')}</button>
    </div>`;
}

/** The day is the last on which they are recognised. */
function expiryForm({ id, expiresAtMs }: Of<'person'>['person'], ask: Ask): TemplateResult {
  const set = (event: SubmitEvent): void => {
    event.preventDefault();
    const day = new FormData(event.target as HTMLFormElement).get('until');
    const lastDay = typeof day === 'string' ? fromDayInput(day) : null;
    if (lastDay !== null) ask({ kind: 'set-expiry', personId: id, expiresAtMs: addDays(lastDay, 1) });
  };
  return html`<form class="beside" @submit=${set}>
    <label for="until">${msg('Recognised until')}</label>
    <input
      id="until"
      type="date"
      name="until"
      required
      min=${toDayInput(Date.now())}
      max="9999-12-30"
      .value=${expiresAtMs === undefined ? '' : toDayInput(expiresAtMs - 1)}
    />
    <button type="submit">${msg('Set')}</button>
    ${expiresAtMs === undefined
      ? nothing
      : html`<button type="button" @click=${() => ask({ kind: 'set-expiry', personId: id, expiresAtMs: null })}>${msg('Never expire')}</button>`}
  </form>`;
}

function consentDialog({ person, consent }: Of<'consent'>, ask: Ask, dismiss: Dismiss): TemplateResult {
  return html`<h2 id="title">${msg('Record consent')}: <bdi>${person.name}</bdi></h2>
    <lintel-consent-form .view=${consent}></lintel-consent-form>
    <div class="buttons">
      <button type="button" @click=${dismiss}>${msg('Cancel')}</button>
      <button type="button" class="primary" @click=${() => ask({ kind: 'record-consent' })}>${msg('Record')}</button>
    </div>`;
}

function eraseDialog({ person, othersDenials, isBusy }: Of<'erase'>, ask: Ask, dismiss: Dismiss): TemplateResult {
  return html`<h2 id="title">${msg(html`Erase <bdi>${person.name}</bdi> for good?`)}</h2>
    <p>${msg('This removes:')}</p>
    <ul class="facts">${erasedThings(person, othersDenials).map((thing) => html`<li>${thing}</li>`)}</ul>
    <p>${msg('It cannot be undone, and it does not reach:')}</p>
    <ul class="facts">${beyondErasure().map((thing) => html`<li>${thing}</li>`)}</ul>
    ${isBusy ? html`<label>${msg('Erasing…')}<progress></progress></label>` : nothing}
    <div class="buttons">
      <button type="button" autofocus ?disabled=${isBusy} @click=${dismiss}>${msg('Cancel')}</button>
      <button type="button" class="danger" ?disabled=${isBusy} @click=${() => ask({ kind: 'erase' })}>${msg('Erase for good')}</button>
    </div>`;
}

function erasedDialog({ receipt, done }: Of<'erased'>, ask: Ask, dismiss: Dismiss): TemplateResult {
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    const name = new FormData(event.target as HTMLFormElement).get('receipt-name');
    ask({ kind: 'save-receipt', name: typeof name === 'string' ? name : '' });
  };
  return html`<h2 id="title">${isGone(receipt.traces) ? msg('Erased') : msg('Not wholly erased')}</h2>
    <div role="status" class="receipt">${receiptLines(receipt).map((line) => html`<p>${line}</p>`)}</div>
    <form class="beside" @submit=${save}>
      <label for="receipt-name">${msg('Name for the receipt, if wanted')}</label>
      <input id="receipt-name" type="text" name="receipt-name" autocomplete="off" dir="auto" maxlength="64" />
      <button type="submit">${msg('Save the receipt…')}</button>
    </form>
    <p role="status" class=${done === null ? 'visually-hidden' : ''}>
      ${done === null ? nothing : done === 'exported' ? msg('The receipt was saved.') : doneText(done)}
    </p>
    <div class="buttons"><button type="button" class="primary" autofocus @click=${dismiss}>${msg('Close')}</button></div>`;
}
