/** The admin lock: asks for the PIN before what is protected, and locks again when nobody is there. */
import { msg } from '@lit/localize';
import { afterFailure, afterWaiting, IDLE_MS, NO_TRIES, type Tries } from '../decision/admin-lock';
import { toFaultRecord } from '../core/fault';
import { PASSPHRASE_COST } from '../sealing/argon2';
import { isSecret, newSecretCheck } from '../sealing/secret-check';
import type { AdminLock } from '../store/admin-lock';
import type { Store } from '../store/store';
import type { LockAsk, LockDialog } from '../ui/lock-view';
import type { Intent } from '../ui/view';
import { isProtected } from './protected-intents';
import type { Recorder } from './log-book';
import type { ViewModel } from './view-model';

/** How often the wait is shown, and how often it is kept: what a reload loses is waited for again. */
const TICK_MS = 1000;
const KEEP_MS = 5000;

/** What the desk works with. */
export interface LockParts {
  readonly view: ViewModel;
  /** Does what waited for the PIN. */
  readonly run: (intent: Intent) => void;
  /** Leaves whatever is protected. */
  readonly leave: () => void;
  readonly record?: Recorder;
  /** A clock that nobody can set, in milliseconds. */
  readonly nowMs?: () => number;
  readonly cost?: typeof PASSPHRASE_COST;
}

