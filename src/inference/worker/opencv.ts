/** Starts OpenCV.js. */
import createOpenCv, { type OpenCv } from 'lintel:opencv';
import wasmUrl from 'lintel:opencv.wasm?url';
import { Fault } from '../../core/fault';
import { fetchFile } from './fetch-file';

/**
 * OpenCV in a box: the module object itself has a `then`, so a promise of it would never settle.
 */
export interface OpenCvBox {
  readonly cv: OpenCv;
}

/**
 * Compiles the WASM while it streams, which lets the browser keep the compiled code for the next start.
 * @throws Fault `asset-missing` when the WASM cannot be fetched, `wasm-failed` when it does not start.
 */
export async function startOpenCv(): Promise<OpenCvBox> {
  const response = await fetchFile(wasmUrl, 'opencv.wasm');
  const compiled = await WebAssembly.compileStreaming(response).catch((error: unknown) => {
    throw new Fault('wasm-failed', `opencv.wasm (${String(error)})`, { cause: error });
  });
  return new Promise<OpenCvBox>((resolve, reject) => {
    const fail = (reason: unknown): void => reject(new Fault('wasm-failed', `opencv.wasm (${String(reason)})`));
    const box = {
      cv: createOpenCv({
        instantiateWasm: (imports, receive) => {
          WebAssembly.instantiate(compiled, imports).then((instance) => receive(instance, compiled), fail);
          return {};
        },
        onRuntimeInitialized: () => resolve(box),
        onAbort: fail,
        printErr: () => {},
      }),
    };
  });
}
