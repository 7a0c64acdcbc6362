/** Downloads a file over HTTP and goes on where an earlier try was cut off. */
import { appendFile, mkdir, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { onDisk, readIfThere } from './files';

/** How long a server may take to begin, and then to send the next piece. */
const PATIENCE_MS = { firstByte: 5000, nextPiece: 20_000 } as const;

export interface Download {
  readonly url: string;
  /** Where what has come so far is kept between tries. */
  readonly partFile: string;
  readonly bytes: number;
  /** Called with the bytes there so far. */
  readonly onProgress: (bytes: number) => void;
}

/**
 * The file's bytes, of whatever content: the caller checks it.
 * @throws Error when the server cannot be reached, falls silent, or refuses; FileError when the disk does. What has come
 * is kept for the next try.
 */
export async function download({ url, partFile, bytes, onProgress }: Download): Promise<Uint8Array> {
  const write = <T>(work: Promise<T>): Promise<T> => onDisk(partFile, 'written', work);
  await write(mkdir(dirname(partFile), { recursive: true }));
  let received = await sizeOf(partFile);
  if (received >= bytes) {
    await write(rm(partFile));
    received = 0;
  }
  const patience = new AbortController();
  const waitFor = (ms: number) => setTimeout(() => patience.abort(new Error(`no answer for ${ms / 1000} seconds`)), ms);
  let timer = waitFor(PATIENCE_MS.firstByte);
  try {
    const headers = received > 0 ? { Range: `bytes=${received}-` } : {};
    const response = await fetch(url, { headers, signal: patience.signal });
    if (!response.ok || response.body === null) throw new Error(`the server answered ${response.status}`);
    if (response.status !== 206) {
      await write(rm(partFile, { force: true }));
      received = 0;
    }
    for await (const piece of response.body as AsyncIterable<Uint8Array>) {
      clearTimeout(timer);
      timer = waitFor(PATIENCE_MS.nextPiece);
      await write(appendFile(partFile, piece));
      received += piece.length;
      onProgress(received);
    }
  } finally {
    clearTimeout(timer);
  }
  const whole = await readIfThere(partFile);
  await write(rm(partFile, { force: true }));
  return whole ?? new Uint8Array();
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}
