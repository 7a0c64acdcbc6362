/** Writes backups, proves that they open, and restores them. */
import { msg } from '@lit/localize';
import { BackupError } from '../backup/backup-error';
import type { BackupLog } from '../backup/content';
import { readBackup } from '../backup/read-backup';
import { backupReminder } from '../backup/reminder';
import { mergedPeople, planRestore } from '../backup/restore-plan';
import { writeBackup } from '../backup/write-backup';
import { toFaultRecord } from '../core/fault';
import type { LogEvent } from '../decision/log-entry';
import { PASSPHRASE_COST } from '../sealing/argon2';
import type { Store, StoreLog } from '../store/store';
import type { BackupAsk, BackupDialog, BackupWork, LogRestore, OpeningPurpose } from '../ui/backup-view';
import { countPeople } from '../ui/strings';
import type { Recorder } from './log-book';
import type { PeopleDesk } from './people-desk';
import type { NewFile } from './save-file';
import type { SettingsDesk } from './settings-desk';
import type { ViewModel } from './view-model';

/** Entries of the log that are read at a time. */
const PIECE = 2000;

/** What the desk works with. */
export interface BackupParts {
  readonly view: ViewModel;
  readonly people: Pick<PeopleDesk, 'everybody' | 'restore'>;
  readonly settings: Pick<SettingsDesk, 'reload'>;
  readonly record?: Recorder;
  /** Asks where to put a file; null when the person chose nothing. */
  readonly newFile: (suggestedName: string) => Promise<NewFile | null>;
  /** What a guess at a passphrase costs: the format's own but in tests. */
  readonly cost?: typeof PASSPHRASE_COST;
}

export class BackupDesk {
  readonly #parts: BackupParts;
  readonly #cost: typeof PASSPHRASE_COST;
  #store: Store | null = null;
  /** The file that waits for its passphrase. */
  #chosen: { readonly file: File; readonly purpose: OpeningPurpose } | null = null;

  constructor(parts: BackupParts) {
    this.#parts = parts;
    this.#cost = parts.cost ?? PASSPHRASE_COST;
  }

  async open(store: Store): Promise<void> {
    this.#store = store;
    this.#patch({ last: await store.savedBackupMark() });
    this.follow();
  }

