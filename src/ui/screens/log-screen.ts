/** The log: who tried to be recognised and what was done, newest first. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { LogEntry } from '../../decision/log-entry';
import { filterLog, type LogFilter, NO_FILTER } from '../../decision/log-filter';
import type { Settings } from '../../decision/settings';
import { dayPlot, personPlot } from '../log-plots';
import type { LogView } from '../log-view';
import { countEntries, logCheck, logFiles, logKeeping } from '../parts/log-care';
import { type FilterPerson, logFilters, logFilterStyles } from '../parts/log-filters';
import { logList, logListStyles } from '../parts/log-list';
import { noticeStyles } from '../parts/notices';
import { plural } from '../plural';
import type { PlotView } from '../plots/plot-figure';
import '../plots/plot-figure';
import { formatCount } from '../safety-words';
import { sectionStyles } from '../section-styles';
import { shared } from '../tokens';
import type { PersonView } from '../view';

/** Entries on the page at first, so that what stands below is near, and how many are added at a time. */
const [ROWS, MORE] = [25, 100] as const;

@localized()
@customElement('lintel-log-screen')
export class LintelLogScreen extends LitElement {
  static override readonly styles = [shared, sectionStyles, noticeStyles, logFilterStyles, logListStyles, css`
    :host,
    .columns,
    .side,
    .entries {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 24px;
      align-content: start;
    }

    .entries {
      gap: 12px;
    }

    h2 {
      font-size: 1.125rem;
    }

    section ul {
      margin: 0;
      padding-inline-start: 20px;
    }

    .good {
      color: var(--good);
      font-weight: 650;
    }

    .bad {
      color: var(--bad);
      font-weight: 650;
    }

    .more {
      justify-self: start;
    }

    progress {
      display: block;
    }

    @media (min-width: 1100px) {
      .columns {
        grid-template-columns: minmax(0, 1fr) 26rem;
        align-items: start;
      }
    }

    @media (max-width: 560px), (max-height: 560px) {
      section {
        padding: 16px;
      }
    }
  `];

  @property({ attribute: false }) log!: LogView;
  @property({ attribute: false }) people: readonly PersonView[] = [];
  @property({ attribute: false }) settings!: Settings;

  @state() private _filter = NO_FILTER;
  /** How many entries are on the page at most. */
  @state() private _shown: number = ROWS;

  #found: readonly LogEntry[] = [];
  #whom: readonly FilterPerson[] = [];
  #names = new Map<string, string>();
  #plots: readonly PlotView[] = [];

  override willUpdate(changed: PropertyValues<this> & PropertyValues<{ _filter: LogFilter }>): void {
    const { entries, names, share } = this.log;
    const before = changed.get('log');
    const isOther = before?.entries !== entries || before.names !== names || before.share !== share || changed.has('people');
    if (isOther && (share === 1 || this.#names.size === 0)) {
      this.#names = new Map([...names, ...this.people.map(({ id, name }): [string, string] => [id, name])]);
      const ids = new Set(entries?.flatMap(({ personId }) => personId ?? []));
      this.#whom = [...ids].map((id) => ({ id, name: this.#nameOf(id) })).sort((a, b) => a.name.localeCompare(b.name));
    }
    if (!isOther && !changed.has('_filter')) return;
    this.#found = filterLog(entries ?? [], this._filter);
    // Counts of half a log would be wrong, and each piece of a long one would be held up by them.
    const plots = share === 1 ? [dayPlot(this.#found), personPlot(this.#found, this.#nameOf)] : [];
    this.#plots = plots.filter((plot) => plot !== null);
  }

  override render(): TemplateResult {
    const { log, settings } = this;
    return html`<div class="head">
        <h1>${msg('Log')}</h1>
        <a class="way" href="#settings">${msg('Back to Settings')}</a>
      </div>
      ${log.unwritten === 0
        ? nothing
        : html`<div class="notice fault" role="alert">
            <p>${msg(str`Entries that could not be written: ${formatCount(log.unwritten)}. Lintel keeps trying while it is open. Is the disk full?`)}</p>
          </div>`}
      ${log.entries === null ? html`<p role="status">${msg('Opening the log…')}</p>` : this.#body(log, log.entries, settings)}`;
  }

  #body(log: LogView, entries: readonly LogEntry[], settings: Settings): TemplateResult {
    if (entries.length === 0 && log.share === 1) {
      return html`<p>${log.unreadable === 0 ? msg('Nothing is in the log yet. Every attempt and every change will stand here.') : this.#unreadable(log.unreadable)}</p>
        ${logCheck(this, log.check)}`;
    }
    return html`<div class="columns">
      <div class="entries">
        ${logFilters(this._filter, this.#whom, (filter) => {
          this._filter = filter;
          this._shown = ROWS;
        })}
        <p class="muted numbers" aria-live="polite" aria-busy=${log.share < 1 ? 'true' : 'false'}>${this.#countText(entries.length)}</p>
        ${log.share === 1 ? nothing : html`<label class="numbers">${msg('Reading older entries…')}<progress .value=${log.share}></progress></label>`}
        ${log.unreadable === 0 ? nothing : html`<p>${this.#unreadable(log.unreadable)}</p>`}
        ${this.#found.length === 0 ? html`<p>${msg('No entry is like that. Choose less of a filter.')}</p>` : this.#list()}
      </div>
      <div class="side">
        ${logCheck(this, log.check)} ${this.#plots.map((plot) => html`<lintel-plot .view=${plot}></lintel-plot>`)}
        ${logKeeping(this, settings)} ${logFiles(this, log, this._filter, this.#found.length)}
      </div>
    </div>`;
  }

  #list(): TemplateResult {
    const more = this.#found.length > this._shown ? (): void => void (this._shown += MORE) : null;
    return logList(this.#found.slice(0, this._shown), this.#nameOf, more);
  }

  #countText(all: number): string {
    const found = this.#found.length;
    return found === all ? countEntries(all) : msg(str`${formatCount(found)} of ${formatCount(all)} entries`);
  }

  #unreadable(count: number): string {
    return plural(count, msg('1 entry does not open. Check the log.|# entries do not open. Check the log.'));
  }

  /** Whoever was erased has no name any more. */
  readonly #nameOf = (personId: string): string => this.#names.get(personId) ?? msg('somebody without a name');
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-log-screen': LintelLogScreen;
  }
}
