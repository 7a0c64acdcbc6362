/** @vladmandic/human on the same frames. */
/// <reference lib="dom" />
import { canvasOf, loadFrames, millisecondsOf } from './frames.mjs';
import { startHuman } from './human.mjs';

/** @type {any} */
let human;

/** @param {number} index */
async function detect(index) {
  const canvas = canvasOf(index);
  /** @type {any} */
  let result;
  const verdictMs = await millisecondsOf(async () => (result = await human.detect(canvas)));
  return { verdictMs, isComplete: result.face[0]?.embedding?.length > 0 };
}

Object.assign(globalThis, {
  lintelBench: {
    /** @param {{ frames: { url: string, width: number, height: number }, threads: number }} options */
    async prepare({ frames, threads }) {
      await loadFrames(frames);
      const loadMs = await millisecondsOf(async () => (human = await startHuman(threads)));
      const { verdictMs, isComplete } = await detect(0);
      if (!isComplete) throw new Error('It does not find the face of the first frame.');
      return { loadMs, firstFrameMs: verdictMs, backend: human.tf.getBackend(), threads: human.tf.getThreadsCount?.() ?? null, version: human.version };
    },

    /** @param {number[]} indices */
    async measure(indices) {
      const samples = [];
      for (const index of indices) samples.push(await detect(index));
      return samples;
    },
  },
});
