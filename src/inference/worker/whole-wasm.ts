/** WASM is believed no more than a model is: what starts must be what Lintel was built with. */
import { Fault } from '../../core/fault';
import { fetchFile } from './fetch-file';
import { sha256Of } from './load-asset';

/** A WASM file of this build. */
export interface WasmFile {
  readonly url: string;
  /** What a person knows it by. */
  readonly name: string;
  /** Lower-case hex, as `vite.config.ts` found it. */
  readonly sha256: string;
}

/**
 * What `start` gives, once the file is known to be whole. `start` compiles the response while it streams in, which lets the
 * browser keep the compiled code for the next start; the same bytes are checked side by side with that.
 * @throws Fault `asset-missing`, `asset-truncated` or `asset-damaged`, whatever `start` made of that; else what `start` throws.
 */
export async function startWhole<T>(file: WasmFile, start: (response: Response) => Promise<T>): Promise<T> {
  const response = await fetchFile(file.url, file.name);
  const whole = expectWhole(response.clone(), file);
  const starting = start(response).catch(async (error: unknown) => {
    // A damaged file may fail in any way: what a person can mend is the file.
    await whole;
    throw error;
  });
  return (await Promise.all([starting, whole]))[0];
}

async function expectWhole(response: Response, { name, sha256 }: WasmFile): Promise<void> {
  const bytes = await response.arrayBuffer().catch((error: unknown) => {
    throw new Fault('asset-truncated', name, { cause: error });
  });
  if ((await sha256Of(bytes)) !== sha256) throw new Fault('asset-damaged', name);
}
