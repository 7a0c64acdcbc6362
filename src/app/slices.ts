/** Long work on the main thread, a little at a time. */

/** How long work goes on before the screen gets its turn. Time is what is measured, so it is as long on a Pi. */
const SLICE_MS = 12;

/**
 * Runs work to its end, which pauses by yielding; null when `isWanted` says between two slices that it is not wanted any
 * more. What fits into one slice is done before this returns.
 */
export async function inSlices<T>(work: Generator<undefined, T>, isWanted: () => boolean = () => true): Promise<T | null> {
  let endsAtMs = performance.now() + SLICE_MS;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < endsAtMs) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWanted()) return null;
    endsAtMs = performance.now() + SLICE_MS;
  }
}
