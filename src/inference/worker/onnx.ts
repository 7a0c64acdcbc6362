/** Starts ONNX Runtime and wraps a network as a function from numbers to numbers. */
import * as ort from 'onnxruntime-web/wasm';
import threadUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { Fault } from '../../core/fault';
import type { InputSpec } from '../../core/manifest';
import { fetchFile } from './fetch-file';

/**
 * Threads for the networks: one without shared memory; else all cores but one, which the camera and the page need, but
 * two on two cores, where the page is idle while a frame is analysed. More than four gain nothing on networks this small.
 */
export function threadCount(cores: number, isIsolated: boolean): number {
  if (!isIsolated) return 1;
  return Math.min(4, Math.max(cores - 1, Math.min(cores, 2)));
}

/** Says where the WASM is and how many threads to use. Must run before the first network is loaded. */
export function configureOnnx(threads: number): void {
  ort.env.wasm.wasmPaths = { wasm: wasmUrl, mjs: threadUrl };
  ort.env.wasm.numThreads = threads;
  ort.env.logLevel = 'error';
}

/** A loaded network: one input tensor in, its outputs out, in the network's order. The arrays belong to the caller. */
export type Network = (input: Float32Array) => Promise<readonly Float32Array[]>;

/**
 * Loads a network from its bytes.
 * @throws Fault `asset-missing` when the WASM cannot be fetched, `wasm-failed` when the runtime does not start or
 * cannot read the network.
 */
export async function loadNetwork(bytes: Uint8Array, { shape }: InputSpec, file: string): Promise<Network> {
  const session = await ort.InferenceSession.create(bytes, { executionProviders: ['wasm'] }).catch(async (error: unknown) => {
    const wasm = await fetchFile(wasmUrl, 'ort-wasm-simd-threaded.wasm');
    await wasm.body.cancel();
    throw new Fault('wasm-failed', `${file} (${error instanceof Error ? error.message : String(error)})`, { cause: error });
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
