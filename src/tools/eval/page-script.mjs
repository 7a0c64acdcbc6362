/** Runs in a blank page of Lintel's origin: production vision workers, each of which is asked one thing at a time. */
/// <reference lib="dom" />

/** Silence after which a worker counts as hung: a Pi needs seconds for a large photograph. */
const PATIENCE_MS = 120_000;

/** The headers demand a policy of this name, and no app is here that would make it. */
const policy = /** @type {any} */ (globalThis).trustedTypes.createPolicy('lintel', { createScriptURL: (/** @type {string} */ url) => url });

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

/**
 * Analyses one frame, which the worker then owns; answers with its reply, the embedding as a list.
 * @param {number} slot
 * @param {ImageBitmap} frame
 * @param {object} wishes
 */
async function analyseFrame(slot, frame, wishes) {
  const reply = await ask(slot, { kind: 'frame', task: 'embed', frame, ...wishes }, [frame]);
  if (reply.kind !== 'outcome') return reply;
  const { kind, embedding, embeddingLength, minLength, origin, liveness } = reply.outcome;
  const numbers = embedding === undefined ? undefined : [...embedding];
  return { kind: 'outcome', timings: reply.timings, outcome: { kind, embedding: numbers, embeddingLength, minLength, origin, liveness } };
}

/**
 * Analyses a picture as a frame of a face that is followed: found first, then looked at again where it was.
 * @param {number} slot
 * @param {ImageBitmap} frame
 * @param {any} wishes
 * @param {any} follow What the second look is asked for in place of the first one; null is for one look only.
 */
async function analysePicture(slot, frame, wishes, follow) {
  if (follow === null) return analyseFrame(slot, frame, wishes);
  const again = await createImageBitmap(frame);
  const first = await ask(slot, { kind: 'frame', task: 'pose', frame, detector: wishes.detector }, [frame]);
  if (first.kind !== 'outcome') return first;
  const { boxes, judged } = first.outcome.faces;
  const isFound = judged >= 0;
  return analyseFrame(slot, again, isFound ? { ...wishes, ...follow, search: { ...follow.search, boxes: [boxes[judged]] } } : wishes);
}

/** A moment after the end of every film. */
const NEVER_SECONDS = 1e9;

/**
 * A film that can be wound to any moment, and how long it is; null when Chromium cannot play it.
 * @param {string} url
 */
async function openFilm(url) {
  const film = Object.assign(document.createElement('video'), { muted: true, preload: 'auto', src: url });
  const isOpen = await new Promise((resolve) => {
    film.onloadeddata = () => resolve(true);
    film.onerror = () => resolve(false);
  });
  if (!isOpen || film.videoWidth === 0) return null;
  if (Number.isFinite(film.duration)) return { film, endSeconds: film.duration };
  // A film that a browser recorded does not say how long it is.
  await windTo(film, NEVER_SECONDS);
  return { film, endSeconds: film.currentTime };
}

/**
 * Shows another moment of a film.
 * @param {HTMLVideoElement} film
 * @param {number} seconds
 */
function windTo(film, seconds) {
  return new Promise((resolve) => {
    film.onseeked = resolve;
    film.onerror = resolve;
    film.currentTime = seconds;
  });
}

/**
 * The picture that a film shows, no longer than `maxSidePx` on its longer side.
 * @param {HTMLVideoElement} film
 * @param {number} maxSidePx
 */
function pictureOf(film, maxSidePx) {
  const scale = Math.min(1, maxSidePx / Math.max(film.videoWidth, film.videoHeight));
  return createImageBitmap(film, { resizeWidth: Math.round(film.videoWidth * scale), resizeHeight: Math.round(film.videoHeight * scale) });
}

Object.assign(globalThis, {
  lintelEval: {
    /**
     * Starts the worker of this slot if it does not run; answers with its `ready` or `fault`, null if it runs already.
     * @param {{ slot: number, script: string }} options
     */
    async start({ slot, script }) {
      if (workers.has(slot)) return null;
      workers.set(slot, new Worker(policy.createScriptURL(script), { type: 'module', name: 'lintel-vision' }));
      return ask(slot, { kind: 'load' });
    },

    /**
     * Analyses one photograph; answers with the worker's reply, or with `unreadable`.
     * @param {{ slot: number, url: string, maxSidePx: number, wishes: object, follow: object | null }} options
     */
    async analyse({ slot, url, maxSidePx, wishes, follow }) {
      const frame = await readPhoto(url, maxSidePx);
      return frame === null ? { kind: 'unreadable' } : analysePicture(slot, frame, wishes, follow);
    },

    /**
     * Analyses a picture of a film every `stepSeconds`, `maxPictures` at most; answers with a reply for each, or with one
     * `unreadable`.
     * @param {{ slot: number, url: string, maxSidePx: number, wishes: object, follow: object | null, stepSeconds: number, maxPictures: number }} options
     */
    async analyseFilm({ slot, url, maxSidePx, wishes, follow, stepSeconds, maxPictures }) {
      const file = URL.createObjectURL(await (await fetch(url)).blob());
      try {
        const opened = await openFilm(file);
        if (opened === null) return [{ kind: 'unreadable' }];
        const { film, endSeconds } = opened;
        const replies = [];
        for (let picture = 0; picture < maxPictures && picture * stepSeconds <= endSeconds; picture += 1) {
          await windTo(film, picture * stepSeconds);
          replies.push(await analysePicture(slot, await pictureOf(film, maxSidePx), wishes, follow));
        }
        return replies;
      } finally {
        URL.revokeObjectURL(file);
      }
    },
  },
});
