/** How often a PIN may be guessed, and how often a verification may fail. No clock is read: a wait is a time that has yet to pass while Lintel is open. */

/** Wrong tries before the first wait: enough for slips of the fingers, and what Android allows. */
export const FREE_TRIES = 5;

/** The first wait; every further wrong try doubles it. */
export const FIRST_WAIT_MS = 30_000;

/** Waits grow no further: a day of guessing is then worth one guess. */
export const MAX_WAIT_MS = 24 * 60 * 60 * 1000;

/** Wrong tries since the last right one. */
export interface Tries {
  readonly failures: number;
  /** How long it takes until the next try, 0 when it may come now. */
  readonly waitMs: number;
}

export const NO_TRIES: Tries = { failures: 0, waitMs: 0 };

/** One more wrong try. */
export function afterFailure({ failures }: Tries): Tries {
  const extra = failures + 1 - FREE_TRIES;
  return { failures: failures + 1, waitMs: extra < 0 ? 0 : Math.min(FIRST_WAIT_MS * 2 ** extra, MAX_WAIT_MS) };
}

/** After so much of the wait has passed, by a clock that nobody can set. */
export function afterWaiting({ failures, waitMs }: Tries, elapsedMs: number): Tries {
  return { failures, waitMs: Math.max(0, waitMs - Math.max(0, elapsedMs)) };
}

/** Reads tries without trust: what makes no sense waits for the longest time. */
export function parseTries(stored: unknown): Tries {
  const { failures, waitMs } = (stored ?? {}) as Partial<Record<keyof Tries, unknown>>;
  const isWhole = Number.isInteger(failures) && Number(failures) >= 0 && typeof waitMs === 'number' && waitMs >= 0 && waitMs <= MAX_WAIT_MS;
  return isWhole ? { failures: Number(failures), waitMs } : { failures: FREE_TRIES, waitMs: MAX_WAIT_MS };
}
