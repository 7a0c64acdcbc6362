/** Under which passphrase to write a backup, with which to open one, and what restoring it would do. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { RestorePlan } from '../../backup/restore-plan';
import { MIN_PASSPHRASE_CHARACTERS } from '../../sealing/passphrase';
import type { BackupAsk, BackupDialog } from '../backup-view';
import { backupProblemText, gainedText, logRestoreText, mergeLabel, replaceText } from '../backup-words';
import { send } from '../send';
import { countPeople, formatDate } from '../strings';
import './passphrase-form';
import type { PassphraseEvent } from './passphrase-form';
import { nameGroup } from './transfer-dialogs';

type Of<K extends BackupDialog['kind']> = Extract<BackupDialog, { kind: K }>;

/** `dismiss` closes the dialog. */
export function backupDialog(host: EventTarget, about: BackupDialog, dismiss: (event: Event) => void): TemplateResult {
  const ask = (wanted: BackupAsk): void => send(host, { kind: 'backup', ask: wanted });
  switch (about.kind) {
    case 'write':
      return writeDialog(about, ask, dismiss);
    case 'open':
      return openDialog(about, ask, dismiss);
    case 'restore':
      return restoreDialog(about, ask, dismiss);
  }
}

function writeDialog({ people, withLog }: Of<'write'>, ask: (wanted: BackupAsk) => void, dismiss: (event: Event) => void): TemplateResult {
  return html`<h2 id="title">Back up ${countPeople(people)}</h2>
    <p>
      The file holds names, templates and settings, encrypted under a passphrase of at least ${MIN_PASSPHRASE_CHARACTERS}
      characters. Four words that do not belong together are good. Keep the file on another device, and the passphrase apart
      from it: without the passphrase nobody can open it, you included.
    </p>
    <label class="check">
      <input type="checkbox" .checked=${withLog} @change=${() => ask({ kind: 'write', withLog: !withLog })} />
      ${msg('Put the log into it as well')}
    </label>
    <lintel-passphrase-form
      .isNew=${true}
      action="Write"
      @cancel=${dismiss}
      @lintel-passphrase=${({ detail }: PassphraseEvent) => ask({ kind: 'write-with', passphrase: detail })}
    ></lintel-passphrase-form>`;
}

function openDialog({ purpose, file, isAgain }: Of<'open'>, ask: (wanted: BackupAsk) => void, dismiss: (event: Event) => void): TemplateResult {
  return html`<h2 id="title">${purpose === 'drill' ? 'Try' : 'Restore'} <bdi>${file}</bdi></h2>
    <p>${purpose === 'drill' ? 'The whole file is opened and checked. Nothing here is changed.' : 'You see what it would do before anything is changed.'}</p>
    ${isAgain ? html`<p role="alert">${backupProblemText('not-opened')}</p>` : nothing}
    <lintel-passphrase-form
      @cancel=${dismiss}
      @lintel-passphrase=${({ detail }: PassphraseEvent) => ask({ kind: 'open-with', passphrase: detail })}
    ></lintel-passphrase-form>`;
}

function restoreDialog({ file, plan, log }: Of<'restore'>, ask: (wanted: BackupAsk) => void, dismiss: (event: Event) => void): TemplateResult {
  const { backup, added, extended, unchanged, absent } = plan;
  const merge = mergeLabel(plan);
  return html`<h2 id="title">Restore <bdi>${file}</bdi>?</h2>
    <p>Made on ${formatDate(backup.madeAtMs)}, with ${countPeople(backup.people.length)}.</p>
    ${nameGroup(`${countPeople(added.length)} would be added`, 'Added', added.map(({ name }) => html`<bdi>${name}</bdi>`))}
    ${nameGroup(`${countPeople(extended.length)} would get back what they lack`, 'Completed', extended.map((entry) => html`<bdi>${entry.person.name}</bdi>, ${gainedText(entry)}`))}
    ${refusedGroup(plan)}
    ${unchanged === 0 ? nothing : html`<p>${countPeople(unchanged)} ${unchanged === 1 ? 'has' : 'have'} everything already.</p>`}
    ${nameGroup(`${countPeople(absent.length)} ${absent.length === 1 ? 'is' : 'are'} not in the backup`, 'Not in the backup', absent.map(({ name }) => html`<bdi>${name}</bdi>`))}
    ${log === null ? nothing : html`<p>${logRestoreText(log)}</p>`}
    <p class="small muted">${replaceText(plan)}</p>
    <div class="buttons">
      <button type="button" autofocus @click=${dismiss}>Cancel</button>
      ${backup.people.length === 0
        ? nothing
        : html`<button type="button" class="danger" @click=${() => ask({ kind: 'restore', replacesAll: true })}>Replace everybody</button>`}
      ${merge === null ? nothing : html`<button type="button" class="primary" @click=${() => ask({ kind: 'restore', replacesAll: false })}>${merge}</button>`}
    </div>`;
}

function refusedGroup({ backup }: RestorePlan): TemplateResult | typeof nothing {
  const { refused } = backup;
  const entries = refused.map(({ name, reason }) => html`${name === null ? 'An entry' : html`<bdi>${name}</bdi>`} ${reason}.`);
  return nameGroup(refused.length === 1 ? '1 entry cannot be used' : `${refused.length} entries cannot be used`, 'Refused', entries);
}
