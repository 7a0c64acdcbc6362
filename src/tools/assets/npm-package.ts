/** Takes one file out of an npm package, which is fetched with npm's own client and never installed. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npmCommand } from '../dependencies.mjs';
import { FileError, isDiskFull, onDisk, sha256Of } from './files';

const run = promisify(execFile);
const MAX_FILE_BYTES = 64 * 1024 * 1024;

export interface PackageFile {
  readonly package: string;
  readonly version: string;
  /** Inside the package. */
  readonly path: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

/**
 * The file's bytes, of whatever content: the caller checks it. A package with the right file stays in `cacheDir`; one
 * without it is thrown away, and where it had been kept from an earlier time, the package is fetched anew.
 * @throws Error with npm's or tar's own last words, or FileError.
 */
export async function fileOfPackage(file: PackageFile, cacheDir: string): Promise<Uint8Array> {
  const archive = join(cacheDir, `${file.package.replace(/^@/, '').replace('/', '-')}-${file.version}.tgz`);
  const kept = await fileIn(archive, file.path).catch(() => null);
  if (kept !== null && sha256Of(kept) === file.sha256) return kept;
  await onDisk(archive, 'written', rm(archive, { force: true }));
  await fetchPackage(file, archive, cacheDir);
  let isRight = false;
  try {
    const bytes = await fileIn(archive, file.path);
    isRight = sha256Of(bytes) === file.sha256;
    return bytes;
  } finally {
    if (!isRight) await rm(archive, { force: true });
  }
}

async function fileIn(archive: string, path: string): Promise<Uint8Array> {
  const { stdout } = await run('tar', ['-xzOf', archive, `package/${path}`], {
    encoding: 'buffer',
    maxBuffer: MAX_FILE_BYTES,
  });
  return stdout;
}

/** Leaves the package at `archive`, as npm packs it. */
async function fetchPackage({ package: name, version }: PackageFile, archive: string, cacheDir: string): Promise<void> {
  await onDisk(cacheDir, 'written', mkdir(cacheDir, { recursive: true }));
  const folder = await onDisk(cacheDir, 'written', mkdtemp(join(cacheDir, 'fetch-')));
  try {
    const { command, args } = npmCommand();
    await run(command, [...args, 'pack', `${name}@${version}`, '--ignore-scripts', '--pack-destination', folder]);
    const [packed] = await readdir(folder);
    if (packed === undefined) throw new Error('npm packed nothing');
    await onDisk(archive, 'written', rename(join(folder, packed), archive));
  } catch (error) {
    throw isDiskFull(error) && !(error instanceof FileError) ? new FileError(archive, 'written', error) : error;
  } finally {
    await rm(folder, { recursive: true });
  }
}
