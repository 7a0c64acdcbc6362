/** Files over the network, none of which is believed before it is checked. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Asset } from '../../../../src/core/manifest';
import { loadAsset, loadInstalled, loadManifest } from '../../../../src/inference/worker/load-asset';

const BYTES = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
const FILE = 'models/a.onnx';

const ASSET: Asset = {
  id: 'a',
  role: 'landmarks',
  file: FILE,
  bytes: BYTES.length,
  sha256: createHash('sha256').update(BYTES).digest('hex'),
  licence: 'MIT',
  trainedOn: null,
  source: { kind: 'npm', package: 'a', version: '1', path: 'a' },
  prepared: null,
  input: null,
  embedding: null,
};

/** Answers every request with one response, and notes the addresses. */
function serve(answer: () => Response): string[] {
  const addresses: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    addresses.push(address);
    return Promise.resolve(answer());
  });
  return addresses;
}

/** A response that arrives in pieces, and breaks off after them if asked to. */
function inPieces(pieces: readonly Uint8Array[], breaksOff = false): Response {
  const rest = [...pieces];
  return new Response(
    new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const piece = rest.shift();
        if (piece !== undefined) controller.enqueue(piece);
        else if (breaksOff) controller.error(new TypeError('network error'));
        else controller.close();
      },
    }),
  );
}

const ignore = (): void => {};
const longer = Uint8Array.of(...BYTES, 0);
const flipped = BYTES.map((value, i) => (i === 500 ? value ^ 1 : value));
const page = () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } });

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('loadAsset', () => {
  it('puts the pieces together, and tells how many bytes arrived', async () => {
    const addresses = serve(() => inPieces([BYTES.slice(0, 300), BYTES.slice(300, 301), BYTES.slice(301)]));
    const arrived: number[] = [];
    expect(await loadAsset(ASSET, (bytes) => arrived.push(bytes))).toEqual(BYTES);
    expect(arrived).toEqual([300, 1, 699]);
    expect(addresses).toEqual(['/models/a.onnx']);
  });

  it.each<[string, () => Response]>([
    ['is not found', () => new Response('', { status: 404 })],
    ['comes with an error of the server', () => new Response(BYTES, { status: 500 })],
    ['has no body', () => new Response(null, { status: 200 })],
    ['is the page itself', page],
  ])('misses a file that %s', async (_, answer) => {
    serve(answer);
    await expect(loadAsset(ASSET, ignore)).rejects.toMatchObject({ code: 'asset-missing', detail: FILE });
  });

  it('misses a file when the network is down', async () => {
    await expect(loadAsset(ASSET, ignore)).rejects.toMatchObject({ code: 'asset-missing', detail: FILE, cause: new TypeError('Failed to fetch') });
  });

  it.each<[string, () => Response]>([
    ['is empty', () => inPieces([])],
    ['is one byte short', () => inPieces([BYTES.slice(1)])],
    ['is one byte long', () => inPieces([BYTES, Uint8Array.of(0)])],
    ['is long in its first piece', () => inPieces([longer])],
    ['breaks off', () => inPieces([BYTES.slice(0, 300)], true)],
  ])('calls a file that %s truncated', async (_, answer) => {
    serve(answer);
    await expect(loadAsset(ASSET, ignore)).rejects.toMatchObject({ code: 'asset-truncated', detail: FILE });
  });

  it('does not read on when a file is too long', async () => {
    const cancelled = vi.fn();
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(BYTES), cancel: cancelled });
    serve(() => new Response(endless));
    const arrived: number[] = [];
    await expect(loadAsset(ASSET, (bytes) => arrived.push(bytes))).rejects.toMatchObject({ code: 'asset-truncated' });
    expect(arrived).toEqual([BYTES.length]);
    expect(cancelled).toHaveBeenCalledOnce();
  });

  it('calls a file of the right length with one wrong bit damaged', async () => {
    serve(() => inPieces([flipped]));
    await expect(loadAsset(ASSET, ignore)).rejects.toMatchObject({ code: 'asset-damaged', detail: FILE });
  });
});

describe.each([
  ['loadManifest', loadManifest, 'models/manifest.json', { version: 1, assets: [{ ...ASSET, role: 'cascade' }] }],
  ['loadInstalled', loadInstalled, 'models/installed.json', { recognition: 'mobilefacenet-512', present: ['mobilefacenet-512'] }],
] as const)('%s', (_, load, file, good) => {
  it('reads what the server has', async () => {
    const addresses = serve(() => Response.json(good));
    expect(await load()).toEqual(good);
    expect(addresses).toEqual([`/${file}`]);
  });

  it.each<[string, () => Response]>([
    ['is no JSON', () => new Response('{')],
    ['says something else', () => Response.json({ version: 2 })],
    ['is null', () => Response.json(null)],
  ])('calls a file that %s damaged', async (_what, answer) => {
    serve(answer);
    await expect(load()).rejects.toMatchObject({ code: 'asset-damaged', detail: file });
  });

  it('misses a file that is not there, or is the page itself', async () => {
    serve(() => new Response('', { status: 404 }));
    await expect(load()).rejects.toMatchObject({ code: 'asset-missing', detail: file });
    serve(page);
    await expect(load()).rejects.toMatchObject({ code: 'asset-missing', detail: file });
  });
});
