/** Splits OpenCV.js into an ES module and a WASM file of its own, which the browser can stream, compile and cache. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const EMBEDDED_WASM = /wasmBinaryFile="data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"/;
const IMMEDIATE_START = /if \(typeof Module === 'undefined'\)\s+var Module = \{\};\s+return cv\(Module\);/;

/** The two files that came out. */
export interface SplitOpenCv {
  readonly scriptFile: string;
  readonly wasmFile: string;
}

/**
 * Writes `opencv.js` (default export: a factory that takes Emscripten's module options) and `opencv.wasm` into `folder`.
 * @throws Error when the installed package does not look like the version this was written for.
 */
export function splitOpenCv(folder: string): SplitOpenCv {
  const packaged = readFileSync(createRequire(import.meta.url).resolve('@techstark/opencv-js'), 'utf8');
  const base64 = EMBEDDED_WASM.exec(packaged)?.[1];
  if (base64 === undefined || !IMMEDIATE_START.test(packaged)) {
    throw new Error('@techstark/opencv-js is not 4.12.0-release.1: run "npm ci" to install the version Lintel is built for.');
  }
  const factory = packaged
    .replace(EMBEDDED_WASM, 'wasmBinaryFile="opencv.wasm"')
    .replace(IMMEDIATE_START, 'return cv;');
  const scriptFile = join(folder, 'opencv.js');
  const wasmFile = join(folder, 'opencv.wasm');
  mkdirSync(folder, { recursive: true });
  writeFileSync(scriptFile, asModule(factory));
  writeFileSync(wasmFile, Buffer.from(base64, 'base64'));
  return { scriptFile, wasmFile };
}

/** Gives the classic script the CommonJS names it looks for, so that it exports here and touches no global. */
function asModule(script: string): string {
  return `const module = { exports: {} };
(function (module, exports, require) {
${script}
}).call(globalThis, module, module.exports, undefined);
export default module.exports;
`;
}
