/** The admin lock: asks for the PIN before what is protected, and locks again when nobody is there. */
import { msg } from '@lit/localize';
import { toFaultRecord } from '../core/fault';
import { afterFailure, NO_TRIES } from '../decision/admin-lock';
import { PASSPHRASE_COST } from '../sealing/argon2';
import { isSecret, newSecretCheck } from '../sealing/secret-check';
import type { AdminLock } from '../store/admin-lock';
import type { Store } from '../store/store';
import type { LockAsk, LockDialog } from '../ui/lock-view';
import type { Intent } from '../ui/view';
import { KeptLock } from './kept-lock';
import type { Recorder } from './log-book';
import { isProtected } from './protected-intents';
import { VerificationTries } from './verification-tries';
import type { ViewModel } from './view-model';

const MINUTE_MS = 60_000;

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
  /** Counts the verifications that fail. */
  readonly verifications: VerificationTries;
  readonly #parts: LockParts;
  readonly #kept: KeptLock;
  readonly #cost: typeof PASSPHRASE_COST;
  #isLocked = true;
  /** What was asked for and waits. */
  #waiting: Intent | null = null;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: LockParts) {
    this.#parts = parts;
    this.#kept = new KeptLock(parts.nowMs ?? (() => performance.now()), () => this.#show());
    this.#cost = parts.cost ?? PASSPHRASE_COST;
    this.verifications = new VerificationTries({
      kept: this.#kept,
      isShut: () => this.#isLocked,
      onFault: (fault) => parts.view.patch({ storeFault: fault }),
    });
  }

  /** Takes the opened store; without one there is nothing to protect. What was asked for before is done, or asks for the PIN. */
  async open(store: Store | null): Promise<void> {
    await this.#kept.open(store);
    this.#goOn();
  }

  /** Another tab set, changed or removed the PIN, or tried one. */
  async reload(): Promise<void> {
    const before = this.#kept.lock?.check?.salt.join();
    await this.#kept.reload();
    const { lock } = this.#kept;
    if (lock && before !== lock.check?.salt.join()) this.lock();
  }

  /** True when this may be done now. Else it waits for the PIN, which is asked for. */
  allows(intent: Intent): boolean {
    const { lock } = this.#kept;
    const isFree = lock === null || (lock !== undefined && !this.#isLocked) || !isProtected(intent);
    if (isFree) return true;
    this.#waiting = intent;
    if (lock !== undefined) this.#askPin();
    return false;
  }

  /** Somebody is there. */
  touch(): void {
    clearTimeout(this.#idle);
    const idleMs = this.#parts.view.state.settings.lockAfterMinutes * MINUTE_MS;
    if (this.#kept.lock && !this.#isLocked) this.#idle = setTimeout(() => this.lock(), idleMs);
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
        return this.#kept.lock === null ? undefined : this.lock();
      case 'unlock':
        this.#waiting = null;
        return this.#kept.lock && this.#isLocked ? this.#askPin() : undefined;
      case 'open-dialog':
        return this.#ask(ask.about);
      case 'set':
        return this.#change('pin-set', async () => ({ check: await newSecretCheck(ask.secret, this.#cost), tries: NO_TRIES, verifications: NO_TRIES }), msg('A PIN is set'));
      case 'remove':
        return this.#change('pin-removed', () => Promise.resolve(null), msg('No PIN is set'));
    }
  }

  /** A try counts before it is looked at: whoever ends the browser in between gains nothing. */
  async #try(secret: string): Promise<void> {
    const { lock } = this.#kept;
    if (!lock || lock.tries.waitMs > 0) return;
    this.#ask({ kind: 'unlock', isWrong: false, isBusy: true, waitMs: 0 });
    try {
      // Another tab may have used up the tries.
      const found = { waitMs: 0 };
      const counted = await this.#kept.change((kept) => {
        found.waitMs = kept?.tries.waitMs ?? 0;
        return kept === null || found.waitMs > 0 ? kept : { ...kept, tries: afterFailure(kept.tries) };
      });
      const check = found.waitMs > 0 ? null : (counted?.check ?? null);
      const isRight = check !== null && (await isSecret(check, secret, this.#cost));
      if (found.waitMs === 0) this.#parts.record?.(isRight ? 'pin-right' : 'pin-wrong');
      if (isRight) {
        await this.#kept.change((kept) => kept && { ...kept, tries: NO_TRIES, verifications: NO_TRIES });
        this.#isLocked = false;
        this.#parts.view.patch({ dialog: null });
        this.#show();
        this.touch();
        this.#goOn();
        return;
      }
      this.#askPin(found.waitMs === 0);
    } catch (error) {
      this.#parts.view.patch({ dialog: null, storeFault: toFaultRecord(error, 'store-failed') });
    }
  }

  async #change(act: 'pin-set' | 'pin-removed', make: () => Promise<AdminLock | null>, name: string): Promise<void> {
    this.#parts.view.patch({ dialog: null });
    if (!this.#kept.isKept) return;
    try {
      const lock = await make();
      await this.#kept.change(() => lock);
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

  #askPin(isWrong = false): void {
    this.#ask({ kind: 'unlock', isWrong, isBusy: false, waitMs: this.#kept.lock?.tries.waitMs ?? 0 });
  }

  #ask(about: LockDialog): void {
    this.#parts.view.patch({ dialog: { kind: 'lock', about } });
  }

  #show(): void {
    const { lock } = this.#kept;
    const isSet = lock !== null;
    this.#parts.view.patch({ lock: { isSet, isLocked: isSet && this.#isLocked, verifyWaitMs: this.verifications.waitMs } });
    const { dialog } = this.#parts.view.state;
    const isAsked = dialog?.kind === 'lock' && dialog.about.kind === 'unlock' && !dialog.about.isBusy;
    if (isAsked) this.#askPin(dialog.about.isWrong);
  }
}
