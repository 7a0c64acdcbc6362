/** In People: from the predecessor's database and back to it. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { backupProblemText } from '../backup-words';
import { sectionStyles } from '../section-styles';
import { send } from '../send';
import { countPeople } from '../strings';
import { shared } from '../tokens';
import type { TransferView, ViewState } from '../view';
import { noticeStyles } from './notices';
import { finding } from './transfer-dialogs';

@localized()
@customElement('lintel-transfer')
export class LintelTransfer extends LitElement {
  static override readonly styles = [shared, sectionStyles, noticeStyles];

  @property({ attribute: false }) view!: ViewState;

  @query('input') private readonly _file!: HTMLInputElement;

  override render(): TemplateResult {
    const { gallery, modelId, people, transfer } = this.view;
    const isBusy = transfer?.kind === 'importing' || gallery.kind !== 'ready';
    return html`<section aria-labelledby="title">
      <h2 id="title">${msg('The predecessor’s database')}</h2>
      <p class="small muted">
        ${msg('FaceID for the Raspberry Pi keeps its people in faces_db.pkl. You can take them over, or write yours for it.')}
      </p>
      <div class="buttons">
        <button type="button" ?disabled=${isBusy} @click=${() => this._file.click()}>${msg('Import faces_db.pkl…')}</button>
        <button type="button" ?disabled=${isBusy || modelId === null || people.length === 0} @click=${() => send(this, { kind: 'ask-export' })}>
          ${msg('Export faces_db.pkl')}
        </button>
      </div>
      <input type="file" accept=".pkl,.pickle" hidden aria-label="faces_db.pkl" @change=${this.#choose} />
      ${transfer === null ? nothing : this.#state(transfer)}
    </section>`;
  }

  #choose = (): void => {
    const [file] = this._file.files ?? [];
    // The same file may be chosen again.
    this._file.value = '';
    if (file !== undefined) send(this, { kind: 'preview-import', file });
  };

  #state(transfer: TransferView): TemplateResult {
    switch (transfer.kind) {
      case 'importing':
        return html`<label class="numbers">
          ${msg(str`Importing ${transfer.done} of ${countPeople(transfer.total)}`)}
          <progress max=${transfer.total} .value=${transfer.done}></progress>
        </label>`;
      case 'interrupted':
        return this.#notice(
          msg(str`${transfer.done} of ${countPeople(transfer.total)} were imported before the data could not be saved. Nobody who was enrolled before is lost. Choose the file again to import the others.`),
        );
      case 'refused':
        return this.#notice(
          html`<bdi>${transfer.file}</bdi>:
            ${transfer.message === null ? backupProblemText('unreadable') : html`${msg('Lintel does not read this file.')} ${finding(transfer.message)}`}
            ${msg('Nothing was changed.')}`,
        );
    }
  }

  #notice(text: string | TemplateResult): TemplateResult {
    return html`<div class="notice fault" role="alert">
      <p>${text}</p>
      <button type="button" @click=${() => send(this, { kind: 'dismiss-transfer' })}>${msg('Understood')}</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-transfer': LintelTransfer;
  }
}
