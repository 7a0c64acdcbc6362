/** Chooses one of the people who can be recognised: from a list while that is short, else by typing a part of the name. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { findByName } from '../name-search';
import { plural } from '../plural';
import { countPeople } from '../strings';
import { shared } from '../tokens';
import type { PersonView } from '../view';

/** From how many people on a list is no longer a way to find somebody. */
const MAX_LISTED = 200;

/** Names shown while somebody types. */
const MAX_SUGGESTED = 6;

/** Somebody was chosen; null chooses nobody. */
export class PersonChosenEvent extends CustomEvent<string | null> {
  static readonly type = 'lintel-person-chosen';

  constructor(personId: string | null) {
    super(PersonChosenEvent.type, { detail: personId });
  }
}

@localized()
@customElement('lintel-person-choice')
export class LintelPersonChoice extends LitElement {
  static override readonly styles = [shared, css`
    :host,
    label {
      display: grid;
      gap: 4px;
    }

    select,
    input {
      inline-size: 100%;
      max-inline-size: 100%;
    }

    ul {
      display: grid;
      gap: 4px;
      list-style: none;
    }

    li button {
      inline-size: 100%;
      overflow: hidden;
      text-align: start;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  `];

  @property({ attribute: false }) people: readonly PersonView[] = [];
  /** Who is chosen; null when nobody is. */
  @property({ attribute: false }) chosen: string | null = null;
  /** Who is not among those to be chosen. */
  @property({ attribute: false }) without: string | null = null;
  @property() label = '';
  /** Reads when nobody is chosen. */
  @property() nobody = '';
  /** The label is read out, and not shown. */
  @property({ type: Boolean }) isLabelHidden = false;

  @state() private _typed = '';

  #choices: readonly PersonView[] = [];

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('people') && !changed.has('without')) return;
    this.#choices = this.people.filter(({ id, isComparable }) => isComparable && id !== this.without);
  }

  override render(): TemplateResult {
    const control = this.#choices.length <= MAX_LISTED ? this.#list() : this.#search();
    return html`<label><span class=${this.isLabelHidden ? 'visually-hidden' : ''}>${this.label}</span> ${control}</label>
      ${this.#choices.length > MAX_LISTED ? this.#suggestions() : nothing}`;
  }

  #list(): TemplateResult {
    return html`<select
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        this.#choose(value === '' ? null : value);
      }}
    >
      <option value="" .selected=${this.chosen === null}>${this.nobody}</option>
      ${this.#choices.map(({ id, name }) => html`<option value=${id} .selected=${id === this.chosen}>${name}</option>`)}
    </select>`;
  }

  #search(): TemplateResult {
    return html`<input
      type="search"
      autocomplete="off"
      dir="auto"
      placeholder=${msg(str`${this.nobody}  (type a name of ${countPeople(this.#choices.length)})`)}
      .value=${this._typed}
      @input=${(event: InputEvent) => (this._typed = (event.target as HTMLInputElement).value)}
    />`;
  }

  #suggestions(): TemplateResult | typeof nothing {
    const chosen = this.chosen === null ? undefined : this.#choices.find(({ id }) => id === this.chosen);
    if (chosen !== undefined) {
      return html`<p><bdi>${chosen.name}</bdi></p>
        <button type="button" @click=${() => this.#choose(null)}>${this.nobody}</button>`;
    }
    if (this._typed.trim() === '') return nothing;
    const found = findByName(this.#choices, this._typed);
    if (found.length === 0) return html`<p>${msg(html`Nobody is called “<bdi>${this._typed.trim()}</bdi>”.`)}</p>`;
    const more = found.length - MAX_SUGGESTED;
    return html`<ul aria-label=${msg('Found')}>
        ${found.slice(0, MAX_SUGGESTED).map(
          ({ id, name }) => html`<li><button type="button" @click=${() => this.#choose(id)}><bdi>${name}</bdi></button></li>`,
        )}
      </ul>
      ${more > 0 ? html`<p class="small muted">${plural(more, msg('and 1 person more: type more of the name.|and # people more: type more of the name.'))}</p>` : nothing}`;
  }

  #choose(personId: string | null): void {
    this._typed = '';
    this.dispatchEvent(new PersonChosenEvent(personId));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-person-choice': LintelPersonChoice;
  }
  interface HTMLElementEventMap {
    [PersonChosenEvent.type]: PersonChosenEvent;
  }
}
