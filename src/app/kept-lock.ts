/** The admin lock as it is kept, and the waits in it, which pass by a clock that nobody can set. */
import { afterWaiting, type Tries } from '../decision/admin-lock';
import type { AdminLock } from '../store/admin-lock';
import type { Store } from '../store/store';

/** How often the waits are shown, and how often they are kept: what a reload loses is waited for again. */
const TICK_MS = 1000;
const KEEP_MS = 5000;

export class KeptLock {
  readonly #nowMs: () => number;
  readonly #onChange: () => void;
  #store: Store | null = null;
  #lock: AdminLock | null | undefined = undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;

  /** `nowMs`: a clock that nobody can set, in milliseconds. `onChange` hears of every change, the passing of waits included. */
  constructor(nowMs: () => number, onChange: () => void) {
    this.#nowMs = nowMs;
    this.#onChange = onChange;
  }

  /** Null when none is set; undefined before that is known. */
  get lock(): AdminLock | null | undefined {
    return this.#lock;
  }

  /** False where nothing is kept, and so nothing can be set. */
  get isKept(): boolean {
    return this.#store !== null;
  }

  /** Takes the opened store; without one there is nothing to protect. */
  async open(store: Store | null): Promise<void> {
    this.#store = store;
    this.#use(store === null ? null : await store.savedAdminLock());
  }

  /** Another tab changed it. */
  async reload(): Promise<void> {
    if (this.#store !== null) this.#use(await this.#store.savedAdminLock());
  }

  /** Puts what `make` makes of it in its place, in one transaction, and returns that. @throws Fault as the store does. */
  async change(make: (kept: AdminLock | null) => AdminLock | null): Promise<AdminLock | null> {
    const changed = this.#store === null ? null : await this.#store.changeAdminLock(make);
    this.#use(changed);
    return changed;
  }

  /** As `change`, of a lock that is set; here it holds at once, however long the disk takes. */
  changeNow(make: (lock: AdminLock) => AdminLock): Promise<AdminLock | null> {
    if (this.#lock) this.#use(make(this.#lock));
    return this.change((kept) => kept && make(kept));
  }

  #use(lock: AdminLock | null): void {
    this.#lock = lock;
    this.#onChange();
    this.#count();
  }

  /** Lets the waits pass, and keeps what is left of them. */
  #count(): void {
    if (this.#ticking !== undefined || !hasWait(this.#lock)) return;
    let lastMs = this.#nowMs();
    let unkeptMs = 0;
    this.#ticking = setInterval(() => {
      const elapsedMs = this.#nowMs() - lastMs;
      lastMs += elapsedMs;
      unkeptMs += elapsedMs;
      if (this.#lock) this.#lock = waited(this.#lock, elapsedMs);
      const isOver = !hasWait(this.#lock);
      if (isOver || unkeptMs >= KEEP_MS) {
        void this.#keep();
        unkeptMs = 0;
      }
      if (isOver) {
        clearInterval(this.#ticking);
        this.#ticking = undefined;
      }
      this.#onChange();
    }, TICK_MS);
  }

  /** Two tabs wait for the same time, not each for half of it; another wrong try is another wait. */
  async #keep(): Promise<void> {
    const lock = this.#lock;
    if (!lock) return;
    const shorter = (kept: Tries, { failures, waitMs }: Tries): Tries =>
      kept.failures === failures ? { failures, waitMs: Math.min(kept.waitMs, waitMs) } : kept;
    try {
      await this.#store?.changeAdminLock(
        (kept) => kept && { ...kept, tries: shorter(kept.tries, lock.tries), verifications: shorter(kept.verifications, lock.verifications) },
      );
    } catch {
      // Then the wait is longer after a reload, never shorter.
    }
  }
}

function hasWait(lock: AdminLock | null | undefined): boolean {
  return !!lock && (lock.tries.waitMs > 0 || lock.verifications.waitMs > 0);
}

function waited(lock: AdminLock, elapsedMs: number): AdminLock {
  return { ...lock, tries: afterWaiting(lock.tries, elapsedMs), verifications: afterWaiting(lock.verifications, elapsedMs) };
}
