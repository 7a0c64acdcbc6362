/** Loads what the first frame does not need, and so must not wait for. */

/** Something that is loaded once: when it is first wanted, or begun before that. */
export interface Late<T> {
  /** What was loaded. Rejects as `load` does; the next call then tries again. */
  readonly get: () => Promise<T>;
  /** Begins to load it unless that was done before. What fails is said to whoever wants it. */
  readonly begin: () => void;
  /** False while it is loading, or not begun: who can do without it need not wait. What failed is there to be got, and says why. */
  readonly isSettled: () => boolean;
}

/** Nothing is loaded yet. */
export function loadLate<T>(load: () => Promise<T>): Late<T> {
  let loaded: Promise<T> | null = null;
  let hasBegun = false;
  let isSettled = false;
  const get = (): Promise<T> => {
    hasBegun = true;
    loaded ??= load()
      .catch((error: unknown) => {
        loaded = null;
        throw error;
      })
      .finally(() => (isSettled = true));
    return loaded;
  };
  return {
    get,
    begin: () => {
      if (!hasBegun) get().catch(() => {});
    },
    isSettled: () => isSettled,
  };
}
