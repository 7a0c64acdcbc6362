/** One plot: the question above it, the answer in words, the same in numbers, and buttons that save it. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { shared } from '../tokens';
import { plotStyles } from './plot-styles';
import { download, pngOf, svgTextOf } from './save-plot';

/** What a plot shows, as a table. */
export interface PlotTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Everything about one plot. */
export interface PlotView {
  readonly question: string;
  readonly answer: string;
  /** Draws it for a width in pixels. */
  readonly draw: (width: number) => TemplateResult;
  readonly table: PlotTable;
  /** Name of the saved file, without its ending. */
  readonly file: string;
}

/** Narrower, words would collide; wider, they would look lost. */
const WIDTH_PX = { min: 280, max: 820 } as const;

@localized()
@customElement('lintel-plot')
export class LintelPlot extends LitElement {
  static override readonly styles = [shared, plotStyles, css`
    :host {
      display: block;
      min-inline-size: 0;
    }

    figure {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
      margin: 0;
      padding: 24px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
    }

    h2 {
      font-size: 1.125rem;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }

    summary {
      min-block-size: 48px;
      align-content: center;
      cursor: pointer;
    }

    .scroll {
      overflow-x: auto;
    }

    table {
      border-collapse: collapse;
    }

    th,
    td {
      padding-block: 6px;
      padding-inline: 0 24px;
      border-block-end: 1px solid var(--line);
      text-align: start;
      vertical-align: top;
    }

    @media (max-width: 560px), (max-height: 560px) {
      figure {
        padding: 16px;
      }
    }
  `];

  @property({ attribute: false }) view!: PlotView;

  @state() private _width = 0;
  @state() private _hasFailed = false;

  @query('.room') private readonly _room!: HTMLElement | null;
  @query('svg') private readonly _svg!: SVGSVGElement | null;

  readonly #sizes = new ResizeObserver(([entry]) => {
    if (entry !== undefined) this._width = Math.round(Math.min(WIDTH_PX.max, Math.max(WIDTH_PX.min, entry.contentRect.width)));
  });

  override firstUpdated(): void {
    if (this._room !== null) this.#sizes.observe(this._room);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  override render(): TemplateResult {
    const { question, answer, draw, table, file } = this.view;
    return html`<figure aria-labelledby="question">
      <h2 id="question">${question}</h2>
      <p>${answer}</p>
      <div class="room">${this._width === 0 ? nothing : draw(this._width)}</div>
      <details>
        <summary>${msg('The same in numbers')}</summary>
        ${tableOf(table, question)}
      </details>
      <div class="actions">
        <button type="button" aria-describedby="question" @click=${() => this.#saveSvg(file)}>${msg('Save as SVG')}</button>
        <button type="button" aria-describedby="question" @click=${() => void this.#savePng(file)}>${msg('Save as PNG')}</button>
      </div>
      ${this._hasFailed ? html`<p role="alert">${msg('The picture could not be made. Nothing was lost; save it as SVG.')}</p>` : nothing}
    </figure>`;
  }

  #saveSvg(file: string): void {
    if (this._svg === null) return;
    download(new Blob([svgTextOf(this._svg, this.view.question)], { type: 'image/svg+xml' }), `${file}.svg`);
  }

  async #savePng(file: string): Promise<void> {
    if (this._svg === null) return;
    try {
      download(await pngOf(this._svg, this.view.question), `${file}.png`);
      this._hasFailed = false;
    } catch {
      this._hasFailed = true;
    }
  }
}

function tableOf({ head, rows }: PlotTable, question: string): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${msg(str`In numbers: ${question}`)}>
    <table class="numbers small">
      <thead>
        <tr>${head.map((title) => html`<th scope="col">${title}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map((row) => html`<tr>${row.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>`)}
      </tbody>
    </table>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-plot': LintelPlot;
  }
}
