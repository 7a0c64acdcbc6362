/** The frames that every contender gets: I420, as a camera delivers them, all of one size and one after the other. */
/// <reference lib="dom" />

/** @type {{ width: number, height: number, bytes: Uint8Array }} */
let film = { width: 0, height: 0, bytes: new Uint8Array(0) };

/**
 * Fetches the frames.
 * @param {{ url: string, width: number, height: number }} options
 */
export async function loadFrames({ url, width, height }) {
  film = { width, height, bytes: new Uint8Array(await (await fetch(url)).arrayBuffer()) };
}

/** @param {number} index */
function planes(index) {
  const size = (film.width * film.height * 3) / 2;
  return film.bytes.subarray(index * size, (index + 1) * size);
}

/**
 * The luminance of a frame.
 * @param {number} index
 */
export function lumaOf(index) {
  return planes(index).subarray(0, film.width * film.height);
}

/**
 * A frame as the camera's.
 * @param {number} index
 */
export function videoFrame(index) {
  return new VideoFrame(planes(index), { format: 'I420', codedWidth: film.width, codedHeight: film.height, timestamp: index * 33_333 });
}

/**
 * A canvas that shows the frame: what a program that is handed pictures works on.
 * @param {number} index
 */
export function canvasOf(index) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: film.width, height: film.height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const frame = videoFrame(index);
  context?.drawImage(frame, 0, 0);
  frame.close();
  return canvas;
}

/**
 * Milliseconds that something takes.
 * @param {() => Promise<unknown>} run
 */
export async function millisecondsOf(run) {
  const startMs = performance.now();
  await run();
  return performance.now() - startMs;
}
