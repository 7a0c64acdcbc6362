/** By what the worker knows its WASM again. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../../src/tools/project';
import { wasmDigests } from '../../../src/tools/wasm-digests';
import { temporaryFolder } from '../../support/temporary-folder';

it('is the SHA-256 of each file', () => {
  const file = join(temporaryFolder(), 'opencv.wasm');
  writeFileSync(file, '');
  const onnx = createHash('sha256').update(readFileSync(join(ROOT, 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'))).digest('hex');
  expect(wasmDigests(file)).toBe(
    `export const openCv = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';\nexport const onnxRuntime = '${onnx}';\n`,
  );
});
