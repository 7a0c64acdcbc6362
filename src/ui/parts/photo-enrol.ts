/** Enrolling from photographs: the button, how far it is, and what became of every file. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { PhotoBatch } from '../../decision/photographs';
import { batchText, photoProblemText } from '../photo-words';
import { send } from '../send';
import { shared } from '../tokens';
import type { ViewState } from '../view';
import { canAddPhotographs } from './photo-enrol-rules';

@localized()
@customElement('lintel-photo-enrol')
export class LintelPhotoEnrol extends LitElement {
  static override readonly styles = [shared, css`
    :host {
      display: grid;
      gap: 12px;
      justify-items: start;
    }

    .batch {
      display: grid;
      gap: 12px;
      justify-items: start;
      inline-size: 100%;
      padding: 12px;
      border: 1px solid var(--line);
      border-radius: 12px;
      overflow-wrap: anywhere;
    }

    progress {
      inline-size: 100%;
      block-size: 12px;
      accent-color: var(--accent);
    }

    ul {
      display: grid;
      gap: 8px;
      list-style: none;
    }

    li bdi {
      font-weight: 650;
    }
  `];

  @property({ attribute: false }) state!: ViewState;

  @query('input') private readonly _files!: HTMLInputElement;

  override render(): TemplateResult {
    return html`<button type="button" ?disabled=${!canAddPhotographs(this.state)} @click=${() => this._files.click()}>
        ${msg('From photographs…')}
      </button>
      <input type="file" accept="image/*" multiple hidden aria-label=${msg('Photographs')} @change=${this.#add} />
      ${this.state.photos === null
        ? html`<p class="small muted">${msg('Or drop them here. Nothing of a picture is kept but the template.')}</p>`
        : this.#batch(this.state.photos)}`;
  }

  #add = (): void => {
    const files = [...(this._files.files ?? [])];
    // The same file may be chosen again.
    this._files.value = '';
    send(this, { kind: 'add-photographs', files });
  };

  #batch(batch: PhotoBatch): TemplateResult {
    const { name, total, done, current, refused } = batch;
    return html`<section class="batch" aria-label=${msg('Photographs')}>
      ${current === null
        ? html`<p aria-live="polite"><bdi>${name}</bdi>: ${batchText(batch)}</p>`
        : html`<p class="numbers">${msg(html`Photograph ${done + 1} of ${total}: <bdi>${current}</bdi>`)}</p>
            <progress max=${total} .value=${done} aria-label=${msg('Photographs done')}></progress>`}
      ${refused.length === 0
        ? nothing
        : html`<ul aria-label=${msg('Photographs that were not used')}>
            ${refused.map(({ file, problem }) => html`<li><bdi>${file}</bdi>: ${photoProblemText(problem)}</li>`)}
          </ul>`}
      ${current === null
        ? html`<button type="button" @click=${() => send(this, { kind: 'dismiss-photographs' })}>${msg('Close')}</button>`
        : html`<button type="button" @click=${() => send(this, { kind: 'stop-photographs' })}>${msg('Stop')}</button>`}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-photo-enrol': LintelPhotoEnrol;
  }
}
