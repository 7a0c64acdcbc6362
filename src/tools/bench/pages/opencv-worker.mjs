/** OpenCV.js as its users run it: the whole picture, once per frame, in a worker of its own. */
/// <reference lib="dom" />
// @ts-expect-error -- made from the installed package when the benchmark starts
import createOpenCv from '/opencv/opencv.js';

const SEARCH = { scaleFactor: 1.1, minNeighbors: 5, minFacePx: 30 };

/** @type {any} */
let cv;
/** @type {any} */
let classifier;
/** @type {any} */
let found;
/** @type {any} */
let picture;

/** @param {{ width: number, height: number }} size */
async function load({ width, height }) {
  const module = await WebAssembly.compileStreaming(fetch('/opencv/opencv.wasm'));
  const cascade = new Uint8Array(await (await fetch('/cascade.xml')).arrayBuffer());
  await new Promise((resolve, reject) => {
    // The module object has a `then`: it is never awaited.
    cv = createOpenCv({
      instantiateWasm: (/** @type {WebAssembly.Imports} */ imports, /** @type {Function} */ receive) => {
        void WebAssembly.instantiate(module, imports).then((instance) => receive(instance, module), reject);
        return {};
      },
      onRuntimeInitialized: () => resolve(null),
      onAbort: reject,
    });
  });
  cv.FS_createDataFile('/', 'cascade.xml', cascade, true, false, false);
  classifier = new cv.CascadeClassifier();
  if (!classifier.load('cascade.xml')) throw new Error('OpenCV cannot read the cascade.');
  found = new cv.RectVector();
  picture = new cv.Mat(height, width, cv.CV_8UC1);
}

/** @param {Uint8Array} luma */
function detect(luma) {
  const startMs = performance.now();
  picture.data.set(luma);
  classifier.detectMultiScale(picture, found, SEARCH.scaleFactor, SEARCH.minNeighbors, 0, new cv.Size(SEARCH.minFacePx, SEARCH.minFacePx));
  return { fullScanMs: performance.now() - startMs, faces: found.size() };
}

self.onmessage = async ({ data }) => {
  try {
    self.postMessage({ value: data.luma === undefined ? await load(data) : detect(data.luma) });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
