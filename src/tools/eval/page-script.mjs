/** Runs in a blank page of Lintel's origin: production vision workers, each of which is asked one thing at a time. */
/// <reference lib="dom" />

/** Silence after which a worker counts as hung: a Pi needs seconds for a large photograph. */
const PATIENCE_MS = 120_000;

/** @type {Map<number, Worker>} */
const workers = new Map();

/**
 * Sends one request and waits for its reply; ends the worker when it falls silent or dies.
 * @param {number} slot
 * @param {object} request
 * @param {Transferable[]} transfer
 * @returns {Promise<any>}
 */
function ask(slot, request, transfer = []) {
  const worker = workers.get(slot);
  if (worker === undefined) throw new Error(`There is no worker ${slot}.`);
  return new Promise((resolve) => {
    const end = (/** @type {string} */ code, /** @type {string} */ detail) => {
      worker.terminate();
      workers.delete(slot);
      resolve({ kind: 'fault', fault: { code, detail } });
    };
    const startTimer = () => setTimeout(() => end('worker-hung', `silent for ${PATIENCE_MS / 1000} s`), PATIENCE_MS);
    let timer = startTimer();
    worker.onerror = (event) => {
      clearTimeout(timer);
      end('worker-died', event.message);
    };
    worker.onmessage = ({ data }) => {
      clearTimeout(timer);
      if (data.kind === 'progress') timer = startTimer();
      else resolve(data);
    };
    worker.postMessage({ id: 1, ...request }, transfer);
  });
}

/**
 * The photograph as the worker gets it; null when it cannot be read.
 * @param {string} url
 * @param {number} maxSidePx
 */
async function readPhoto(url, maxSidePx) {
  const blob = await (await fetch(url)).blob();
  const whole = await createImageBitmap(blob, { imageOrientation: 'from-image' }).catch(() => null);
  if (whole === null) return null;
  const scale = maxSidePx / Math.max(whole.width, whole.height);
  if (scale >= 1) return whole;
  const smaller = await createImageBitmap(whole, {
    resizeWidth: Math.round(whole.width * scale),
    resizeHeight: Math.round(whole.height * scale),
    resizeQuality: 'high',
  });
  whole.close();
  return smaller;
}

Object.assign(globalThis, {
  lintelEval: {
    /**
     * Starts the worker of this slot if it does not run; answers with its `ready` or `fault`, null if it runs already.
     * @param {{ slot: number, script: string }} options
     */
    async start({ slot, script }) {
      if (workers.has(slot)) return null;
      workers.set(slot, new Worker(script, { type: 'module', name: 'lintel-vision' }));
      return ask(slot, { kind: 'load' });
    },

    /**
     * Analyses one photograph; answers with the worker's reply, its embedding as a list, or with `unreadable`.
     * @param {{ slot: number, url: string, maxSidePx: number, detector: object }} options
     */
    async analyse({ slot, url, maxSidePx, detector }) {
      const frame = await readPhoto(url, maxSidePx);
      if (frame === null) return { kind: 'unreadable' };
      const reply = await ask(slot, { kind: 'frame', task: 'embed', frame, detector }, [frame]);
      if (reply.kind !== 'outcome') return reply;
      const { kind, embedding, embeddingLength, minLength, origin } = reply.outcome;
      const numbers = embedding === undefined ? undefined : [...embedding];
      return { kind: 'outcome', timings: reply.timings, outcome: { kind, embedding: numbers, embeddingLength, minLength, origin } };
    },
  },
});
