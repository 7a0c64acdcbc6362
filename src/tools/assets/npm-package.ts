/** Takes one file out of an npm package, which is fetched with npm's own client and never installed. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npmCommand } from '../dependencies.mjs';

const run = promisify(execFile);
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/**
 * The file's bytes. The package stays in `cacheDir`.
 * @throws Error with npm's or tar's own last words.
 */
export async function fileOfPackage(name: string, version: string, path: string, cacheDir: string): Promise<Uint8Array> {
  const archive = await archiveOf(name, version, cacheDir);
  const { stdout } = await run('tar', ['-xzOf', archive, `package/${path}`], {
    encoding: 'buffer',
    maxBuffer: MAX_FILE_BYTES,
  });
  return stdout;
}

/** The package as npm packs it, fetched once. */
async function archiveOf(name: string, version: string, cacheDir: string): Promise<string> {
  const archive = join(cacheDir, `${name.replace(/^@/, '').replace('/', '-')}-${version}.tgz`);
  if ((await stat(archive).catch(() => null)) !== null) return archive;
  await mkdir(cacheDir, { recursive: true });
  const folder = await mkdtemp(join(cacheDir, 'fetch-'));
  try {
    const { command, args } = npmCommand();
    await run(command, [...args, 'pack', `${name}@${version}`, '--ignore-scripts', '--pack-destination', folder]);
    const [packed] = await readdir(folder);
    if (packed === undefined) throw new Error('npm packed nothing');
    await rename(join(folder, packed), archive);
  } finally {
    await rm(folder, { recursive: true });
  }
  return archive;
}
