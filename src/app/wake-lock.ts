/** Keeps the screen on while that is wanted. */

/** How long after a refusal, as when the page is not in view, before the browser is asked again. */
const RETRY_MS = 10_000;

export class WakeLock {
  #held: WakeLockSentinel | null = null;
  #isWanted = false;
  #isAsking = false;
  #refusedAtMs = Number.NEGATIVE_INFINITY;

  /** Call it now and then: the browser takes the lock away whenever the page is hidden. */
  hold(isWanted: boolean): void {
    this.#isWanted = isWanted;
    if (!isWanted) {
      void this.#held?.release();
      this.#held = null;
      return;
    }
    const isHeld = this.#held !== null && !this.#held.released;
    if (!isHeld && !this.#isAsking && performance.now() - this.#refusedAtMs >= RETRY_MS) void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    try {
      this.#held = await wakeLock()?.request('screen') ?? null;
    } catch {
      this.#refusedAtMs = performance.now();
    } finally {
      this.#isAsking = false;
    }
    // It came too late.
    if (!this.#isWanted) this.hold(false);
  }
}

/** Absent on insecure pages, whatever the types say. */
function wakeLock(): globalThis.WakeLock | undefined {
  return navigator.wakeLock;
}
