/** Which entries of the log are shown: what, whom and when. */
import { msg } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ATTEMPT_OUTCOMES, LOG_ACTS } from '../../decision/log-entry';
import { type LogFilter, NO_FILTER } from '../../decision/log-filter';
import { kindText } from '../log-words';

export const logFilterStyles = css`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
    gap: 12px 16px;
    align-items: end;
  }

  .filters label {
    display: grid;
    gap: 4px;
    font-weight: 650;
    min-inline-size: 0;
  }

  .filters select,
  .filters input {
    inline-size: 100%;
    min-inline-size: 0;
    padding-inline: 12px;
  }
`;

/** Somebody whom entries are about. */
export interface FilterPerson {
  readonly id: string;
  readonly name: string;
}

/** `change` hears the filter as it should be. */
export function logFilters(filter: LogFilter, people: readonly FilterPerson[], change: (filter: LogFilter) => void): TemplateResult {
  const option = (value: string, text: string, chosen: string | null): TemplateResult => html`<option value=${value} .selected=${value === (chosen ?? '')}>${text}</option>`;
  const valueOf = (event: Event): string => (event.target as HTMLSelectElement | HTMLInputElement).value;
  return html`<div class="filters" role="group" aria-label=${msg('Filter')}>
    <label>
      ${msg('What')}
      <select @change=${(event: Event) => change({ ...filter, kind: (valueOf(event) || null) as LogFilter['kind'] })}>
        ${option('', msg('Everything'), filter.kind)} ${option('attempts', msg('All attempts'), filter.kind)} ${option('acts', msg('All that was done'), filter.kind)}
        <optgroup label=${msg('Attempts')}>${ATTEMPT_OUTCOMES.map((kind) => option(kind, kindText(kind), filter.kind))}</optgroup>
        <optgroup label=${msg('What was done')}>${LOG_ACTS.map((kind) => option(kind, kindText(kind), filter.kind))}</optgroup>
      </select>
    </label>
    <label>
      ${msg('Whom')}
      <select @change=${(event: Event) => change({ ...filter, personId: valueOf(event) || null })}>
        ${option('', msg('Everybody'), filter.personId)} ${people.map(({ id, name }) => option(id, name, filter.personId))}
      </select>
    </label>
    <label>
      ${msg('From')}
      <input type="date" .value=${live(dateOf(filter.fromMs))} @change=${(event: Event) => change({ ...filter, fromMs: dayStart(valueOf(event), 0) })} />
    </label>
    <label>
      ${msg('To')}
      <input
        type="date"
        .value=${live(dateOf(filter.beforeMs === null ? null : filter.beforeMs - 1))}
        @change=${(event: Event) => change({ ...filter, beforeMs: dayStart(valueOf(event), 1) })}
      />
    </label>
    <button type="button" ?disabled=${filter === NO_FILTER} @click=${() => change(NO_FILTER)}>${msg('Show everything')}</button>
  </div>`;
}

/** The beginning of a day as a date field gives it, or of a later one, where the device is; null when the field is empty. */
function dayStart(value: string, daysLater: number): number | null {
  const [year, month, day] = value.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(0);
  // While a year is typed it is one of the first centuries, which the constructor would take for the twentieth.
  date.setFullYear(year, month - 1, day + daysLater);
  return date.setHours(0, 0, 0, 0);
}

function dateOf(ms: number | null): string {
  if (ms === null) return '';
  const date = new Date(ms);
  const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');
  return `${padded(date.getFullYear(), 4)}-${padded(date.getMonth() + 1, 2)}-${padded(date.getDate(), 2)}`;
}
