/** The question that stands in front of everything else. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { keyWords } from '../keyboard';
import { factStyles, fieldStyles } from '../section-styles';
import { send } from '../send';
import { shared } from '../tokens';
import type { DialogView } from '../view';
import { backupDialog } from './backup-dialogs';
import './face-choice';
import { lockDialog } from './lock-dialogs';
import { networkDialog } from './network-dialog';
import { protectionDialog } from './protection-dialogs';
import { rightsDialog } from './rights-dialogs';
import { exportDialog, importDialog, transferDialogStyles } from './transfer-dialogs';

@localized()
@customElement('lintel-dialog')
export class LintelDialog extends LitElement {
  static override readonly styles = [shared, transferDialogStyles, factStyles, fieldStyles, css`
    dialog {
      inline-size: min(28rem, calc(100vw - 32px));
      padding: 24px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
      color: var(--text);
    }

    dialog.roomy {
      inline-size: min(40rem, calc(100vw - 32px));
    }

    dialog.wide {
      inline-size: min(64rem, calc(100vw - 32px));
    }

    dialog::backdrop {
      background: #0009;
    }

    .content {
      display: grid;
      gap: 16px;
      overflow-wrap: anywhere;
    }

    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      justify-content: flex-end;
    }

    .facts {
      padding-inline-start: 24px;
    }

    .receipt {
      display: grid;
      gap: 8px;
    }

    /* A field with its name over it and its button beside it. */
    form.beside {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      gap: 4px 12px;
    }

    form.beside label {
      grid-column: 1 / -1;
      font-weight: 650;
    }

    form.beside input {
      min-inline-size: 0;
    }

    button.danger {
      border-color: var(--bad);
      color: var(--bad);
    }
  `];

  @property({ attribute: false }) view: DialogView | null = null;

  @query('dialog') private readonly _dialog!: HTMLDialogElement;

  override render(): TemplateResult {
    return html`<dialog class=${widthOf(this.view)} aria-labelledby="title" @cancel=${this.#dismiss}>
      ${this.view === null ? nothing : html`<div class="content">${this.#content(this.view)}</div>`}
    </dialog>`;
  }

  override updated(): void {
    // A modal dialog takes the focus, and gives it back when it closes.
    if (this.view !== null && !this._dialog.open) this._dialog.showModal();
    if (this.view === null && this._dialog.open) this._dialog.close();
  }

  #dismiss = (event: Event): void => {
    event.preventDefault();
    send(this, { kind: 'dismiss-dialog' });
  };

  #content(view: DialogView): TemplateResult {
    switch (view.kind) {
      case 'delete':
        return this.#question(
          msg(html`Delete <bdi>${view.name}</bdi>?`),
          msg('Their templates are removed from this device. You can undo this for ten seconds.'),
          msg('Delete'),
        );
      case 'overwrite':
      case 'overwrite-by-photographs':
        return this.#question(
          msg(html`<bdi>${view.name}</bdi> is already enrolled`),
          msg('Overwriting replaces their samples with the new one.'),
          msg('Overwrite'),
        );
      case 'choose-face':
        return html`<h2 id="title">${msg('Which face?')}</h2>
          <p>${msg(html`<bdi>${view.choice.file}</bdi> shows ${view.choice.boxes.length} faces. Choose the one you want to enrol.`)}</p>
          <lintel-face-choice .choice=${view.choice} .picture=${view.picture}></lintel-face-choice>
          <div class="buttons"><button type="button" @click=${this.#dismiss}>${msg('None of these')}</button></div>`;
      case 'import':
        return importDialog(this, view, this.#dismiss);
      case 'export':
        return exportDialog(this, view, this.#dismiss);
      case 'backup':
        return backupDialog(this, view.about, this.#dismiss);
      case 'protection':
        return protectionDialog(this, view.about, this.#dismiss);
      case 'lock':
        return lockDialog(this, view.about, this.#dismiss);
      case 'rights':
        return rightsDialog(this, view.about, this.#dismiss);
      case 'switch-network':
        return networkDialog(this, view, this.#dismiss);
      case 'reset-settings':
        return this.#question(msg('Reset all settings?'), msg('Everybody who is enrolled stays, and so does the recognition network.'), msg('Reset'));
      case 'keys':
        return html`<h2 id="title">${msg('Keys')}</h2>
          <dl>${keyWords().map(({ key, meaning }) => html`<dt><kbd>${key}</kbd></dt><dd>${meaning}</dd>`)}</dl>
          <div class="buttons"><button type="button" autofocus @click=${this.#dismiss}>${msg('Close')}</button></div>`;
    }
  }

  #question(title: string | TemplateResult, text: string, yes: string): TemplateResult {
    return html`<h2 id="title">${title}</h2>
      <p>${text}</p>
      <div class="buttons">
        <button type="button" autofocus @click=${this.#dismiss}>${msg('Cancel')}</button>
        <button type="button" class="danger" @click=${() => send(this, { kind: 'confirm-dialog' })}>${yes}</button>
      </div>`;
  }
}

/** What holds more than a question gets more room. */
function widthOf(view: DialogView | null): string {
  if (view?.kind === 'choose-face') return 'wide';
  return view?.kind === 'rights' ? 'roomy' : '';
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-dialog': LintelDialog;
  }
}
