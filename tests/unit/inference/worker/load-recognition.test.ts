/** Which recognition network is loaded, and what happens where the chosen one cannot be had. */
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Asset, Manifest } from '../../../../src/core/manifest';
import { chosenRecognition, loadRecognition } from '../../../../src/inference/worker/load-recognition';

const CONTENT = { a: Uint8Array.of(1, 2, 3), b: Uint8Array.of(4, 5) };

function asset(id: 'a' | 'b', role: Asset['role'] = 'recognition'): Asset {
  const bytes = CONTENT[id];
  return {
    id,
    role,
    file: `models/${id}.onnx`,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    licence: 'None',
    trainedOn: 'Nothing.',
    source: { kind: 'npm', package: 'a', version: '1', path: 'a' },
    prepared: null,
    input: { shape: [1, 1, 2, 2], colour: 'grey', mean: [0], deviation: [1] },
    embedding: { dimensions: 2, minLength: { haar: 1, ultralight: 1 } },
  };
}

const MANIFEST: Manifest = { version: 1, assets: [asset('a'), asset('b')] };
const INSTALLED = { recognition: 'a', present: ['a', 'b'] };

/** A server with these files. */
function serve(files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>): void {
  vi.stubGlobal('fetch', (address: string) => {
    const content = files[address];
    return Promise.resolve(content === undefined ? new Response('', { status: 404 }) : new Response(content));
  });
}

async function loaded(chosen: string | null, installed = INSTALLED, manifest = MANIFEST): Promise<{ id: string; bytes: number[]; missing: string | null }> {
  const wanted = chosenRecognition(manifest, installed, chosen);
  const { asset: { id }, bytes, missing } = await loadRecognition(wanted, { manifest, installed, chosen }, () => {});
  return { id, bytes: [...bytes], missing };
}

const BOTH = { '/models/a.onnx': CONTENT.a, '/models/b.onnx': CONTENT.b };

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the recognition network', () => {
  it('is the installed one where nobody chose, and else the chosen one', async () => {
    serve(BOTH);
    expect(await loaded(null)).toEqual({ id: 'a', bytes: [1, 2, 3], missing: null });
    expect(await loaded('b')).toEqual({ id: 'b', bytes: [4, 5], missing: null });
    expect(await loaded('a')).toEqual({ id: 'a', bytes: [1, 2, 3], missing: null });
  });

  it.each([
    ['is not on this device', 'b', { recognition: 'a', present: ['a'] }, MANIFEST],
    ['is not known', 'c', { recognition: 'a', present: ['a', 'c'] }, MANIFEST],
    ['is none', 'b', INSTALLED, { version: 1, assets: [asset('a'), asset('b', 'liveness')] } satisfies Manifest],
  ])('is the installed one, with a word, where the chosen one %s', async (_, chosen, installed, manifest) => {
    serve(BOTH);
    expect(await loaded(chosen, installed, manifest)).toEqual({ id: 'a', bytes: [1, 2, 3], missing: chosen });
  });

  it.each([
    ['missing', {}],
    ['cut', { '/models/b.onnx': CONTENT.b.slice(1) }],
    ['damaged', { '/models/b.onnx': Uint8Array.of(4, 6) }],
  ])('is the installed one, with a word, where the file of the chosen one is %s', async (_, files) => {
    serve({ '/models/a.onnx': CONTENT.a, ...files });
    expect(await loaded('b')).toEqual({ id: 'a', bytes: [1, 2, 3], missing: 'b' });
  });

  it('fails with the file of the installed one, whoever chose it, and no other takes its place', async () => {
    serve({ '/models/b.onnx': CONTENT.b });
    const fault = { code: 'asset-missing', detail: 'models/a.onnx' };
    await expect(loaded(null)).rejects.toMatchObject(fault);
    await expect(loaded('a')).rejects.toMatchObject(fault);
    serve({});
    await expect(loaded('b')).rejects.toMatchObject(fault);
  });

  it('fails where the installed one is not known', () => {
    expect(() => chosenRecognition(MANIFEST, { recognition: 'c', present: ['c'] }, null)).toThrow(expect.objectContaining({ code: 'asset-damaged', detail: 'models/manifest.json' }));
  });
});
