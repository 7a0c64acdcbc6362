/** What runs, how fast, and on what. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../parts/benchmark';
import { sectionStyles } from '../section-styles';
import { send } from '../send';
import { shared } from '../tokens';
import type { DiagnosticsLine, ViewState } from '../view';

@localized()
@customElement('lintel-diagnostics')
export class LintelDiagnostics extends LitElement {
  static override readonly styles = [shared, sectionStyles, css`
    :host {
      display: grid;
      gap: 16px;
      align-content: start;
    }

    .groups {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr));
      gap: 16px;
      align-items: start;
    }

    dl {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: 8px 16px;
    }

    dt {
      color: var(--muted);
      overflow-wrap: anywhere;
    }

    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `];

  @property({ attribute: false }) state!: ViewState;

  override render(): TemplateResult {
    const { diagnostics, wasCopied } = this.state;
    const groups = Map.groupBy(diagnostics, ({ group }) => group);
    return html`<div class="head">
        <h1>${msg('Diagnostics')}</h1>
        <button type="button" @click=${() => send(this, { kind: 'copy-diagnostics' })}>
          ${wasCopied ? msg('Copied') : msg('Copy as text')}
        </button>
      </div>
      <p class="muted">${msg('Times and frames are from the last use of the camera. Nothing here leaves this device by itself.')}</p>
      <p><a class="way" href="#self-test">${msg('Try it yourself: does a photograph pass here?')}</a></p>
      <p><a class="way" href="/sbom.cdx.json" download="lintel-sbom.cdx.json">${msg('What Lintel is made of: a list of its parts and their licences')}</a></p>
      <lintel-benchmark .benchmark=${this.state.benchmark}></lintel-benchmark>
      <div class="groups">${[...groups].map(([group, lines]) => this.#group(group, lines))}</div>`;
  }

  #group(group: string, lines: readonly DiagnosticsLine[]): TemplateResult {
    return html`<section aria-label=${group}>
      <h2>${group}</h2>
      <dl class="numbers">${lines.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-diagnostics': LintelDiagnostics;
  }
}
