/** Runs in a blank page of Lintel's origin: one production vision worker, asked one frame at a time. */
/// <reference lib="dom" />
import { loadFrames, millisecondsOf, videoFrame } from './frames.mjs';

/** @type {Worker} */
let worker;
/** @type {object} */
let detector;
let lastId = 0;

/**
 * One request and its reply.
 * @param {object} request
 * @param {Transferable[]} transfer
 * @returns {Promise<any>}
 */
function ask(request, transfer = []) {
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(`The vision worker died: ${event.message}`));
    worker.onmessage = ({ data }) => {
      if (data.id !== id || data.kind === 'progress') return;
      if (data.kind === 'fault') reject(new Error(`The vision worker failed: ${data.fault.code}, ${data.fault.detail}`));
      else resolve(data);
    };
    worker.postMessage({ id, ...request }, transfer);
  });
}

/**
 * One frame through the worker: its reply, and how long the page waited for it.
 * @param {number} index
 * @param {'pose' | 'embed'} task
 * @param {string} kind
 */
async function analyse(index, task, kind) {
  const frame = videoFrame(index);
  const startMs = performance.now();
  const { outcome, timings } = await ask({ kind: 'frame', task, frame, detector: { ...detector, kind } }, [frame]);
  return { elapsedMs: performance.now() - startMs, outcome, timings };
}

Object.assign(globalThis, {
  lintelBench: {
    /**
     * Loads the worker and lets it analyse one frame.
     * @param {{ frames: { url: string, width: number, height: number }, script: string, detector: object }} options
     */
    async prepare({ frames, script, detector: settings }) {
      await loadFrames(frames);
      detector = settings;
      /** @type {any} */
      let ready;
      const loadMs = await millisecondsOf(async () => {
        worker = new Worker(script, { type: 'module', name: 'lintel-vision' });
        ready = await ask({ kind: 'load' });
      });
      const { elapsedMs, outcome } = await analyse(0, 'embed', 'haar+ultralight');
      if (outcome.kind !== 'embedded') throw new Error(`The face of the first frame is not embedded: ${outcome.kind}`);
      const { threads, simd, crossOriginIsolated, origin } = ready.engine;
      return { loadMs, firstFrameMs: elapsedMs, threads, simd, crossOriginIsolated, ...origin, crop: [...outcome.crop] };
    },

    /**
     * Each frame twice: as one by which a face is followed, and as one that is embedded for a verdict.
     * @param {number[]} indices
     */
    async measure(indices) {
      const samples = [];
      for (const index of indices) {
        const tracked = await analyse(index, 'pose', 'haar');
        const judged = await analyse(index, 'embed', 'haar+ultralight');
        samples.push({ tracked: tracked.timings, verdict: judged.timings, trackedMs: tracked.elapsedMs, verdictMs: judged.elapsedMs, outcome: judged.outcome.kind });
      }
      return samples;
    },
  },
});
