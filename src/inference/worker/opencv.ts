/** Starts OpenCV.js. */
import type { OpenCv } from 'lintel:opencv';
import wasmUrl from 'lintel:opencv.wasm?url';
import { openCv as sha256 } from 'lintel:wasm-digests';
import { Fault } from '../../core/fault';
import { hearUsedNamesOnly } from './opencv-names';
import { startWhole } from './whole-wasm';

const WASM_NAME = 'opencv.wasm';
const SCRIPT_NAME = 'opencv.js';

/**
 * OpenCV in a box: the module object itself has a `then`, so a promise of it would never settle.
 */
export interface OpenCvBox {
  readonly cv: OpenCv;
}

/**
 * Compiles the WASM while it streams, which lets the browser keep the compiled code for the next start. The script is
 * fetched only then, too: every start would parse it before the first frame.
 * @throws Fault `asset-missing` when script or WASM cannot be fetched, `asset-damaged` when it is not the one that was built in,
 * `wasm-failed` when it does not start.
 */
export function startOpenCv(): Promise<OpenCvBox> {
  return startWhole({ url: wasmUrl, name: WASM_NAME, sha256 }, start);
}

async function start(response: Response): Promise<OpenCvBox> {
  const compiled = await WebAssembly.compileStreaming(response).catch((error: unknown) => {
    throw new Fault('wasm-failed', `${WASM_NAME} (${String(error)})`, { cause: error });
  });
  const { default: createOpenCv } = await import('lintel:opencv').catch((error: unknown) => {
    throw new Fault('asset-missing', SCRIPT_NAME, { cause: error });
  });
  return new Promise<OpenCvBox>((resolve, reject) => {
    const fail = (reason: unknown): void => reject(new Fault('wasm-failed', `${WASM_NAME} (${String(reason)})`));
    const box = {
      cv: createOpenCv({
        instantiateWasm: (imports, receive) => {
          hearUsedNamesOnly(imports);
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
