/**
 * Runs in Lintel's page, before Lintel does or later: notes what its worker answers, when a verdict stands, which tasks
 * were long and when a face appears in the picture. Times are milliseconds since the navigation began.
 */
/// <reference lib="dom" />
(() => {
  /** How far into the picture the film's marker reaches, and the luminance that tells a face from none. */
  const MARKER_PX = 8;
  const LUMA_BETWEEN = 128;

  /** @type {{ frames: object[], verdicts: number[], presence: object[], longTasks: object[] }} */
  const tap = { frames: [], verdicts: [], presence: [], longTasks: [] };
  Object.assign(globalThis, { lintelTap: tap });

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tap.longTasks.push({ atMs: startTime, elapsedMs: duration });
  }).observe({ type: 'longtask', buffered: true });

  /** @type {Map<number, number>} */
  const askedMs = new Map();
  /** @type {WeakSet<Worker>} */
  const tapped = new WeakSet();
  // Of the class itself, so that a worker which runs already is tapped as well.
  const { postMessage } = Worker.prototype;
  /**
   * @this {Worker}
   * @param {any} message
   * @param {any} transfer
   */
  Worker.prototype.postMessage = function (message, transfer) {
    if (message.kind === 'frame') {
      askedMs.set(message.id, performance.now());
      if (!tapped.has(this)) this.addEventListener('message', ({ data }) => note(data));
      tapped.add(this);
    }
    postMessage.call(this, message, transfer);
  };

  /** @param {any} reply */
  function note({ kind, id, outcome, timings }) {
    if (kind !== 'outcome') return;
    const atMs = performance.now();
    tap.frames.push({ atMs, elapsedMs: atMs - (askedMs.get(id) ?? atMs), hasFace: outcome.faces.judged >= 0, kind: outcome.kind, timings });
    askedMs.delete(id);
  }

  let isJudged = false;
  /** @param {ShadowRoot} root */
  function readStatus(root) {
    const stands = /^(MATCH|NO MATCH|UNSURE|SPOOF SUSPECTED)/.test(root.querySelector('[role=status]')?.textContent?.trim() ?? '');
    if (stands && !isJudged) tap.verdicts.push(performance.now());
    isJudged = stands;
  }
  const findApp = setInterval(() => {
    const root = document.querySelector('lintel-app')?.shadowRoot;
    if (!root) return;
    clearInterval(findApp);
    new MutationObserver(() => readStatus(root)).observe(root, { subtree: true, childList: true, characterData: true });
  }, 20);

  /** @param {MediaStreamTrack} track */
  async function follow(track) {
    // @ts-expect-error -- not yet in TypeScript's own declarations
    const reader = new MediaStreamTrackProcessor({ track: track.clone(), maxBufferSize: 1 }).readable.getReader();
    const corner = new Uint8Array((MARKER_PX * MARKER_PX * 3) / 2);
    // A busy page reads late, but the frame says when it was taken; the promptest reading relates the two clocks.
    let leastDelayMs = Infinity;
    /** @type {boolean | null} */
    let isPresent = null;
    for (;;) {
      const { value: frame, done } = await reader.read();
      if (done) return;
      const takenMs = frame.timestamp / 1000;
      leastDelayMs = Math.min(leastDelayMs, performance.now() - takenMs);
      await frame.copyTo(corner, { rect: { x: 0, y: 0, width: MARKER_PX, height: MARKER_PX } });
      frame.close();
      const hasFace = (corner[MARKER_PX + 1] ?? 0) > LUMA_BETWEEN;
      if (hasFace !== isPresent) tap.presence.push({ atMs: takenMs + leastDelayMs, hasFace });
      isPresent = hasFace;
    }
  }
  const { mediaDevices } = navigator;
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await getUserMedia(constraints);
    for (const track of stream.getVideoTracks()) void follow(track);
    return stream;
  };
})();
