/** In People: backups, and the proof that they open. */
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { BackupAsk, BackupWork, OpeningPurpose } from '../backup-view';
import { backupProblemText, lastBackupText, provedText, reminderText, workingText } from '../backup-words';
import { sectionStyles } from '../section-styles';
import { send } from '../send';
import { countPeople } from '../strings';
import { shared } from '../tokens';
import type { ViewState } from '../view';
import { noticeStyles } from './notices';

@localized()
@customElement('lintel-backup')
export class LintelBackup extends LitElement {
  static override readonly styles = [shared, sectionStyles, noticeStyles];

  @property({ attribute: false }) view!: ViewState;

  @query('input') private readonly _file!: HTMLInputElement;

  #purpose: OpeningPurpose = 'drill';

  override render(): TemplateResult {
    const { gallery, people, backup } = this.view;
    const { work, reminder, last } = backup;
    const isBusy = work?.kind === 'working' || work?.kind === 'restoring' || gallery.kind !== 'ready';
    return html`<section aria-labelledby="title">
      <h2 id="title">${msg('Backup')}</h2>
      ${reminder === null ? nothing : html`<div class="notice"><p>${reminderText(reminder)}</p></div>`}
      <p class="small muted">
        ${lastBackupText(last)} ${msg('One encrypted file keeps everybody and the settings. Trying a backup opens it and changes nothing: do that before you need it.')}
      </p>
      <div class="buttons">
        <button type="button" ?disabled=${isBusy || people.length === 0} @click=${() => this.#ask({ kind: 'write' })}>${msg('Back up…')}</button>
        <button type="button" ?disabled=${isBusy} @click=${() => this.#choose('drill')}>${msg('Try a backup…')}</button>
        <button type="button" ?disabled=${isBusy} @click=${() => this.#choose('restore')}>${msg('Restore…')}</button>
      </div>
      <input type="file" accept=".lintelbackup" hidden aria-label=${msg('Backup')} @change=${this.#chosen} />
      ${work === null ? nothing : this.#state(work)}
    </section>`;
  }

  #ask(ask: BackupAsk): void {
    send(this, { kind: 'backup', ask });
  }

  #choose(purpose: OpeningPurpose): void {
    this.#purpose = purpose;
    this._file.click();
  }

  #chosen = (): void => {
    const [file] = this._file.files ?? [];
    // The same file may be chosen again.
    this._file.value = '';
    if (file !== undefined) this.#ask({ kind: 'choose', purpose: this.#purpose, file });
  };

  #state(work: BackupWork): TemplateResult {
    switch (work.kind) {
      case 'working':
        return html`<label class="numbers">${workingText(work.what)}<progress .value=${work.share}></progress></label>`;
      case 'restoring':
        return html`<label>${msg('Restoring…')}<progress></progress></label>`;
      case 'written':
        return this.#notice(msg(html`<bdi>${work.file}</bdi> holds ${countPeople(work.people)}. It was opened again and is whole.`), false);
      case 'not-written':
        return this.#notice(msg('The backup was not written. Nobody who is enrolled was lost, and an older backup is as it was. Choose another place with more room.'), true);
      case 'refused':
        return this.#notice(msg(html`<bdi>${work.file}</bdi>: ${backupProblemText(work.problem)} Nothing was changed.`), true);
      case 'proved':
        return this.#notice(msg(html`<bdi>${work.file}</bdi> opens and is whole. ${provedText(work)}`), false);
    }
  }

  #notice(text: string | TemplateResult, isFault: boolean): TemplateResult {
    return html`<div class=${isFault ? 'notice fault' : 'notice'} role="alert">
      <p>${text}</p>
      <button type="button" @click=${() => this.#ask({ kind: 'dismiss' })}>${msg('Understood')}</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-backup': LintelBackup;
  }
}
