/** How many threads the networks run on. */
import { threadsInName } from '../worker-name';

/**
 * As many as the worker's name says, where there is shared memory. Where it says nothing: one on two cores, of which
 * camera and page need the other; else two. ONNX Runtime's threads spin between two networks, so each takes up to half a
 * core more for as long as somebody is looked at, and only the recognition network gains from a second one
 * (`docs/performance.md`, measured on two cores).
 */
export function threadCount(cores: number, isIsolated: boolean, name = ''): number {
  if (!isIsolated) return 1;
  return threadsInName(name) ?? (cores > 2 ? 2 : 1);
}
