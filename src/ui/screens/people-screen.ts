/** Everybody who is enrolled: find, look, delete. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { formatDate, formatNumber } from '../format';
import { findByName } from '../name-search';
import '../parts/backup';
import '../parts/due-people';
import { noticeStyles } from '../parts/notices';
import '../parts/transfer';
import { plural } from '../plural';
import { protectionWords } from '../protection-words';
import { keepingText } from '../rights-words';
import { send } from '../send';
import { countPeople, countSamples } from '../strings';
import { shared } from '../tokens';
import type { CorrectionView, PersonView, ViewState } from '../view';

/** Rows that are added to the page at a time: thousands at once would hold it up. */
const ROWS = 100;

@localized()
@customElement('lintel-people')
export class LintelPeople extends LitElement {
  static override readonly styles = [shared, noticeStyles, css`
    :host {
      display: grid;
      gap: 16px;
      align-content: start;
    }

    input {
      inline-size: min(20rem, 100%);
    }

    ul {
      list-style: none;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
      overflow: hidden;
    }

    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 4px 16px;
      align-items: center;
      padding: 12px 16px;
    }

    li + li {
      border-block-start: 1px solid var(--line);
    }

    .name {
      justify-self: start;
      font-size: 1.125rem;
      font-weight: 650;
      overflow-wrap: anywhere;
    }

    .actions {
      grid-row: 1 / span 2;
      grid-column: 2;
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      justify-content: end;
    }

    .stranded {
      display: grid;
      gap: 8px;
    }

    .more {
      justify-self: start;
    }

    .corrections {
      grid-column: 1 / -1;
    }

    .corrections ul {
      margin-block-start: 8px;
    }
  `];

  @property({ attribute: false }) view!: ViewState;

  @state() private _search = '';

  /** How many people are on the page at most. */
  @state() private _shown = ROWS;

  @query('input') private readonly _input!: HTMLInputElement | null;

  /** Puts the cursor into the search. */
  focusSearch(): void {
    this._input?.focus();
  }

