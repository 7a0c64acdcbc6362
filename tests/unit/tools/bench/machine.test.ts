/** What the benchmark reads of the machine and of the build. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fileAt } from '../../../../src/tools/bench/peer-server';
import { precachedFiles, precachedPaths } from '../../../../src/tools/bench/precache';
import { cpuMsIn, parentOf } from '../../../../src/tools/bench/processes';
import { quotaOf } from '../../../../src/tools/bench/throttle';

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

describe('the precache', () => {
  const script = 'e.precacheAndRoute([{url:"index.html",revision:"06ad"},{"revision":null,"url":"assets/a-1.wasm"},{url:"index.html",revision:"06ad"}],{})';

  it('is listed in the service worker, each file once', () => {
    expect(precachedPaths(script)).toEqual(['index.html', 'assets/a-1.wasm']);
  });

  it('is weighed on the disk, the largest first', async () => {
    const dist = folderOf({ 'sw.js': script, 'index.html': 'abc', 'assets/a-1.wasm': 'abcdef' });
    expect(await precachedFiles(dist)).toEqual([{ file: 'assets/a-1.wasm', bytes: 6 }, { file: 'index.html', bytes: 3 }]);
  });

  it('that lists nothing is a mistake', async () => {
    await expect(precachedFiles(folderOf({ 'sw.js': 'self.skipWaiting()' }))).rejects.toThrow('lists no files');
  });
});

describe('the peers’ server', () => {
  it('gives files of its folders, and nothing else', () => {
    const folder = folderOf({ 'peer/dist/peer.js': '', 'secret.txt': '' });
    const mounts = { '/peer': join(folder, 'peer'), '/one.txt': join(folder, 'secret.txt') };
    expect(fileAt('/peer/dist/peer.js', mounts)).toBe(join(folder, 'peer/dist/peer.js'));
    expect(fileAt('/one.txt', mounts)).toBe(join(folder, 'secret.txt'));
    for (const path of ['/peer/dist', '/peer/../secret.txt', '/peer/%2e%2e/secret.txt', '/peers.txt', '/secret.txt']) expect(fileAt(path, mounts), path).toBeNull();
  });
});

describe('a process', () => {
  it('names its parent, whatever it is called itself', () => {
    expect(parentOf('12 (chromium) S 7 12 12 0')).toBe(7);
    expect(parentOf('12 (a) b) (c) R 9 12')).toBe(9);
    expect(parentOf('')).toBeNull();
  });

  it('has used so much of the processor', () => {
    expect(cpuMsIn('12 (a) b) (c) R 9 12 12 0 -1 4194560 1 2 3 4 150 25 0 0 20 0 1 0 100')).toBe(1750);
    expect(cpuMsIn('')).toBe(0);
    expect(parentOf(null)).toBeNull();
  });
});

describe('the quota', () => {
  it('is the share of all cores that a slower machine would have', () => {
    expect(quotaOf(5, 2, 20_000)).toBe(8000);
    expect(quotaOf(5, 4, 20_000)).toBe(16_000);
  });
});
