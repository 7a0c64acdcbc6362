/** @vladmandic/face-api on the same frames: tiny detector, 68 landmarks, descriptor. */
/// <reference lib="dom" />
// @ts-expect-error -- taken from its npm package when the benchmark starts
import * as faceapi from '/face-api/dist/face-api.esm.js';
import { canvasOf, loadFrames, millisecondsOf } from './frames.mjs';

const MODELS = '/face-api/model/';

/** @type {any} */
let search;

/** @param {number} threads */
async function start(threads) {
  faceapi.tf.setWasmPaths('/tfjs-wasm/dist/');
  faceapi.tf.setThreadsCount(threads);
  await faceapi.tf.setBackend('wasm');
  await faceapi.tf.ready();
  for (const network of [faceapi.nets.tinyFaceDetector, faceapi.nets.faceLandmark68Net, faceapi.nets.faceRecognitionNet]) {
    await network.loadFromUri(MODELS);
  }
  search = new faceapi.TinyFaceDetectorOptions({ inputSize: 416 });
}

/** @param {number} index */
async function detect(index) {
  const canvas = canvasOf(index);
  /** @type {any} */
  let result;
  const verdictMs = await millisecondsOf(async () => {
    result = await faceapi.detectSingleFace(canvas, search).withFaceLandmarks().withFaceDescriptor();
  });
  return { verdictMs, isComplete: result?.descriptor?.length > 0 };
}

Object.assign(globalThis, {
  lintelBench: {
    /** @param {{ frames: { url: string, width: number, height: number }, threads: number }} options */
    async prepare({ frames, threads }) {
      await loadFrames(frames);
      const loadMs = await millisecondsOf(() => start(threads));
      const { verdictMs, isComplete } = await detect(0);
      if (!isComplete) throw new Error('It does not find the face of the first frame.');
      return { loadMs, firstFrameMs: verdictMs, backend: faceapi.tf.getBackend(), threads: faceapi.tf.getThreadsCount(), version: faceapi.version };
    },

    /** @param {number[]} indices */
    async measure(indices) {
      const samples = [];
      for (const index of indices) samples.push(await detect(index));
      return samples;
    },
  },
});
