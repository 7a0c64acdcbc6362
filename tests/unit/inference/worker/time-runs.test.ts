/** The network is run as often as was asked for, on as many numbers as a face has. */
import { expect, it } from 'vitest';
import { timeRuns } from '../../../../src/inference/worker/time-runs';

it('times every run', async () => {
  const lengths: number[] = [];
  const embed = (face: Float32Array): Promise<Float32Array> => {
    lengths.push(face.length);
    return Promise.resolve(new Float32Array(1));
  };
  const runsMs = await timeRuns({ embed }, 3);
  expect(lengths).toEqual([37_632, 37_632, 37_632]);
  expect(runsMs).toHaveLength(3);
  for (const ms of runsMs) expect(ms).toBeGreaterThanOrEqual(0);
});
