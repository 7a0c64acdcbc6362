/** Times the recognition network, whatever it recognises. */
import { ALIGNED_SIDE } from '../../vision/align';
import type { Embedder } from './pipeline';

/** Of no network the mean, so that there is something to multiply. */
const GREY = 100;

/** Milliseconds of so many runs, one after the other. */
export async function timeRuns({ embed }: Pick<Embedder, 'embed'>, runs: number): Promise<number[]> {
  const face = new Float32Array(3 * ALIGNED_SIDE * ALIGNED_SIDE).fill(GREY);
  const runsMs: number[] = [];
  while (runsMs.length < runs) {
    const startMs = performance.now();
    await embed(face);
    runsMs.push(performance.now() - startMs);
  }
  return runsMs;
}