  override render(): TemplateResult {
    const { people, damagedRecords, protection } = this.view;
    return html`<div class="head">
        <h1>${msg('People')}</h1>
        ${protection.kind === null ? nothing : html`<a class="way small" href="#settings">${protectionWords(protection.kind).badge}</a>`}
        ${people.length === 0 ? nothing : this.#searchField()}
      </div>
      ${damagedRecords === 0
        ? nothing
        : html`<div class="notice" role="alert">
            <p>
              ${plural(damagedRecords, msg('1 record is damaged and set aside.|# records are damaged and set aside.'))}
              ${msg('Everybody listed here is complete; enrol whoever is missing again.')}
            </p>
          </div>`}
      <lintel-due-people .view=${this.view}></lintel-due-people>
      ${people.length === 0 ? this.#empty() : html`<p><a class="way" href="#safety">${msg('How safe is my gallery?')}</a></p>${this.#list(people)}`}
      <lintel-backup .view=${this.view}></lintel-backup>
      <lintel-transfer .view=${this.view}></lintel-transfer>`;
  }

  #searchField(): TemplateResult {
    return html`<input
      type="search"
      aria-label=${msg('Search')}
      placeholder=${msg('Search  ( / )')}
      autocomplete="off"
      dir="auto"
      @input=${(event: InputEvent) => {
        this._search = (event.target as HTMLInputElement).value;
        this._shown = ROWS;
      }}
    />`;
  }

  /** Before it is known who is there, nothing is said. */
  #empty(): TemplateResult | typeof nothing {
    if (this.view.gallery.kind === 'opening') return nothing;
    return html`<p>${msg('Nobody is enrolled yet.')} <a href="#enrol">${msg('Enrol the first person')}</a></p>`;
  }

  #list(people: readonly PersonView[]): TemplateResult {
    const typed = this._search.trim();
    const found = findByName(people, typed);
    const isStranded = ({ isComparable, isExpired }: PersonView): boolean => !isComparable && isExpired !== true;
    const stranded = found.filter(isStranded);
    const known = found.filter((person) => !isStranded(person));
    const shown = known.slice(0, this._shown);
    return html`<p class="muted" aria-live="polite">
        ${typed === '' ? countPeople(people.length) : msg(str`${formatNumber(found.length)} of ${countPeople(people.length)}`)}
      </p>
      ${found.length === 0 ? html`<p>${msg(html`Nobody is called “<bdi>${typed}</bdi>”.`)}</p>` : nothing}
      ${stranded.length === 0 ? nothing : this.#stranded(stranded)}
      ${shown.length === 0 ? nothing : html`<ul aria-label=${msg('People')}>${shown.map((person) => this.#row(person))}</ul>`}
      ${shown.length === known.length ? nothing : this.#more(known.length - shown.length)}`;
  }

  /** Everybody whom the running network cannot recognise, before the others: something is to be done about them. */
  #stranded(people: readonly PersonView[]): TemplateResult {
    const running = this.view.modelId ?? '';
    return html`<section class="stranded" aria-labelledby="stranded">
      <h2 id="stranded">${msg('Enrol again')}</h2>
      <p class="small muted">
        ${people.length === 1
          ? msg(str`This person has no template of ${running}, which runs now, and cannot be recognised. What they gave is kept for the network that made it.`)
          : msg(str`These people have no template of ${running}, which runs now, and cannot be recognised. What they gave is kept for the network that made it.`)}
      </p>
      <ul aria-label=${msg('Enrol again')}>${people.slice(0, ROWS).map((person) => this.#row(person))}</ul>
      ${people.length <= ROWS ? nothing : html`<p class="small muted">${plural(people.length - ROWS, msg('And 1 person more: search for them by name.|And # people more: search for them by name.'))}</p>`}
    </section>`;
  }

  #more(hidden: number): TemplateResult {
    return html`<button type="button" class="more" @click=${() => (this._shown += ROWS)}>
      ${msg(str`Show ${formatNumber(Math.min(hidden, ROWS))} more of ${formatNumber(hidden)}`)}
    </button>`;
  }

  #corrections(personId: string, corrections: readonly CorrectionView[]): TemplateResult {
    return html`<details class="corrections small">
      <summary>${plural(corrections.length, msg('1 correction|# corrections'))}</summary>
      <ul>
        ${corrections.map(
          ({ id, kind, madeAtMs }) => html`<li>
            <span>${kind === 'was-me' ? msg(str`“That was me”: learnt as a sample, ${formatDate(madeAtMs)}`) : msg(str`“That’s not me”: remembered against a match, ${formatDate(madeAtMs)}`)}</span>
            <button type="button" @click=${() => send(this, { kind: 'forget-correction', personId, templateId: id })}>${msg('Forget')}</button>
          </li>`,
        )}
      </ul>
    </details>`;
  }

  #row(person: PersonView): TemplateResult {
    const { id, name, enrolledAtMs, samples, idleSamples, isComparable, isExpired, isLegacy, corrections } = person;
    const keeping = keepingText(person);
    return html`<li>
      <bdi class="name" id=${`name-${id}`}>${name}</bdi>
      <div class="actions">
        <button type="button" aria-describedby=${`name-${id}`} @click=${() => send(this, { kind: 'add-samples', personId: id })}>
          ${isComparable || isExpired === true ? msg('Add samples') : msg('Enrol again')}
        </button>
        <button type="button" aria-describedby=${`name-${id}`} @click=${() => send(this, { kind: 'rights', ask: { kind: 'open', personId: id } })}>
          ${msg('Data and rights…')}
        </button>
        <button type="button" aria-describedby=${`name-${id}`} @click=${() => send(this, { kind: 'ask-delete', personId: id })}>
          ${msg('Delete')}
        </button>
      </div>
      <span class="small muted numbers">
        ${formatDate(enrolledAtMs)} · ${countSamples(samples)}${isLegacy === true
          ? html` · ${msg('From the predecessor: add samples to be recognised more surely')}`
          : nothing}${idleSamples !== undefined ? msg(str`, ${idleSamples} of them for another network`) : nothing}
          ${keeping === '' ? nothing : html`<br />${keeping}`}
      </span>
      ${corrections.length === 0 ? nothing : this.#corrections(id, corrections)}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-people': LintelPeople;
  }
}
