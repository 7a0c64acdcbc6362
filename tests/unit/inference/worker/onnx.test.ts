/** ONNX Runtime as Lintel uses it: how it starts, what it runs, and what a failure is called. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadNetwork, startOnnx } from '../../../../src/inference/worker/onnx';

const runtime = vi.hoisted(() => ({
  env: { wasm: {}, logLevel: 'warning' },
  create: vi.fn<(bytes: Uint8Array, options: unknown) => Promise<unknown>>(),
}));

vi.mock('onnxruntime-web/wasm', () => ({
  env: runtime.env,
  InferenceSession: { create: runtime.create },
  Tensor: class {
    constructor(
      readonly type: string,
      readonly data: unknown,
      readonly dims: unknown,
    ) {}
  },
}));
vi.mock('lintel:wasm-digests', () => ({ onnxRuntime: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }));
vi.mock('onnxruntime-web/ort-wasm-simd-threaded.mjs?url', () => ({ default: '/ort.mjs' }));
vi.mock('onnxruntime-web/ort-wasm-simd-threaded.wasm?url', () => ({ default: '/ort.wasm' }));

const INPUT = { shape: [1, 1, 2, 2], colour: 'grey', mean: [0], deviation: [1] } as const;
const FILE = 'models/a.onnx';
const load = () => loadNetwork(Uint8Array.of(1, 2), INPUT, FILE);

/** The runtime starts with whatever its own fetch of the WASM gives. */
async function createFetching(): Promise<unknown> {
  fetched.push(await fetch('/ort.wasm', { credentials: 'same-origin' }));
  return { release: () => Promise.resolve() };
}
const fetched: Response[] = [];

beforeEach(() => {
  runtime.create.mockReset();
  fetched.length = 0;
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('')));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('startOnnx', () => {
  it('takes the WASM from our own files, with as many threads as asked for, and keeps no network', async () => {
    const release = vi.fn<() => Promise<void>>(() => Promise.resolve());
    runtime.create.mockResolvedValue({ release });
    await startOnnx(3);
    expect(runtime.env).toEqual({ wasm: { wasmPaths: { wasm: '/ort.wasm', mjs: '/ort.mjs' }, numThreads: 3 }, logLevel: 'error' });
    expect(runtime.create).toHaveBeenCalledOnce();
    expect(release).toHaveBeenCalledOnce();
  });

  it('reads the WASM once: what the runtime fetches is what is checked', async () => {
    const fetchOf = vi.fn((input: unknown) => Promise.resolve(new Response(input === '/ort.wasm' ? '' : 'another')));
    vi.stubGlobal('fetch', fetchOf);
    runtime.create.mockImplementation(async () => {
      expect(await (await fetch('/another')).text()).toBe('another');
      return createFetching();
    });
    await startOnnx(1);
    expect(fetchOf.mock.calls.map(([input]) => input)).toEqual(['/ort.wasm', '/another']);
    expect(fetched[0]!.bodyUsed).toBe(false);
  });

  it.each([
    ['has started', createFetching],
    ['has failed', () => Promise.reject(new Error('out of memory'))],
    ['has fetched, and fetches again', async () => [await createFetching(), await createFetching()][1]],
  ])('answers no other fetch once the runtime %s', async (_, create) => {
    const fetchOf = vi.fn(() => Promise.resolve(new Response('')));
    vi.stubGlobal('fetch', fetchOf);
    runtime.create.mockImplementation(create);
    await startOnnx(1).catch(() => {});
    expect(globalThis.fetch).toBe(fetchOf);
    expect(new Set(fetched).size).toBe(fetched.length);
  });

  it.each([
    ['cannot be fetched', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['is not found', () => Promise.resolve(new Response('', { status: 404 }))],
    ['is the page itself', () => Promise.resolve(new Response('', { headers: { 'content-type': 'text/html' } }))],
  ])('names the WASM when it %s', async (_, fetchWasm) => {
    vi.stubGlobal('fetch', fetchWasm);
    runtime.create.mockRejectedValue(new Error('no available backend'));
    await expect(startOnnx(1)).rejects.toMatchObject({ code: 'asset-missing', detail: 'ort-wasm-simd-threaded.wasm' });
  });

  it.each([
    ['starts all the same', () => Promise.resolve({ release: () => Promise.resolve() })],
    ['fails to start', () => Promise.reject(new Error('expected magic word'))],
    ['never starts', () => new Promise(() => {})],
  ])('calls WASM that is not the one of the build damaged when it %s', async (_, create) => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('\0')));
    runtime.create.mockImplementation(create);
    await expect(startOnnx(1)).rejects.toMatchObject({ code: 'asset-damaged', detail: 'ort-wasm-simd-threaded.wasm' });
  });

  it('says that WASM failed, with the browser\'s own words, when the file is there', async () => {
    const cause = new Error('expected magic word');
    runtime.create.mockRejectedValue(cause);
    await expect(startOnnx(1)).rejects.toMatchObject({ code: 'wasm-failed', detail: 'ort-wasm-simd-threaded.wasm (expected magic word)', cause });
  });
});

describe('loadNetwork', () => {
  it('runs numbers through the network, and keeps a copy of what comes out', async () => {
    const inside = Float32Array.of(5, 6);
    const dispose = vi.fn(() => inside.fill(0));
    const run = vi.fn<(feeds: unknown) => Promise<unknown>>(() => Promise.resolve({
        other: { getData: () => Promise.resolve(Float32Array.of(7)), dispose: () => {} },
        out: { getData: () => Promise.resolve(inside), dispose },
      }));
    runtime.create.mockResolvedValue({ inputNames: ['in'], outputNames: ['out', 'other'], run });
    const network = await load();
    const numbers = Float32Array.of(1, 2, 3, 4);
    expect(await network(numbers)).toEqual([Float32Array.of(5, 6), Float32Array.of(7)]);
    expect(run).toHaveBeenCalledWith({ in: { type: 'float32', data: numbers, dims: INPUT.shape } });
    expect(dispose).toHaveBeenCalledOnce();
    expect(runtime.create).toHaveBeenCalledWith(Uint8Array.of(1, 2), { executionProviders: ['wasm'] });
  });

  it('says that WASM failed, with the runtime\'s own words, over a network that it cannot read', async () => {
    const cause = new Error('protobuf parsing failed');
    runtime.create.mockRejectedValue(cause);
    await expect(load()).rejects.toMatchObject({ code: 'wasm-failed', detail: 'models/a.onnx (protobuf parsing failed)', cause });
  });

  it.each([
    ['input', { inputNames: [], outputNames: ['out'] }],
    ['output', { inputNames: ['in'], outputNames: [] }],
  ])('calls a network without an %s damaged', async (_, session) => {
    runtime.create.mockResolvedValue(session);
    await expect(load()).rejects.toMatchObject({ code: 'asset-damaged', detail: FILE });
  });
});
