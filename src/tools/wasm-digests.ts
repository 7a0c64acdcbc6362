/** By what the vision worker knows its WASM again: a module of the SHA-256 of each file. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The text of the module `lintel:wasm-digests`. */
export function wasmDigests(openCvFile: string): string {
  const onnxFile = createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm');
  return `export const openCv = '${digestOf(openCvFile)}';\nexport const onnxRuntime = '${digestOf(onnxFile)}';\n`;
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
