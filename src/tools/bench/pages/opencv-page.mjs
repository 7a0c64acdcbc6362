/** The full pass of OpenCV.js over the picture that Lintel's window is compared with. */
/// <reference lib="dom" />
import { loadFrames, lumaOf, millisecondsOf } from './frames.mjs';

const worker = new Worker('/pages/opencv-worker.mjs', { type: 'module' });

/**
 * @param {object} request
 * @returns {Promise<any>}
 */
function ask(request) {
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data: { value, error } }) => (error === undefined ? resolve(value) : reject(new Error(error)));
    worker.postMessage(request);
  });
}

Object.assign(globalThis, {
  lintelBench: {
    /** @param {{ frames: { url: string, width: number, height: number } }} options */
    async prepare({ frames }) {
      await loadFrames(frames);
      const loadMs = await millisecondsOf(() => ask({ width: frames.width, height: frames.height }));
      const firstFrameMs = await millisecondsOf(() => ask({ luma: lumaOf(0) }));
      return { loadMs, firstFrameMs };
    },

    /** @param {number[]} indices */
    async measure(indices) {
      const samples = [];
      for (const index of indices) samples.push(await ask({ luma: lumaOf(index) }));
      return samples;
    },
  },
});
