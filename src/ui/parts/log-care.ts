/** Beside the log: whether it is intact, how long it is kept, and how it is written to a file. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { LogFilter } from '../../decision/log-filter';
import type { Settings } from '../../decision/settings';
import { breakText, checkText, droppedText } from '../log-check-words';
import type { LogAsk, LogCheckView, LogView } from '../log-view';
import { plural } from '../plural';
import { formatCount } from '../safety-words';
import { send } from '../send';

/** Breaks that are listed; of the others, their number is enough. */
const LISTED = 5;

const DAYS = [7, 30, 90, 365, 1095, 3650] as const;
const ENTRIES = [1000, 10_000, 50_000, 100_000] as const;

/** Whether the log is intact. */
export function logCheck(host: EventTarget, check: LogCheckView | null): TemplateResult {
  const isChecking = check?.kind === 'checking';
  return html`<section aria-labelledby="check-title">
    <h2 id="check-title">${msg('Is the log intact?')}</h2>
    <p class="small muted">${msg('Each entry is sealed and bound to the one before it. The check opens all of them and finds whatever was changed, removed or moved.')}</p>
    <div class="buttons"><button type="button" ?disabled=${isChecking} @click=${() => ask(host, { kind: 'check' })}>${msg('Check the log')}</button></div>
    <div aria-live="polite">${check === null ? nothing : checkState(check)}</div>
  </section>`;
}

function checkState(check: LogCheckView): TemplateResult {
  switch (check.kind) {
    case 'checking':
      return html`<label class="numbers">${msg('Checking the log…')}<progress .value=${check.share}></progress></label>`;
    case 'failed':
      return html`<p>${msg('The log could not be read. Reload Lintel and try again.')}</p>`;
    case 'checked': {
      const { found } = check;
      const { breaks, dropped } = found;
      return html`<p class=${breaks.length === 0 ? 'good' : 'bad'}>${checkText(found)}</p>
        ${breaks.length === 0 ? nothing : html`<ul>${breaks.slice(0, LISTED).map((broken) => html`<li>${breakText(broken)}</li>`)}</ul>`}
        ${breaks.length > LISTED ? html`<p>${msg(str`And ${formatCount(breaks.length - LISTED)} more.`)}</p>` : nothing}
        ${dropped === 0 ? nothing : html`<p class="small muted">${droppedText(dropped)}</p>`}`;
    }
  }
}

/** How long the log is kept. */
export function logKeeping(host: EventTarget, { logDays, logEntries }: Settings): TemplateResult {
  const option = (value: number, chosen: number, text: string): TemplateResult => html`<option value=${value} .selected=${value === chosen}>${text}</option>`;
  const numberOf = (event: Event): number => Number((event.target as HTMLSelectElement).value);
  const change = (changed: Partial<Settings>): void => send(host, { kind: 'change-settings', change: changed });
  return html`<section aria-labelledby="keeping-title">
    <h2 id="keeping-title">${msg('How long is it kept?')}</h2>
    <div class="filters">
      <label>
        ${msg('Days')}
        <select @change=${(event: Event) => change({ logDays: numberOf(event) })}>
          ${withChosen(DAYS, logDays).map((days) => option(days, logDays, formatCount(days)))}
        </select>
      </label>
      <label>
        ${msg('Entries at most')}
        <select @change=${(event: Event) => change({ logEntries: numberOf(event) })}>
          ${withChosen(ENTRIES, logEntries).map((entries) => option(entries, logEntries, formatCount(entries)))}
        </select>
      </label>
    </div>
    <p class="small muted">${msg('Older entries are dropped once a day, and at once when you choose less. That cannot be undone.')}</p>
  </section>`;
}

/** Writes what is shown to a file. */
export function logFiles(host: EventTarget, { share, file }: LogView, filter: LogFilter, count: number): TemplateResult {
  const isReady = share === 1 && count > 0;
  const button = (as: 'csv' | 'json', text: string): TemplateResult =>
    html`<button type="button" ?disabled=${!isReady} @click=${() => ask(host, { kind: 'export', as, filter })}>${text}</button>`;
  return html`<section aria-labelledby="files-title">
    <h2 id="files-title">${msg('Take it elsewhere')}</h2>
    <p class="small muted">${msg('The file holds the entries that the filter shows, with names, and is not encrypted.')}</p>
    <div class="buttons">${button('csv', msg('Save as CSV'))} ${button('json', msg('Save as JSON'))}</div>
    ${file === null
      ? nothing
      : html`<div class=${file.isWritten ? 'notice' : 'notice fault'} role="alert">
          <p>${file.isWritten ? html`<bdi>${file.name}</bdi>: ${countEntries(file.entries)}` : msg('The file was not written. Choose another place with more room.')}</p>
          <button type="button" @click=${() => ask(host, { kind: 'dismiss' })}>${msg('Understood')}</button>
        </div>`}
  </section>`;
}

/** So many entries. */
export function countEntries(count: number): string {
  return plural(count, msg('1 entry|# entries'));
}

/** A value of another version is a choice too. */
function withChosen(choices: readonly number[], chosen: number): number[] {
  return [...new Set([...choices, chosen])].sort((a, b) => a - b);
}

function ask(host: EventTarget, wanted: LogAsk): void {
  send(host, { kind: 'log', ask: wanted });
}
