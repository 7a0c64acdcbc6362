/** How many threads the networks run on. */

/**
 * One without shared memory, and on two cores, of which camera and page need the other; else two. ONNX Runtime's threads
 * spin between two networks, so each takes up to half a core more for as long as somebody is looked at, and only the
 * recognition network gains from a second one (`docs/performance.md`, measured on two cores).
 */
export function threadCount(cores: number, isIsolated: boolean): number {
  return isIsolated && cores > 2 ? 2 : 1;
}
