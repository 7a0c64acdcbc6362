/** Starts ONNX Runtime and wraps a network as a function from numbers to numbers. */
import { onnxRuntime as sha256 } from 'lintel:wasm-digests';
import * as ort from 'onnxruntime-web/wasm';
import threadUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { Fault } from '../../core/fault';
import type { InputSpec } from '../../core/manifest';
import { startWhole } from './whole-wasm';

const WASM_NAME = 'ort-wasm-simd-threaded.wasm';
const OPTIONS = { executionProviders: ['wasm'] } as const;

/** y = Identity(x). The runtime starts with a network only, and this is the smallest one. */
const SMALLEST_NETWORK = Uint8Array.of(
  8, 7, 58, 55, 10, 16, 10, 1, 120, 18, 1, 121, 34, 8, 73, 100, 101, 110, 116, 105, 116, 121, 18, 1, 103, 90, 15, 10, 1, 120, 18, 10,
  10, 8, 8, 1, 18, 4, 10, 2, 8, 1, 98, 15, 10, 1, 121, 18, 10, 10, 8, 8, 1, 18, 4, 10, 2, 8, 1, 66, 4, 10, 0, 16, 9,
);

/**
 * Starts the runtime with so many threads. Must end before the first network is loaded.
 * @throws Fault `asset-missing` when the WASM cannot be fetched, `asset-damaged` when it is not the one that was built in,
 * `wasm-failed` when it does not start.
 */
export function startOnnx(threads: number): Promise<void> {
  return startWhole({ url: wasmUrl, name: WASM_NAME, sha256 }, (response) => start(threads, response));
}

async function start(threads: number, response: Response): Promise<void> {
  ort.env.wasm.wasmPaths = { wasm: wasmUrl, mjs: threadUrl };
  ort.env.wasm.numThreads = threads;
  ort.env.logLevel = 'error';
  const create = (): Promise<ort.InferenceSession> => ort.InferenceSession.create(SMALLEST_NETWORK, OPTIONS);
  const session = await answeringFetch(wasmUrl, response, create).catch((error: unknown) => {
    throw wasmFailed(WASM_NAME, error);
  });
  await session.release();
}

/**
 * While `run` runs, the first fetch of `url` gets `response`. The runtime fetches its WASM by itself and can be given nothing
 * that streams; fetched once more to be checked, 14 MB would have to be read twice at every start.
 */
async function answeringFetch<T>(url: string, response: Response, run: () => Promise<T>): Promise<T> {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    if (input !== url) return fetch(input, init);
    globalThis.fetch = fetch;
    return Promise.resolve(response);
  };
  try {
    return await run();
  } finally {
    globalThis.fetch = fetch;
  }
}

/** A loaded network: one input tensor in, its outputs out, in the network's order. The arrays belong to the caller. */
export type Network = (input: Float32Array) => Promise<readonly Float32Array[]>;

/**
 * Loads a network from its bytes.
 * @throws Fault `wasm-failed` when the runtime cannot read the network.
 */
export async function loadNetwork(bytes: Uint8Array, { shape }: InputSpec, file: string): Promise<Network> {
  const session = await ort.InferenceSession.create(bytes, OPTIONS).catch((error: unknown) => {
    throw wasmFailed(file, error);
  });
  const [inputName] = session.inputNames;
  if (inputName === undefined || session.outputNames.length === 0) throw new Fault('asset-damaged', file);
  return async (input) => {
    const outputs = await session.run({ [inputName]: new ort.Tensor('float32', input, shape) });
    const numbers: Float32Array[] = [];
    for (const name of session.outputNames) {
      const output = outputs[name]!;
      numbers.push(((await output.getData()) as Float32Array).slice());
      output.dispose();
    }
    return numbers;
  };
}

function wasmFailed(file: string, error: unknown): Fault {
  return new Fault('wasm-failed', `${file} (${error instanceof Error ? error.message : String(error)})`, { cause: error });
}
