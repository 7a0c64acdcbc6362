/** In Diagnostics: measures this device, and shows what came of it in a form that can be published. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatDecimals } from '../format';
import { sectionStyles } from '../section-styles';
import { send } from '../send';
import { shared } from '../tokens';
import type { BenchmarkRow, BenchmarkView } from '../view';
import { faultNotice, noticeStyles } from './notices';

@localized()
@customElement('lintel-benchmark')
export class LintelBenchmark extends LitElement {
  static override readonly styles = [shared, sectionStyles, noticeStyles, css`
    .scroll {
      overflow-x: auto;
    }

    table {
      inline-size: 100%;
      border-collapse: collapse;
      text-align: end;
    }

    th,
    td {
      padding-block: 8px;
      padding-inline: 16px 0;
      border-block-end: 1px solid var(--line);
      font-weight: inherit;
    }

    thead {
      color: var(--muted);
    }

    th:first-child {
      padding-inline-start: 0;
      text-align: start;
    }
  `];

  @property({ attribute: false }) benchmark: BenchmarkView | null = null;

  override render(): TemplateResult {
    const { benchmark } = this;
    const isRunning = benchmark?.kind === 'running';
    return html`<section aria-labelledby="title">
      <h2 id="title">${msg('Benchmark')}</h2>
      <p class="small muted">
        ${msg('Measures one picture of the camera many times. Look at the camera until it begins. The picture is not kept, and the result says nothing about you or your camera.')}
      </p>
      <div class="buttons">
        ${isRunning
          ? html`<button type="button" @click=${() => send(this, { kind: 'cancel-benchmark' })}>${msg('Cancel')}</button>`
          : html`<button type="button" @click=${() => send(this, { kind: 'run-benchmark' })}>${msg('Run benchmark')}</button>`}
        ${benchmark?.kind === 'done'
          ? html`<button type="button" @click=${() => send(this, { kind: 'copy-benchmark' })}>
              ${benchmark.wasCopied ? msg('Copied') : msg('Copy result')}
            </button>`
          : nothing}
      </div>
      ${benchmark === null ? nothing : this.#state(benchmark)}
    </section>`;
  }

  #state(benchmark: BenchmarkView): TemplateResult {
    switch (benchmark.kind) {
      case 'running':
        return html`<label class="numbers">
          ${benchmark.done === 0 ? msg('Looking for a face…') : msg(str`Measured ${benchmark.done} of ${benchmark.total} times`)}
          <progress max=${benchmark.total} .value=${benchmark.done}></progress>
        </label>`;
      case 'done':
        return this.#table(benchmark.rows);
      case 'no-face':
        return html`<div class="notice" role="alert"><p>${msg('No face was found. Look at the camera and run it again.')}</p></div>`;
      case 'faulted':
        return faultNotice(this, benchmark.fault);
    }
  }

  #table(rows: readonly BenchmarkRow[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${msg('Result of the benchmark')}>
      <table class="numbers">
        <thead>
          <tr><th scope="col">${msg('Milliseconds')}</th><th scope="col">${msg('Median')}</th><th scope="col">${msg('Quartiles')}</th><th scope="col">${msg('Frames')}</th></tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ label, medianMs, lowerQuartileMs, upperQuartileMs, count }) => html`<tr>
              <th scope="row">${label}</th>
              <td>${formatDecimals(medianMs, 1)}</td>
              <td>${msg(str`${formatDecimals(lowerQuartileMs, 1)} to ${formatDecimals(upperQuartileMs, 1)}`)}</td>
              <td>${count}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-benchmark': LintelBenchmark;
  }
}
