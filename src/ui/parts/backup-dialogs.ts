/** Under which passphrase to write a backup, with which to open one, and what restoring it would do. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { RestorePlan } from '../../backup/restore-plan';
import { MIN_PASSPHRASE_CHARACTERS } from '../../sealing/passphrase';
import type { BackupAsk, BackupDialog } from '../backup-view';
import { backupProblemText, gainedText, logRestoreText, mergeLabel, replaceText } from '../backup-words';
import { formatDate } from '../format';
import { plural } from '../plural';
import { send } from '../send';
import { countPeople } from '../strings';
import './passphrase-form';
import type { PassphraseEvent } from './passphrase-form';
import { finding, nameGroup } from './transfer-dialogs';

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
  return html`<h2 id="title">${msg(str`Back up ${countPeople(people)}`)}</h2>
    <p>
      ${msg(str`The file holds names, templates and settings, encrypted under a passphrase of at least ${MIN_PASSPHRASE_CHARACTERS} characters. Four words that do not belong together are good. Keep the file on another device, and the passphrase apart from it: without the passphrase nobody can open it, you included.`)}
    </p>
    <label class="check">
      <input type="checkbox" .checked=${withLog} @change=${() => ask({ kind: 'write', withLog: !withLog })} />
      ${msg('Put the log into it as well')}
    </label>
    <lintel-passphrase-form
      .isNew=${true}
      action=${msg('Write')}
      @cancel=${dismiss}
      @lintel-passphrase=${({ detail }: PassphraseEvent) => ask({ kind: 'write-with', passphrase: detail })}
    ></lintel-passphrase-form>`;
}

function openDialog({ purpose, file, isAgain }: Of<'open'>, ask: (wanted: BackupAsk) => void, dismiss: (event: Event) => void): TemplateResult {
  return html`<h2 id="title">${purpose === 'drill' ? msg(html`Try <bdi>${file}</bdi>`) : msg(html`Restore <bdi>${file}</bdi>`)}</h2>
    <p>${purpose === 'drill' ? msg('The whole file is opened and checked. Nothing here is changed.') : msg('You see what it would do before anything is changed.')}</p>
    ${isAgain ? html`<p role="alert">${backupProblemText('not-opened')}</p>` : nothing}
    <lintel-passphrase-form
      @cancel=${dismiss}
      @lintel-passphrase=${({ detail }: PassphraseEvent) => ask({ kind: 'open-with', passphrase: detail })}
    ></lintel-passphrase-form>`;
}

function restoreDialog({ file, plan, log }: Of<'restore'>, ask: (wanted: BackupAsk) => void, dismiss: (event: Event) => void): TemplateResult {
  const { backup, added, extended, unchanged, absent } = plan;
  const merge = mergeLabel(plan);
  return html`<h2 id="title">${msg(html`Restore <bdi>${file}</bdi>?`)}</h2>
    <p>${msg(str`Made on ${formatDate(backup.madeAtMs)}, with ${countPeople(backup.people.length)}.`)}</p>
    ${nameGroup(plural(added.length, msg('1 person would be added|# people would be added')), msg('Added'), added.map(({ name }) => html`<bdi>${name}</bdi>`))}
    ${nameGroup(plural(extended.length, msg('1 person would get back what they lack|# people would get back what they lack')), msg('Completed'), extended.map((entry) => html`<bdi>${entry.person.name}</bdi>, ${gainedText(entry)}`))}
    ${refusedGroup(plan)}
    ${unchanged === 0 ? nothing : html`<p>${plural(unchanged, msg('1 person has everything already.|# people have everything already.'))}</p>`}
    ${nameGroup(plural(absent.length, msg('1 person is not in the backup|# people are not in the backup')), msg('Not in the backup'), absent.map(({ name }) => html`<bdi>${name}</bdi>`))}
    ${log === null ? nothing : html`<p>${logRestoreText(log)}</p>`}
    <p class="small muted">${replaceText(plan)}</p>
    <div class="buttons">
      <button type="button" autofocus @click=${dismiss}>${msg('Cancel')}</button>
      ${backup.people.length === 0
        ? nothing
        : html`<button type="button" class="danger" @click=${() => ask({ kind: 'restore', replacesAll: true })}>${msg('Replace everybody')}</button>`}
      ${merge === null ? nothing : html`<button type="button" class="primary" @click=${() => ask({ kind: 'restore', replacesAll: false })}>${merge}</button>`}
    </div>`;
}

function refusedGroup({ backup }: RestorePlan): TemplateResult | typeof nothing {
  const { refused } = backup;
  const entries = refused.map(({ name, reason }) => html`${name === null ? msg('An entry without a name') : html`<bdi>${name}</bdi>`}: ${finding(reason)}`);
  return nameGroup(plural(refused.length, msg('1 entry cannot be used|# entries cannot be used')), msg('Refused'), entries);
}
