/** Opens what is kept: settings first, then people once they are unlocked; and says when it is lost. */
import { type FaultRecord, toFaultRecord } from '../core/fault';
import { requestPersistence } from '../store/persistence';
import { eraseEverything, openStore, type Store } from '../store/store';
import type { BackupDesk } from './backup-desk';
import type { DiagnosticsDesk } from './diagnostics-desk';
import { leaveErasedSign, takeErasedSign } from './erased-sign';
import type { LockDesk } from './lock-desk';
import type { LogBook } from './log-book';
import type { LogDesk } from './log-desk';
import type { PeopleDesk } from './people-desk';
import { ProtectionDesk } from './protection-desk';
import type { RightsDesk } from './rights-desk';
import { BROWSER_SECURITY_KEYS } from './security-key';
import type { SettingsDesk } from './settings-desk';
import type { ViewModel } from './view-model';

/** How long people may take to be read before the screen says so. */
const SILENT_LOADING_MS = 500;

/** Who gets what is kept. */
export interface KeptDataParts {
  readonly view: ViewModel;
  readonly settings: SettingsDesk;
  readonly people: PeopleDesk;
  readonly backup: BackupDesk;
  readonly lock: LockDesk;
  readonly logBook: LogBook;
  readonly log: LogDesk;
  readonly diagnostics: DiagnosticsDesk;
  readonly rights: RightsDesk;
}

export class KeptData {
  readonly protection: ProtectionDesk;
  readonly #parts: KeptDataParts;
  #store: Store | null = null;

  constructor(parts: KeptDataParts) {
    this.#parts = parts;
    this.protection = new ProtectionDesk({
      view: parts.view,
      record: parts.logBook.record,
      onUnlocked: (store) => this.#openPeople(store),
      erase: () => eraseEverything().then(leaveErasedSign),
      reload: () => location.reload(),
      securityKeys: BROWSER_SECURITY_KEYS,
    });
  }

  /** Opens the store and reads the settings. Never rejects: a fault is shown. */
  async open(): Promise<void> {
    const { view, people, settings, backup, lock } = this.#parts;
    if (takeErasedSign()) view.patch({ rights: { ...view.state.rights, wasErased: true } });
    try {
      const store = await openStore({
        onPeopleChanged: () => void people.reload().catch((error: unknown) => this.#lose(toFaultRecord(error))),
        onLockChanged: () => void lock.reload().catch((error: unknown) => this.#lose(toFaultRecord(error))),
        onLost: (fault) => this.#lose(fault),
      });
      await lock.open(store);
      await settings.open(store);
      await backup.open(store);
      this.#store = store;
    } catch (error) {
      this.#lose(toFaultRecord(error, 'store-failed'));
      // What is not kept needs no lock.
      await lock.open(null);
    }
  }

  /** Reads everybody, or waits for the passphrase. */
  async openPeople(): Promise<void> {
    if (this.#store !== null) await this.protection.open(this.#store);
  }

  async #openPeople(store: Store): Promise<void> {
    const { view, people, rights } = this.#parts;
    try {
      const openedAtMs = performance.now();
      await people.open(store, (progress) => {
        // A gallery that is there at once needs no word.
        if (performance.now() - openedAtMs > SILENT_LOADING_MS) view.patch({ gallery: { kind: 'opening', progress } });
      });
      view.patch({ gallery: { kind: 'ready' } });
      this.#parts.logBook.open(store);
      this.#parts.log.open(store);
      await rights.open(store);
      void this.#keepStorage();
    } catch (error) {
      this.#lose(toFaultRecord(error, 'store-failed'));
    }
  }

  #lose(fault: FaultRecord): void {
    this.#parts.view.patch({ gallery: { kind: 'faulted', fault } });
  }

  async #keepStorage(): Promise<void> {
    const report = await requestPersistence();
    this.#parts.diagnostics.useStorage(report);
    this.#parts.view.patch({ isStoragePersistent: report.isPersistent });
  }
}
