/** What every engine stands on, whichever recognition network is chosen: begun before anybody has chosen. */
import { type Asset, assetById, type InputSpec, type Installed, type Manifest } from '../../core/manifest';
import { Fault } from '../../core/fault';
import { ByteCount } from './byte-count';
import { loadAsset, loadInstalled, loadManifest } from './load-asset';
import { loadNetwork, type Network, startOnnx } from './onnx';
import { threadCount } from './thread-count';

const LANDMARKS = 'landmarks-68';
const EXACT_DETECTOR = 'ultralight-320';
const EYES = 'eye-state';
const LIVENESS = 'liveness';
const CASCADE = 'haarcascade-frontalface-default';

/** What something gave, and how long that took. */
export interface Timed<T> {
  readonly value: T;
  readonly elapsedMs: number;
}

interface LoadedFile {
  readonly asset: Asset;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileMs: number;
}

interface LoadedNetwork {
  readonly asset: Asset;
  readonly input: InputSpec;
  readonly network: Network;
  readonly fileMs: number;
  readonly networkMs: number;
}

export interface FoundationParts {
  readonly onnxRuntimeMs: number;
  readonly cascade: LoadedFile;
  readonly landmarks: LoadedNetwork;
  readonly exact: LoadedNetwork;
  /** Threads that the networks run on. */
  readonly threads: number;
}

export interface Contents {
  readonly manifest: Manifest;
  readonly installed: Installed;
  readonly common: readonly [landmarks: Asset, exact: Asset, cascade: Asset];
  /** What no first frame waits for. */
  readonly late: { readonly liveness: Asset; readonly eyes: Asset };
}

export interface Foundation {
  /** What is installed, the assets of it that every engine needs, and the one that may come late. Rejects with a Fault naming the file. */
  readonly contents: Promise<Contents>;
  /** Rejects with a Fault naming the file that is missing, truncated, damaged or does not start. */
  readonly parts: Promise<FoundationParts>;
  readonly bytes: ByteCount;
}

/** Starts ONNX Runtime, and fetches and checks what every first frame needs. */
export function layFoundation(): Foundation {
  const bytes = new ByteCount();
  const threads = threadCount(navigator.hardwareConcurrency, crossOriginIsolated, self.name);
  const onnx = timed(() => startOnnx(threads));
  const contents = Promise.all([loadManifest(), loadInstalled()]).then(([manifest, installed]) => ({ manifest, installed, ...assetsOf(manifest) }));
  const parts = contents.then(async ({ common: [landmarksAsset, exactAsset, cascadeAsset] }) => {
    const load = async (asset: Asset): Promise<LoadedNetwork> => loadNetworkOf((await Promise.all([loadFile(asset, bytes), onnx]))[0]);
    const all = await Promise.all([onnx, loadFile(cascadeAsset, bytes), load(landmarksAsset), load(exactAsset)]);
    return { onnxRuntimeMs: all[0].elapsedMs, cascade: all[1], landmarks: all[2], exact: all[3], threads };
  });
  // Whatever fails is said to whoever asks for it, and nobody has asked yet.
  for (const promise of [onnx, contents, parts]) promise.catch(() => {});
  return { contents, parts, bytes };
}

/** How long `run` takes. */
export async function timed<T>(run: () => Promise<T>): Promise<Timed<T>> {
  const startMs = performance.now();
  const value = await run();
  return { value, elapsedMs: performance.now() - startMs };
}

function assetsOf(manifest: Manifest): Pick<Contents, 'common' | 'late'> {
  const find = (id: string): Asset => {
    try {
      return assetById(manifest, id);
    } catch (error) {
      throw new Fault('asset-damaged', 'models/manifest.json', { cause: error });
    }
  };
  return { common: [find(LANDMARKS), find(EXACT_DETECTOR), find(CASCADE)], late: { liveness: find(LIVENESS), eyes: find(EYES) } };
}

async function loadFile(asset: Asset, bytes: ByteCount): Promise<LoadedFile> {
  const file = await timed(() => loadAsset(asset, bytes.add));
  return { asset, bytes: file.value, fileMs: file.elapsedMs };
}

async function loadNetworkOf({ asset, bytes, fileMs }: LoadedFile): Promise<LoadedNetwork> {
  const { input, file } = asset;
  if (input === null) throw new Fault('asset-damaged', 'models/manifest.json');
  const network = await timed(() => loadNetwork(bytes, input, file));
  return { asset, input, network: network.value, fileMs, networkMs: network.elapsedMs };
}
