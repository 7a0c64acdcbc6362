/** In People: who is about to be deleted, who expires soon, and the way to keep them. */
import { msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { expiresSoon } from '../../decision/retention';
import type { DueView } from '../rights-view';
import { dueText, dueTitle, lastDayText, soonTitle } from '../rights-words';
import { send } from '../send';
import { countPeople } from '../strings';
import { shared } from '../tokens';
import type { PersonView, ViewState } from '../view';
import { noticeStyles } from './notices';

/** Names listed at most: more would push everything else off the page. */
const MAX_LISTED = 5;

@customElement('lintel-due-people')
export class LintelDuePeople extends LitElement {
  static override readonly styles = [shared, noticeStyles, css`
    /* Its notices stand among those of the page, and take no room where there are none. */
    :host {
      display: contents;
    }

    ul {
      display: grid;
      gap: 8px;
      list-style: none;
      inline-size: 100%;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
      justify-content: space-between;
    }

    bdi {
      font-weight: 650;
    }
  `];

  @property({ attribute: false }) view!: ViewState;

  override render(): TemplateResult {
    return html`${this.#due()} ${this.#soon()}`;
  }

  #due(): TemplateResult | typeof nothing {
    const { rights, people } = this.view;
    const due = new Map(rights.due.map((entry) => [entry.personId, entry]));
    const shown = due.size === 0 ? [] : people.flatMap((person) => (due.has(person.id) ? [{ person, entry: due.get(person.id)! }] : []));
    if (shown.length === 0) return nothing;
    const ids = shown.map(({ person }) => person.id);
    return html`<section class="notice" role="alert" aria-labelledby="due">
      <h2 id="due">${dueTitle(shown.length)}</h2>
      <ul aria-label=${dueTitle(shown.length)}>
        ${shown.slice(0, MAX_LISTED).map(({ person, entry }) => this.#dueRow(person, entry))}
      </ul>
      ${moreText(shown.length)}
      ${shown.length === 1
        ? nothing
        : html`<button type="button" @click=${() => send(this, { kind: 'rights', ask: { kind: 'keep', personIds: ids } })}>${msg('Keep them all')}</button>`}
    </section>`;
  }

  #dueRow({ id, name }: PersonView, entry: DueView): TemplateResult {
    return html`<li>
      <span><bdi id=${`due-${id}`}>${name}</bdi><br /><span class="small">${dueText(entry)}</span></span>
      <button type="button" aria-describedby=${`due-${id}`} @click=${() => send(this, { kind: 'rights', ask: { kind: 'keep', personIds: [id] } })}>
        ${msg('Keep')}
      </button>
    </li>`;
  }

  #soon(): TemplateResult | typeof nothing {
    const soon = this.view.people.filter((person) => expiresSoon(person, Date.now()));
    if (soon.length === 0) return nothing;
    return html`<section class="notice" aria-labelledby="soon">
      <h2 id="soon">${soonTitle(soon.length)}</h2>
      <ul aria-label=${soonTitle(soon.length)}>
        ${soon.slice(0, MAX_LISTED).map(
          ({ id, name, expiresAtMs }) => html`<li>
            <span><bdi id=${`soon-${id}`}>${name}</bdi> · ${msg('Recognised until')} ${lastDayText(expiresAtMs!)}</span>
            <button type="button" aria-describedby=${`soon-${id}`} @click=${() => send(this, { kind: 'rights', ask: { kind: 'open', personId: id } })}>
              ${msg('Change…')}
            </button>
          </li>`,
        )}
      </ul>
      ${moreText(soon.length)}
    </section>`;
  }
}

function moreText(count: number): TemplateResult | typeof nothing {
  return count <= MAX_LISTED ? nothing : html`<p class="small">+ ${countPeople(count - MAX_LISTED)}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-due-people': LintelDuePeople;
  }
}
