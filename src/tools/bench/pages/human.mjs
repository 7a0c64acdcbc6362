/** @vladmandic/human as a user would set it up for recognition on WASM, with everything served from here. */
/// <reference lib="dom" />
// @ts-expect-error -- taken from its npm package when the benchmark starts
import { Human } from '/human/dist/human.esm.js';

/**
 * Detector, mesh and description; nothing else runs, and no frame is skipped as too much like the last one.
 * @param {number | null} threads null leaves the number to the library
 * @returns {Promise<any>}
 */
export async function startHuman(threads) {
  const human = new Human({
    backend: 'wasm',
    wasmPath: '/tfjs-wasm/dist/',
    modelBasePath: '/human/models/',
    debug: false,
    cacheSensitivity: 0,
    filter: { enabled: false },
    gesture: { enabled: false },
    face: {
      enabled: true,
      detector: { enabled: true, maxDetected: 1, skipFrames: 0, skipTime: 0 },
      mesh: { enabled: true },
      iris: { enabled: false },
      emotion: { enabled: false },
      description: { enabled: true, skipFrames: 0, skipTime: 0 },
      antispoof: { enabled: false },
      liveness: { enabled: false },
    },
    body: { enabled: false },
    hand: { enabled: false },
    object: { enabled: false },
    segmentation: { enabled: false },
  });
  if (threads !== null) human.tf?.setThreadsCount?.(threads);
  await human.load();
  return human;
}
