/** Unlocks people, and changes how they are encrypted. */
import { msg } from '@lit/localize';
import { toFaultRecord } from '../core/fault';
import type { Store } from '../store/store';
import type { ProtectionAsk, ProtectionDialog } from '../ui/protection-view';
import { protectionWords } from '../ui/protection-words';
import type { Recorder } from './log-book';
import type { ViewModel } from './view-model';

/** What the desk works with. */
export interface ProtectionParts {
  readonly view: ViewModel;
  readonly record?: Recorder;
  /** People can be read now. */
  readonly onUnlocked: (store: Store) => Promise<void>;
  /** Deletes everything that is kept. */
  readonly erase: () => Promise<void>;
  /** Starts the page again: keys, names and templates leave the memory with it. */
  readonly reload: () => void;
}

export class ProtectionDesk {
  readonly #parts: ProtectionParts;
  #store: Store | null = null;
  /** Typed as the passphrase there is, until another follows. */
  #current: string | null = null;

  constructor(parts: ProtectionParts) {
    this.#parts = parts;
  }

  /** Takes the opened store; goes on to people unless they are locked. */
  async open(store: Store): Promise<void> {
    this.#store = store;
    this.#show(false);
    if (!store.vault.isLocked) return this.#parts.onUnlocked(store);
    this.#parts.view.patch({ gallery: { kind: 'locked', isWrong: false, isBusy: false } });
  }

  handle(ask: ProtectionAsk): Promise<void> | void {
    switch (ask.kind) {
      case 'unlock':
        return this.#unlock(ask.passphrase);
      case 'lock':
        return this.#parts.reload();
      case 'open-dialog':
        return this.#ask(ask.about);
      case 'protect':
        return this.#change(async ({ vault }) => {
          await vault.protect(ask.passphrase);
          this.#parts.record?.('protection-changed', null, { to: vault.protection });
          return protectionWords(vault.protection).name;
        });
      case 'current-passphrase':
        this.#current = ask.passphrase;
        return this.#ask({ kind: 'new-passphrase' });
      case 'new-passphrase':
        return this.#changePassphrase(ask.passphrase);
      case 'erase':
        return this.#erase();
    }
  }

  async #unlock(passphrase: string): Promise<void> {
    const { view, onUnlocked } = this.#parts;
    const store = this.#store;
    if (store?.vault.isLocked !== true || view.state.gallery.kind !== 'locked' || view.state.gallery.isBusy) return;
    view.patch({ gallery: { kind: 'locked', isWrong: false, isBusy: true } });
    // The words must be on the screen before the key takes the thread.
    await new Promise((resolve) => setTimeout(resolve));
    const isOpen = await store.vault.unlock(passphrase).catch(() => false);
    this.#parts.record?.(isOpen ? 'unlocked' : 'passphrase-wrong');
    view.patch({ gallery: isOpen ? { kind: 'opening' } : { kind: 'locked', isWrong: true, isBusy: false } });
    if (isOpen) await onUnlocked(store);
  }

  async #changePassphrase(after: string): Promise<void> {
    const before = this.#current ?? '';
    this.#current = null;
    await this.#change(async ({ vault }) => {
      if (await vault.changePassphrase(before, after)) {
        this.#parts.record?.('passphrase-changed');
        return msg('The passphrase was changed');
      }
      this.#parts.record?.('passphrase-wrong');
      this.#ask({ kind: 'current-passphrase', isWrong: true });
      return null;
    });
  }

  /** Runs a change, after which the notice says what holds now; null says nothing. */
  async #change(run: (store: Store) => Promise<string | null>): Promise<void> {
    const { view } = this.#parts;
    const store = this.#store;
    if (store === null || store.vault.isLocked || view.state.protection.isBusy) return;
    view.patch({ dialog: null, notice: null });
    this.#show(true);
    try {
      const name = await run(store);
      if (name !== null) view.patch({ notice: { label: msg('Protection'), name } });
    } catch (error) {
      view.patch({ storeFault: toFaultRecord(error, 'store-failed') });
    }
    this.#show(false);
  }

  async #erase(): Promise<void> {
    this.#parts.view.patch({ dialog: null });
    try {
      await this.#parts.erase();
      this.#parts.reload();
    } catch (error) {
      this.#parts.view.patch({ storeFault: toFaultRecord(error, 'store-failed') });
    }
  }

  #ask(about: ProtectionDialog): void {
    this.#parts.view.patch({ dialog: { kind: 'protection', about } });
  }

  #show(isBusy: boolean): void {
    this.#parts.view.patch({ protection: { kind: this.#store?.vault.protection ?? null, isBusy } });
  }
}