export class LockDesk {
  readonly #parts: LockParts;
  readonly #nowMs: () => number;
  readonly #cost: typeof PASSPHRASE_COST;
  #store: Store | null = null;
  /** Undefined before it is known whether there is a lock. */
  #lock: AdminLock | null | undefined = undefined;
  #isLocked = true;
  /** What was asked for and waits. */
  #waiting: Intent | null = null;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor(parts: LockParts) {
    this.#parts = parts;
    this.#nowMs = parts.nowMs ?? (() => performance.now());
    this.#cost = parts.cost ?? PASSPHRASE_COST;
  }

  /** Takes the opened store; without one there is nothing to protect. What was asked for before is done, or asks for the PIN. */
  async open(store: Store | null): Promise<void> {
    this.#store = store;
    this.#lock = store === null ? null : await store.savedAdminLock();
    this.#show();
    this.#goOn();
  }

  /** Another tab set, changed or removed the PIN, or tried one. */
  async reload(): Promise<void> {
    if (this.#store === null) return;
    const before = this.#lock?.check?.salt.join();
    this.#lock = await this.#store.savedAdminLock();
    if (this.#lock !== null && before !== this.#lock.check?.salt.join()) this.lock();
    this.#show();
  }

  /** True when this may be done now. Else it waits for the PIN, which is asked for. */
  allows(intent: Intent): boolean {
    const isFree = this.#lock === null || (this.#lock !== undefined && !this.#isLocked) || !isProtected(intent);
    if (isFree) return true;
    this.#waiting = intent;
    if (this.#lock !== undefined) this.#ask({ kind: 'unlock', isWrong: false, isBusy: false, waitMs: this.#lock?.tries.waitMs ?? 0 });
    this.#count();
    return false;
  }

  /** Somebody is there. */
  touch(): void {
    clearTimeout(this.#idle);
    if (this.#lock !== null && this.#lock !== undefined && !this.#isLocked) this.#idle = setTimeout(() => this.lock(), IDLE_MS);
  }

  /** Needs the PIN again from now on. */
  lock(): void {
    clearTimeout(this.#idle);
    if (!this.#isLocked) this.#parts.record?.('admin-locked');
    this.#isLocked = true;
    this.#waiting = null;
    this.#parts.view.patch({ dialog: null });
    this.#show();
    this.#parts.leave();
  }

  handle(ask: LockAsk): Promise<void> | void {
    switch (ask.kind) {
      case 'try':
        return this.#try(ask.secret);
      case 'lock-now':
        return this.#lock === null ? undefined : this.lock();
      case 'open-dialog':
        return this.#ask(ask.about);
      case 'set':
        return this.#change('pin-set', async () => ({ check: await newSecretCheck(ask.secret, this.#cost), tries: NO_TRIES }), msg('A PIN is set'));
      case 'remove':
        return this.#change('pin-removed', () => Promise.resolve(null), msg('No PIN is set'));
    }
  }

  /** A try counts before it is looked at: whoever ends the browser in between gains nothing. */
  async #try(secret: string): Promise<void> {
    const store = this.#store;
    if (store === null || this.#lock === null || this.#lock === undefined || this.#lock.tries.waitMs > 0) return;
    this.#ask({ kind: 'unlock', isWrong: false, isBusy: true, waitMs: 0 });
    try {
      // Another tab may have used up the tries.
      const found = { waitMs: 0 };
      const counted = await store.changeAdminLock((kept) => {
        found.waitMs = kept?.tries.waitMs ?? 0;
        return kept === null || found.waitMs > 0 ? kept : { ...kept, tries: afterFailure(kept.tries) };
      });
      this.#lock = counted;
      const check = found.waitMs > 0 ? null : (counted?.check ?? null);
      const isRight = check !== null && (await isSecret(check, secret, this.#cost));
      if (found.waitMs === 0) this.#parts.record?.(isRight ? 'pin-right' : 'pin-wrong');
      if (isRight) {
        this.#lock = await store.changeAdminLock((kept) => kept && { ...kept, tries: NO_TRIES });
        this.#isLocked = false;
        this.#parts.view.patch({ dialog: null });
        this.#show();
        this.touch();
        this.#goOn();
        return;
      }
      this.#ask({ kind: 'unlock', isWrong: found.waitMs === 0, isBusy: false, waitMs: counted?.tries.waitMs ?? 0 });
      this.#count();
    } catch (error) {
      this.#parts.view.patch({ dialog: null, storeFault: toFaultRecord(error, 'store-failed') });
    }
  }

  /** Lets the wait pass, by a clock that nobody can set, and keeps what is left of it. */
  #count(): void {
    if (this.#ticking !== undefined || (this.#lock?.tries.waitMs ?? 0) === 0) return;
    let lastMs = this.#nowMs();
    let unkeptMs = 0;
    this.#ticking = setInterval(() => {
      const nowMs = this.#nowMs();
      const elapsedMs = nowMs - lastMs;
      lastMs = nowMs;
      unkeptMs += elapsedMs;
      const tries = this.#pass(elapsedMs);
      const isOver = tries.waitMs === 0;
      if (isOver || unkeptMs >= KEEP_MS) {
        void this.#keep(tries);
        unkeptMs = 0;
      }
      if (!isOver) return;
      clearInterval(this.#ticking);
      this.#ticking = undefined;
    }, TICK_MS);
  }

  #pass(elapsedMs: number): Tries {
    if (this.#lock === null || this.#lock === undefined) return NO_TRIES;
    const tries = afterWaiting(this.#lock.tries, elapsedMs);
    this.#lock = { ...this.#lock, tries };
    const { dialog } = this.#parts.view.state;
    if (dialog?.kind === 'lock' && dialog.about.kind === 'unlock') this.#ask({ ...dialog.about, waitMs: tries.waitMs });
    return tries;
  }

  /** Two tabs wait for the same time, not each for half of it; another wrong try is another wait. */
  async #keep({ failures, waitMs }: Tries): Promise<void> {
    const waited = (kept: AdminLock): AdminLock => ({ ...kept, tries: { failures, waitMs: Math.min(kept.tries.waitMs, waitMs) } });
    try {
      await this.#store?.changeAdminLock((kept) => (kept?.tries.failures === failures ? waited(kept) : kept));
    } catch {
      // Then the wait is longer after a reload, never shorter.
    }
  }

  async #change(act: 'pin-set' | 'pin-removed', make: () => Promise<AdminLock | null>, name: string): Promise<void> {
    const store = this.#store;
    this.#parts.view.patch({ dialog: null });
    if (store === null) return;
    try {
      const lock = await make();
      this.#lock = await store.changeAdminLock(() => lock);
      this.#parts.record?.(act);
      this.#isLocked = false;
      this.#parts.view.patch({ notice: { label: msg('Admin lock'), name } });
      this.#show();
      this.touch();
    } catch (error) {
      this.#parts.view.patch({ storeFault: toFaultRecord(error, 'store-failed') });
    }
  }

  #goOn(): void {
    const intent = this.#waiting;
    this.#waiting = null;
    if (intent !== null) this.#parts.run(intent);
  }

  #ask(about: LockDialog): void {
    this.#parts.view.patch({ dialog: { kind: 'lock', about } });
  }

  #show(): void {
    const isSet = this.#lock !== null;
    this.#parts.view.patch({ lock: { isSet, isLocked: isSet && this.#isLocked } });
  }
}
