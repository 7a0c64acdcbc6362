/** Runs in a blank page of Lintel's origin: one production vision worker, asked one frame at a time. */
/// <reference lib="dom" />
import { loadFrames, millisecondsOf, videoFrame } from './frames.mjs';

/** The headers demand a policy of this name, and no app is here that would make it. */
const policy = /** @type {any} */ (globalThis).trustedTypes.createPolicy('lintel', { createScriptURL: (/** @type {string} */ url) => url });

/** @type {Worker} */
let worker;
/** @type {object} */
let detector;
/** How wide the window around a face is, and in how many parts the sizes are searched.
 * @type {{ reach: number, parts: number }} */
let search;
/** Where the face was in the last frame that had one.
 * @type {object[]} */
let followed = [];
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
 * @param {object} [where]
 * @param {boolean} [orExact]
 */
async function analyse(index, task, kind, where, orExact = false) {
  const frame = videoFrame(index);
  const startMs = performance.now();
  const { outcome, timings } = await ask({ kind: 'frame', task, frame, detector: { ...detector, kind }, search: where, orExact }, [frame]);
  if (outcome.faces.boxes.length > 0) followed = outcome.faces.boxes;
  return { elapsedMs: performance.now() - startMs, outcome, timings };
}

Object.assign(globalThis, {
  lintelBench: {
    /**
     * Loads the worker and lets it analyse one frame, and then as many as it takes until Haar is there, too.
     * @param {{ frames: { url: string, width: number, height: number }, script: string, detector: object, search: { reach: number, parts: number } }} options
     */
    async prepare({ frames, script, detector: settings, search: wanted }) {
      await loadFrames(frames);
      detector = settings;
      search = wanted;
      /** @type {any} */
      let ready;
      const loadMs = await millisecondsOf(async () => {
        worker = new Worker(policy.createScriptURL(script), { type: 'module', name: 'lintel-vision' });
        ready = await ask({ kind: 'load' });
      });
      const { elapsedMs, outcome } = await analyse(0, 'embed', 'ultralight');
      if (outcome.kind !== 'embedded') throw new Error(`The face of the first frame is not embedded: ${outcome.kind}`);
      while (!('detect' in (await analyse(0, 'pose', 'haar')).timings)) await new Promise((resolve) => setTimeout(resolve, 100));
      const { threads, simd, crossOriginIsolated, origin } = ready.engine;
      return { loadMs, firstFrameMs: elapsedMs, threads, simd, crossOriginIsolated, ...origin, crop: [...outcome.crop] };
    },

    /**
     * Each frame four times: as one of an empty room, of which one part of the sizes is searched; as one by which a face
     * is followed; as one of a verdict in which the followed face is embedded; and as the first one of a verdict, in which
     * UltraLight boxes it.
     * @param {number[]} indices
     */
    async measure(indices) {
      const samples = [];
      for (const index of indices) {
        const searched = await analyse(index, 'pose', 'haar', { kind: 'scan', part: index % search.parts });
        const follow = () => ({ kind: 'follow', boxes: followed, reach: search.reach, part: null });
        const tracked = await analyse(index, 'pose', 'haar', follow());
        const judged = await analyse(index, 'embed', 'haar', follow(), true);
        const boxed = await analyse(index, 'embed', 'ultralight');
        samples.push({ searched: searched.timings, tracked: tracked.timings, isFollowed: tracked.outcome.kind !== 'no-face', verdict: judged.timings, trackedMs: tracked.elapsedMs, verdictMs: judged.elapsedMs, outcome: judged.outcome.kind, boxed: boxed.timings, boxedMs: boxed.elapsedMs, boxedOutcome: boxed.outcome.kind });
      }
      return samples;
    },
  },
});
