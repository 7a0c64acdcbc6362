/** Packages that only the benchmark needs: fetched with npm's own client when it runs, never installed with Lintel. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npmCommand } from '../dependencies.mjs';

const run = promisify(execFile);

/** Whoever compares figures over time must compare with the same versions. */
export const VERSIONS = {
  '@vladmandic/human': '3.3.6',
  // The WASM of the two browser peers, who both bundle this version's code and fetch its WASM from elsewhere.
  '@tensorflow/tfjs-backend-wasm': '4.22.0',
  // The same version as the runtime that Lintel ships for the browser.
  'onnxruntime-node': '1.30.0',
  'onnxruntime-common': '1.30.0',
} as const;

/** Of onnxruntime-node, the libraries of other systems: they are most of it. */
const UNNEEDED = ['win32', 'darwin'].map((system) => `--exclude=package/bin/*/${system}/*`);

/**
 * Folder of the unpacked package below `cacheDir`. No script of the package runs, and nothing it depends on is fetched.
 * @throws Error with npm's or tar's own last words.
 */
export async function packageFolder(name: keyof typeof VERSIONS, cacheDir: string): Promise<string> {
  const version = VERSIONS[name];
  const folder = join(cacheDir, 'node_modules', name);
  const stamp = join(folder, `.lintel-${version}`);
  if (existsSync(stamp)) return folder;
  await mkdir(cacheDir, { recursive: true });
  const work = await mkdtemp(join(cacheDir, 'fetch-'));
  try {
    const { command, args } = npmCommand();
    await run(command, [...args, 'pack', `${name}@${version}`, '--ignore-scripts', '--pack-destination', work]);
    const archive = (await readdir(work)).find((file) => file.endsWith('.tgz'));
    if (archive === undefined) throw new Error('npm packed nothing');
    const unpacked = join(work, 'unpacked');
    await mkdir(unpacked);
    await run('tar', ['-xzf', join(work, archive), '-C', unpacked, '--strip-components=1', ...UNNEEDED]);
    await mkdir(join(unpacked, `.lintel-${version}`));
    await rm(folder, { recursive: true, force: true });
    await mkdir(join(folder, '..'), { recursive: true });
    await rename(unpacked, folder);
    return folder;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
