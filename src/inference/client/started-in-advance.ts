/** A worker that starts before anybody asks for it. */

/** The part of a `Worker` that is needed to notice that it died before it was asked for. */
interface Mortal {
  onerror: ((event: ErrorEvent) => unknown) | null;
}

/**
 * Makes one worker now. The returned function hands it out when it is first called, and makes another each time after
 * that, or where the first could not be made or died meanwhile: whoever asked then hears of it as usual.
 */
export function startedInAdvance<T extends Mortal>(create: () => T): () => T {
  let early: T | null = null;
  try {
    early = create();
    early.onerror = () => (early = null);
  } catch {
    // It is tried again when it is needed.
  }
  return () => {
    const worker = early ?? create();
    early = null;
    worker.onerror = null;
    return worker;
  };
}
