/** Made-up npm packages, and an npm that is a script of the test's. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished, vi } from 'vitest';

/** The archive of a package with these files, by their path in it, as npm packs them. */
export function packageOf(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-test-package-'));
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, 'package', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const archive = execFileSync('tar', ['-czf', '-', '-C', folder, 'package']);
  rmSync(folder, { recursive: true });
  return archive;
}

/** Until the test has ended, npm is this script; it finds its arguments in `args` and `fs` at hand. */
export function useNpmScript(folder: string, script: string): void {
  const path = join(folder, 'npm-of-the-test.cjs');
  writeFileSync(path, `const fs = require('node:fs'); const args = process.argv.slice(2);\n${script}\n`);
  vi.stubEnv('npm_execpath', path);
  onTestFinished(() => void vi.unstubAllEnvs());
}

/** Until the test has ended, npm packs this archive, whatever it is asked for; the calls so far, without the folder. */
export function usePackingNpm(folder: string, archive: Uint8Array): () => string[][] {
  const packed = join(folder, 'packed.tgz');
  const calls = join(folder, 'npm-calls');
  writeFileSync(packed, archive);
  useNpmScript(
    folder,
    `fs.appendFileSync(${JSON.stringify(calls)}, JSON.stringify(args.slice(0, -1)) + '\\n');
     fs.copyFileSync(${JSON.stringify(packed)}, args.at(-1) + '/whatever-npm-calls-it.tgz');`,
  );
  return () =>
    existsSync(calls)
      ? readFileSync(calls, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as string[])
      : [];
}

/** Until the test has ended, npm cannot reach anything, so that no test reaches the network by mistake. */
export function useUnreachableNpm(folder: string): void {
  useNpmScript(folder, `console.error('npm error code ENOTFOUND\\nnpm error network'); process.exit(1);`);
}
