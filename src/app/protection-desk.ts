/** Unlocks people, and changes how they are encrypted. */
import { msg } from '@lit/localize';
import { toFaultRecord } from '../core/fault';
import { PASSPHRASE_COST } from '../sealing/argon2';
import { newPassphraseSecret, passphraseKey, type Secret, type Wrapping } from '../sealing/wrapping';
import type { Store } from '../store/store';
import type { Opener, ProtectionAsk, ProtectionDialog, ProtectionView } from '../ui/protection-view';
import { protectionWords } from '../ui/protection-words';
import type { Recorder } from './log-book';
import type { SecurityKeys } from './security-key';
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
  readonly securityKeys: SecurityKeys;
  readonly cost?: typeof PASSPHRASE_COST;
}

export class ProtectionDesk {
  readonly #parts: ProtectionParts;
  readonly #cost: typeof PASSPHRASE_COST;
  #store: Store | null = null;
  /** Typed as the passphrase there is, until another follows. */
  #current: string | null = null;
  /** Ends the waiting for a security key. */
  #waiting = new AbortController();

  constructor(parts: ProtectionParts) {
    this.#parts = parts;
    this.#cost = parts.cost ?? PASSPHRASE_COST;
  }

  /** Takes the opened store; goes on to people unless they are locked. */
  async open(store: Store): Promise<void> {
    this.#store = store;
    this.#show(null);
    if (!store.vault.isLocked) return this.#parts.onUnlocked(store);
    this.#parts.view.patch({ gallery: { kind: 'locked', isWrong: false, isBusy: false } });
  }

  handle(ask: ProtectionAsk): Promise<void> | void {
    switch (ask.kind) {
      case 'unlock':
        return this.#unlock(ask.by);
      case 'stop-waiting':
        return this.#waiting.abort();
      case 'lock':
        return this.#parts.reload();
      case 'open-dialog':
        return this.#ask(ask.about);
      case 'protect':
        return this.#change(async ({ vault }) => {
          await vault.protect(ask.by.kind === 'device' ? null : await this.#newSecret(ask.by));
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

  async #unlock(by: Opener): Promise<void> {
    const { view, onUnlocked } = this.#parts;
    const store = this.#store;
    if (store?.vault.isLocked !== true || view.state.gallery.kind !== 'locked' || view.state.gallery.isBusy) return;
    view.patch({ gallery: { kind: 'locked', isWrong: false, isBusy: true } });
    this.#waiting = new AbortController();
    const key = await this.#keyOf(store.vault.wrapping, by).catch(() => null);
    const isOpen = key !== null && (await store.vault.unlock(key).catch(() => false));
    const isWrong = !this.#waiting.signal.aborted;
    if (isOpen || isWrong) this.#parts.record?.(isOpen ? 'unlocked' : 'passphrase-wrong');
    view.patch({ gallery: isOpen ? { kind: 'opening' } : { kind: 'locked', isWrong, isBusy: false } });
    if (isOpen) await onUnlocked(store);
  }

  async #changePassphrase(after: string): Promise<void> {
    const before = this.#current ?? '';
    this.#current = null;
    await this.#change(async ({ vault }) => {
      const key = await this.#keyOf(vault.wrapping, { kind: 'passphrase', passphrase: before });
      const isChanged = key !== null && (await vault.rewrap(key, await newPassphraseSecret(after, this.#cost)));
      this.#parts.record?.(isChanged ? 'passphrase-changed' : 'passphrase-wrong');
      if (isChanged) return msg('The passphrase was changed');
      this.#ask({ kind: 'current-passphrase', isWrong: true });
      return null;
    });
  }

  /** A new secret; waits for a touch where a security key is to give it. */
  async #newSecret(by: Opener): Promise<Secret> {
    if (by.kind === 'passphrase') return newPassphraseSecret(by.passphrase, this.#cost);
    this.#show('touching');
    const secret = await this.#parts.securityKeys.add(this.#waiting.signal);
    this.#show('sealing');
    return secret;
  }

  /** What opens the data key, if it is the right one; null where it is kept in another way. */
  async #keyOf(wrapping: Wrapping | null, by: Opener): Promise<CryptoKey | null> {
    if (by.kind === 'passphrase') return wrapping?.kind === 'passphrase' ? passphraseKey(wrapping, by.passphrase) : null;
    return wrapping?.kind === 'security-key' ? this.#parts.securityKeys.ask(wrapping, this.#waiting.signal) : null;
  }

  /** Runs a change, after which the notice says what holds now; null says nothing. */
  async #change(run: (store: Store) => Promise<string | null>): Promise<void> {
    const { view } = this.#parts;
    const store = this.#store;
    if (store === null || store.vault.isLocked || view.state.protection.busy !== null) return;
    this.#waiting = new AbortController();
    view.patch({ dialog: null, notice: null, storeFault: null });
    this.#show('sealing');
    try {
      const name = await run(store);
      if (name !== null) view.patch({ notice: { label: msg('Protection'), name } });
    } catch (error) {
      // Whoever stopped the waiting knows why nothing was changed.
      if (!this.#waiting.signal.aborted) view.patch({ storeFault: toFaultRecord(error, 'store-failed') });
    }
    this.#show(null);
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

  #show(busy: ProtectionView['busy']): void {
    const kind = this.#store?.vault.protection ?? null;
    this.#parts.view.patch({ protection: { kind, busy, keyObstacle: this.#parts.securityKeys.obstacle } });
  }
}