  /** Sees whether somebody is to be reminded, after people changed. */
  follow(): void {
    const { people, view } = this.#parts;
    if (this.#store === null) return;
    const reminder = backupReminder(people.everybody, view.state.backup.last, Date.now());
    if (reminder !== view.state.backup.reminder) this.#patch({ reminder });
  }

  handle(ask: BackupAsk): Promise<void> | void {
    switch (ask.kind) {
      case 'write':
        return this.#ask({ kind: 'write', people: this.#parts.people.everybody.length, withLog: ask.withLog ?? false });
      case 'write-with':
        return this.#write(ask.passphrase);
      case 'choose':
        this.#chosen = ask;
        return this.#ask({ kind: 'open', purpose: ask.purpose, file: ask.file.name, isAgain: false });
      case 'open-with':
        return this.#open(ask.passphrase);
      case 'restore':
        return this.#restore(ask.replacesAll);
      case 'dismiss':
        return this.#show(null);
    }
  }

  /** Only what was written and opened again counts as a backup. */
  async #write(passphrase: string): Promise<void> {
    const { view, people, record } = this.#parts;
    const { dialog } = view.state;
    const withLog = dialog?.kind === 'backup' && dialog.about.kind === 'write' && dialog.about.withLog;
    view.patch({ dialog: null });
    const nowMs = Date.now();
    let file: NewFile | null = null;
    try {
      const chosen = await this.#parts.newFile(`lintel-${new Date(nowMs).toISOString().slice(0, 10)}.lintelbackup`);
      if (chosen === null) return;
      file = chosen;
      this.#working('writing')(0);
      const log = withLog && this.#store !== null ? { log: await wholeLog(this.#store.log) } : {};
      const content = { madeAtMs: nowMs, people: people.everybody, settings: view.state.settings, ...log };
      await writeBackup(content, passphrase, (bytes) => chosen.write(bytes), this.#working('writing'), this.#cost);
      const written = await chosen.close();
      await readBackup(written, passphrase, this.#working('checking'), this.#cost);
      chosen.handOver();
      this.#show({ kind: 'written', file: chosen.name, people: content.people.length });
      record?.('backup-written', null, { people: content.people.length, hasLog: withLog });
      await this.#remember({ madeAtMs: nowMs, people: content.people.length });
    } catch {
      await file?.abandon();
      this.#show({ kind: 'not-written' });
    }
  }

  async #remember(last: { readonly madeAtMs: number; readonly people: number }): Promise<void> {
    try {
      await this.#store?.saveBackupMark(last);
      this.#patch({ last });
      this.follow();
    } catch (error) {
      this.#parts.view.patch({ storeFault: toFaultRecord(error, 'store-failed') });
    }
  }

  async #open(passphrase: string): Promise<void> {
    const { view, people } = this.#parts;
    if (this.#chosen === null) return;
    const { file, purpose } = this.#chosen;
    view.patch({ dialog: null });
    this.#working('reading')(0);
    try {
      const backup = await readBackup(file, passphrase, this.#working('reading'), this.#cost);
      this.#chosen = null;
      const { madeAtMs, refused } = backup;
      const isDrill = purpose === 'drill';
      this.#parts.record?.('backup-tried', null, { isOpened: true });
      this.#show(isDrill ? { kind: 'proved', file: file.name, madeAtMs, people: backup.people.length, refused: refused.length } : null);
      if (!isDrill) this.#ask({ kind: 'restore', file: file.name, plan: planRestore(backup, people.everybody), log: await this.#logRestore(backup.log) });
    } catch (error) {
      const problem = error instanceof BackupError ? error.problem : 'unreadable';
      this.#parts.record?.('backup-tried', null, { isOpened: false, problem });
      // A slip of the fingers is the likeliest reason: the file need not be chosen again.
      if (problem === 'not-opened') this.#ask({ kind: 'open', purpose, file: file.name, isAgain: true });
      this.#show(problem === 'not-opened' ? null : { kind: 'refused', file: file.name, problem });
    }
  }

  /** All of it happens or nothing. Camera and network belong to the device: they stay as they are. */
  async #restore(replacesAll: boolean): Promise<void> {
    const { view, people, settings } = this.#parts;
    const { dialog } = view.state;
    if (dialog?.kind !== 'backup' || dialog.about.kind !== 'restore') return;
    const { plan, log } = dialog.about;
    const { cameraId, recognition } = view.state.settings;
    this.#show({ kind: 'restoring' });
    view.patch({ dialog: null, notice: null });
    const restored = replacesAll ? plan.backup.people : mergedPeople(plan);
    const isDone = await people.restore(restored, { replacesAll, settings: replacesAll ? { ...plan.backup.settings, cameraId, recognition } : null });
    if (isDone) await settings.reload();
    if (isDone && log?.isTaken === true && plan.backup.log !== undefined) await this.#bringIn(plan.backup.log);
    this.#show(null);
    if (isDone) view.patch({ notice: { label: msg('Restored'), name: countPeople(restored.length) } });
  }

  async #logRestore(log: BackupLog | undefined): Promise<LogRestore | null> {
    return log === undefined ? null : { entries: log.events.length, isTaken: (await this.#store?.log.isAsNew()) === true };
  }

  async #bringIn(log: BackupLog): Promise<void> {
    try {
      await this.#store?.log.bringIn(log);
    } catch (error) {
      this.#parts.view.patch({ storeFault: toFaultRecord(error, 'store-failed') });
    }
  }

  #working(what: 'writing' | 'checking' | 'reading'): (share: number) => void {
    return (share) => this.#show({ kind: 'working', what, share });
  }

  #ask(about: BackupDialog): void {
    this.#parts.view.patch({ dialog: { kind: 'backup', about } });
  }

  #show(work: BackupWork | null): void {
    this.#patch({ work });
  }

  #patch(change: Partial<ViewModel['state']['backup']>): void {
    const { view } = this.#parts;
    view.patch({ backup: { ...view.state.backup, ...change } });
  }
}

/** The whole log with the names that are kept for it. What does not open cannot be taken along. */
async function wholeLog(log: StoreLog): Promise<BackupLog> {
  const [{ first, last }, names] = await Promise.all([log.span(), log.savedNames()]);
  const events: LogEvent[] = [];
  for (let from = first; from <= last; from += PIECE) events.push(...(await log.read({ first: from, last: Math.min(last, from + PIECE - 1) })).entries);
  return { events, names: [...names].map(([id, name]) => ({ id, name })) };
}
