/** Puts a build and the device's files together into a Debian package. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { CommandError } from '../command-line';
import { ROOT } from '../project';
import { apacheConf, CONTENT_TYPES } from './apache-conf';
import { APP_FOLDER, COMPRESSED_CONTENTS, CONTENTS, MAINTAINER_SCRIPTS } from './contents';
import { conffiles, controlFile, md5sums } from './control';
import { precompress } from './precompress';

export interface PackageRequest {
  /** The production build. */
  readonly dist: string;
  /** Where the package goes; made if need be. */
  readonly outDir: string;
  readonly version: string;
  /** Given to every file, so that the same build makes the same package. */
  readonly date: Date;
}

/**
 * Path of the package.
 * @throws CommandError when the build or `dpkg-deb` is not what it must be.
 */
export async function buildPackage(request: PackageRequest): Promise<string> {
  const tree = await mkdtemp(join(tmpdir(), 'lintel-package-'));
  try {
    await layOut(tree, request.dist);
    await writePapers(tree, request.version);
    await setTimesAndModes(tree, request.date);
    await mkdir(request.outDir, { recursive: true });
    const file = join(request.outDir, `lintel_${request.version}_all.deb`);
    // The lowest level: most of it is compressed already, and the highest takes ten times as long for 4 %.
    await runDpkgDeb(['--root-owner-group', '-Zxz', '-z0', '--build', tree, file], request.date);
    return file;
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}

/** Every file where it will lie on the device. */
async function layOut(tree: string, dist: string): Promise<void> {
  const app = join(tree, APP_FOLDER);
  await mkdir(dirname(app), { recursive: true });
  // What begins with a dot is the tools' own.
  await cp(dist, app, { recursive: true, filter: (path) => path === dist || !basename(path).startsWith('.') });
  const served = await filesBelow(app);
  checkBuild(served, dist);
  await Promise.all(served.map((file) => precompress(join(app, file))));
  await writeFile(join(tree, 'usr/share/lintel/apache.conf'), apacheConf(served));
  for (const { from, to } of CONTENTS) {
    // What Python keeps beside its files when they run is not the project's.
    await cp(join(ROOT, from), await placeFor(tree, to), { recursive: true, filter: (path) => basename(path) !== '__pycache__' });
  }
  for (const { from, to } of COMPRESSED_CONTENTS) {
    await writeFile(await placeFor(tree, to), gzipSync(await readFile(join(ROOT, from)), { level: 9 }));
  }
}

function checkBuild(files: readonly string[], dist: string): void {
  for (const needed of ['index.html', 'sw.js', 'models/installed.json']) {
    if (!files.includes(needed)) throw new CommandError(`${join(dist, needed)} is missing: the build is not whole. Delete ${dist} and run this again.`);
  }
  const unknown = files.find((file) => CONTENT_TYPES[extname(file).slice(1)] === undefined);
  if (unknown !== undefined) throw new CommandError(`${join(dist, unknown)} has no content type: add its ending to CONTENT_TYPES in src/tools/package/apache-conf.ts.`);
}

async function placeFor(tree: string, path: string): Promise<string> {
  const place = join(tree, path);
  await mkdir(dirname(place), { recursive: true });
  return place;
}

/** The folder DEBIAN, made last: it describes what is there. */
async function writePapers(tree: string, version: string): Promise<void> {
  const files = await Promise.all(
    (await filesBelow(tree)).map(async (path) => {
      const content = await readFile(join(tree, path));
      return { path, bytes: content.length, md5: createHash('md5').update(content).digest('hex') };
    }),
  );
  const papers = join(tree, 'DEBIAN');
  await mkdir(papers);
  const installedBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  await writeFile(join(papers, 'control'), controlFile({ version, installedBytes }));
  await writeFile(join(papers, 'conffiles'), conffiles(files.map(({ path }) => path)));
  await writeFile(join(papers, 'md5sums'), md5sums(files));
  for (const script of MAINTAINER_SCRIPTS) await copyFile(join(ROOT, 'pi/debian', script), join(papers, script));
}

/** The same for every builder, whatever their umask. */
async function setTimesAndModes(tree: string, date: Date): Promise<void> {
  const programs = [...CONTENTS.filter(({ isProgram }) => isProgram).map(({ to }) => to), ...MAINTAINER_SCRIPTS.map((script) => `DEBIAN/${script}`)];
  const entries = await readdir(tree, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const isOpen = entry.isDirectory() || programs.includes(path.slice(tree.length + 1));
    await chmod(path, isOpen ? 0o755 : 0o644);
    await utimes(path, date, date);
  }
  await chmod(tree, 0o755);
  await utimes(tree, date, date);
}

/** Every file below a folder, in a fixed order. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

async function runDpkgDeb(args: readonly string[], date: Date): Promise<void> {
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(Math.floor(date.getTime() / 1000)) };
  try {
    await promisify(execFile)('dpkg-deb', args, { env });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new CommandError('There is no dpkg-deb here: packages are built on Debian or Raspberry Pi OS.');
    }
    throw new CommandError(`dpkg-deb could not build the package: ${error instanceof Error ? error.message : String(error)}`);
  }
}
