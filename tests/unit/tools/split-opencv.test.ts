/** OpenCV.js as a module and a WASM file. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../src/tools/project';
import { splitOpenCv } from '../../../src/tools/split-opencv';
import { temporaryFolder } from '../../support/temporary-folder';

const PACKAGE = 'node_modules/@techstark/opencv-js';

/** splitOpenCv of a project that has another script for a package. */
async function splitterOf(script: string): Promise<typeof splitOpenCv> {
  const root = temporaryFolder();
  mkdirSync(join(root, PACKAGE), { recursive: true });
  writeFileSync(join(root, PACKAGE, 'index.js'), script);
  cpSync(join(ROOT, 'src/tools/split-opencv.ts'), join(root, 'split-opencv.ts'));
  const copy = (await import(/* @vite-ignore */ pathToFileURL(join(root, 'split-opencv.ts')).href)) as { splitOpenCv: typeof splitOpenCv };
  return copy.splitOpenCv;
}

const EMBEDDED = 'var wasmBinaryFile="data:application/octet-stream;base64,AGFzbQ==";';
const STARTED = `if (typeof Module === 'undefined')
    var Module = {};
  return cv(Module);`;

describe('splitOpenCv', () => {
  it('makes a module that exports a factory and touches no global, and a whole WASM file', async () => {
    const folder = join(temporaryFolder(), 'deep/opencv');
    const { scriptFile, wasmFile } = splitOpenCv(folder);
    const wasm = readFileSync(wasmFile);
    expect(wasm.subarray(0, 4).toString('latin1')).toBe('\0asm');
    expect(WebAssembly.validate(wasm)).toBe(true);

    const script = readFileSync(scriptFile, 'utf8');
    expect(script.length).toBeLessThan(300_000);
    expect(script).toContain('wasmBinaryFile="opencv.wasm"');
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const { default: factory } = (await import(/* @vite-ignore */ pathToFileURL(scriptFile).href)) as { default: unknown };
    expect(factory).toBeTypeOf('function');
    expect(globalThis).not.toHaveProperty('cv');
  });

  it('works on the script it was written for', async () => {
    const split = await splitterOf(`${EMBEDDED} module.exports = (function () { ${STARTED} })();`);
    const { wasmFile } = split(join(temporaryFolder(), 'opencv'));
    expect(readFileSync(wasmFile, 'latin1')).toBe('\0asm');
  });

  it.each([
    ['has its WASM elsewhere', `var wasmBinaryFile="opencv.wasm"; ${STARTED}`],
    ['starts in another way', `${EMBEDDED} return cv();`],
  ])('refuses a version that %s, and names the cure', async (_, script) => {
    const split = await splitterOf(script);
    expect(() => split(temporaryFolder())).toThrow(
      '@techstark/opencv-js is not 4.12.0-release.1: run "npm ci" to install the version Lintel is built for.',
    );
  });
});
