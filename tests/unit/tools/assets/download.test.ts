/** The download: whole, cut off and gone on with, refused. */
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { download } from '../../../../src/tools/assets/download';
import { type FileServer, fileServer, goneServer, ignoringRange, obeying, refusing, stallingAfter } from '../../../support/file-server';
import { noise } from '../../../support/made-up-assets';
import { temporaryFolder } from '../../../support/temporary-folder';

const CONTENT = noise(200_000);
const HALF = 100_000;

/** A download of the one file of a server, which can be tried again. */
function downloadFrom(server: FileServer | string) {
  const partFile = join(temporaryFolder(), 'parts/file');
  const progress: number[] = [];
  return {
    partFile,
    progress,
    partBytes: async () => (await stat(partFile).catch(() => null))?.size ?? null,
    run: () =>
      download({
        url: `${typeof server === 'string' ? server : server.url}/file`,
        partFile,
        bytes: CONTENT.length,
        onProgress: (bytes) => progress.push(bytes),
      }),
  };
}

function write(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

describe('download', () => {
  it('hands over the whole file and keeps no part of it', async () => {
    const server = await fileServer({ '/file': CONTENT });
    const { run, partBytes, progress } = downloadFrom(server);
    expect(Buffer.compare(await run(), CONTENT)).toBe(0);
    expect(server.asked).toEqual([{ path: '/file', range: null }]);
    expect(await partBytes()).toBeNull();
    expect(progress.at(-1)).toBe(CONTENT.length);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  it('goes on where the connection was cut', async () => {
    const server = await fileServer({ '/file': CONTENT }, stallingAfter(HALF));
    const { run, partBytes, progress } = downloadFrom(server);
    const cut = expect(run()).rejects.toThrow();
    await vi.waitUntil(() => progress.at(-1) === HALF, { timeout: 10_000 });
    server.hangUp();
    await cut;
    expect(await partBytes()).toBe(HALF);

    server.answer = obeying;
    progress.length = 0;
    expect(Buffer.compare(await run(), CONTENT)).toBe(0);
    expect(server.asked.map(({ range }) => range)).toEqual([null, `bytes=${HALF}-`]);
    expect(progress[0]).toBeGreaterThan(HALF);
    expect(progress.at(-1)).toBe(CONTENT.length);
    expect(await partBytes()).toBeNull();
  });

  it('begins anew where the server knows no ranges', async () => {
    const server = await fileServer({ '/file': CONTENT }, ignoringRange);
    const { run, partFile, progress } = downloadFrom(server);
    write(partFile, CONTENT.subarray(0, HALF));
    expect(Buffer.compare(await run(), CONTENT)).toBe(0);
    expect(server.asked[0]!.range).toBe(`bytes=${HALF}-`);
    expect(progress.at(-1)).toBe(CONTENT.length);
  });

  it.each([
    ['as long as the file', CONTENT.length],
    ['longer than the file', CONTENT.length + 1],
  ])('begins anew when what was kept is %s', async (_, length) => {
    const server = await fileServer({ '/file': CONTENT });
    const { run, partFile } = downloadFrom(server);
    write(partFile, noise(length, 2));
    expect(Buffer.compare(await run(), CONTENT)).toBe(0);
    expect(server.asked[0]!.range).toBeNull();
  });

  it('says what the server answered and keeps what had come', async () => {
    const server = await fileServer({ '/file': CONTENT }, refusing(503));
    const { run, partFile, partBytes } = downloadFrom(server);
    write(partFile, CONTENT.subarray(0, HALF));
    await expect(run()).rejects.toThrow('the server answered 503');
    expect(await partBytes()).toBe(HALF);
  });

  it.runIf(existsSync('/dev/full'))('says that the disk is full, and not that the server is to blame', async () => {
    const server = await fileServer({ '/file': CONTENT }, (response, content) => response.writeHead(206).end(content));
    const { run, partFile } = downloadFrom(server);
    mkdirSync(dirname(partFile));
    symlinkSync('/dev/full', partFile);
    await expect(run()).rejects.toThrow(`${partFile} cannot be written because the disk is full: free some space and run this again.`);
  });

  it('fails where nobody listens', async () => {
    const { run } = downloadFrom(await goneServer());
    await expect(run()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });
});
