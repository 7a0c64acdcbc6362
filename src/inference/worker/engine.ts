/** Loads everything the pipeline runs on. */
import { type Asset, assetById, type EmbeddingSpec, type InputSpec, networkChoices } from '../../core/manifest';
import { PIPELINE_VERSION, PREDECESSOR_MODEL } from '../../core/model';
import { Fault } from '../../core/fault';
import { LEGACY_INPUT } from '../../vision/legacy-face';
import { tensorOfGrey, tensorOfRgb } from '../../vision/tensor';
import { facesOfUltralight, ultralightInput } from '../../vision/ultralight';
import type { EngineInfo, LoadedAsset, LoadProgress } from '../protocol';
import { createHaarDetector } from './haar-detector';
import { loadAsset, loadInstalled, loadManifest, type OnBytes } from './load-asset';
import { chosenRecognition, loadRecognition } from './load-recognition';
import { configureOnnx, loadNetwork, type Network, threadCount } from './onnx';
import { startOpenCv } from './opencv';
import type { Landmarker } from './find-landmarks';
import type { Embedder, ExactDetector, Pipeline } from './pipeline';
import { SceneWatch } from './scene-watch';

const LANDMARKS = 'landmarks-68';
const EXACT_DETECTOR = 'ultralight-320';
const CASCADE = 'haarcascade-frontalface-default';

/** The smallest module with a 128-bit instruction: valid only where WASM has SIMD. */
const SIMD_PROBE = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
);

export interface Engine {
  readonly pipeline: Pipeline;
  readonly info: EngineInfo;
}

/**
 * Fetches and checks the assets, starts OpenCV and ONNX Runtime, loads the networks. `chosen` is the recognition network
 * that somebody chose; null is the installed one.
 * @throws Fault naming the file that is missing, truncated, damaged or does not start.
 */
export async function loadEngine(chosen: string | null, onProgress: (progress: LoadProgress) => void): Promise<Engine> {
  const [manifest, installed] = await Promise.all([loadManifest(), loadInstalled()]);
  const known = [LANDMARKS, EXACT_DETECTOR, CASCADE].map((id) => {
    try {
      return assetById(manifest, id);
    } catch (error) {
      throw new Fault('asset-damaged', 'models/manifest.json', { cause: error });
    }
  });
  const [landmarks, exact, cascade] = known as [Asset, Asset, Asset];
  if (landmarks.input === null || exact.input === null) throw new Fault('asset-damaged', 'models/manifest.json');
  const wanted = chosenRecognition(manifest, installed, chosen);
  const onBytes = progressOf([...known, wanted], onProgress);
  const threads = threadCount(navigator.hardwareConcurrency, crossOriginIsolated);
  configureOnnx(threads);

  const [openCv, cascadeFile, landmarkFile, exactFile, recognitionFile] = await Promise.all([
    timed(startOpenCv),
    timed(() => loadAsset(cascade, onBytes)),
    timed(() => loadAsset(landmarks, onBytes)),
    timed(() => loadAsset(exact, onBytes)),
    timed(() => loadRecognition(wanted, { manifest, installed, chosen }, onBytes)),
  ]);
  const { asset: recognition, bytes: recognitionBytes, missing } = recognitionFile.value;
  if (recognition.input === null || recognition.embedding === null) throw new Fault('asset-damaged', 'models/manifest.json');
  // The first network also starts the runtime, so they load one after the other.
  const landmarkNetwork = await timed(() => loadNetwork(landmarkFile.value, landmarks.input!, landmarks.file));
  const exactNetwork = await timed(() => loadNetwork(exactFile.value, exact.input!, exact.file));
  const recognitionNetwork = await timed(() => loadNetwork(recognitionBytes, recognition.input!, recognition.file));

  const loaded = (asset: Asset, loadMs: number): LoadedAsset => ({
    id: asset.id,
    file: asset.file,
    sha256: asset.sha256,
    loadMs,
  });
  const embedder = createEmbedder(recognition.id, recognition.input, recognition.embedding.minLength, recognitionNetwork.value);
  return {
    pipeline: {
      detector: createHaarDetector(openCv.value.cv, cascadeFile.value),
      exactDetector: createExactDetector(exact.input, exactNetwork.value),
      landmarker: createLandmarker(landmarks.input, landmarkNetwork.value),
      embedder,
      scene: new SceneWatch(),
    },
    info: {
      origin: embedder.origin,
      networks: { present: networkChoices(manifest, installed), installed: installed.recognition, missing },
      assets: [
        loaded(recognition, recognitionFile.elapsedMs + recognitionNetwork.elapsedMs),
        loaded(landmarks, landmarkFile.elapsedMs),
        loaded(exact, exactFile.elapsedMs + exactNetwork.elapsedMs),
        loaded(cascade, cascadeFile.elapsedMs),
      ],
      openCvMs: openCv.elapsedMs,
      onnxRuntimeMs: landmarkNetwork.elapsedMs,
      threads,
      simd: WebAssembly.validate(SIMD_PROBE),
      crossOriginIsolated,
    },
  };
}

function createLandmarker(input: InputSpec, network: Network): Landmarker {
  return {
    side: input.shape[3],
    locate: async (picture) => (await network(tensorOfGrey(picture, input)))[0]!,
  };
}

function createExactDetector(input: InputSpec, network: Network): ExactDetector {
  const tensor = new Float32Array(input.shape.reduce((size, side) => size * side));
  return {
    async detect(pixels) {
      const [scores, corners] = await network(ultralightInput(pixels, input, tensor));
      return facesOfUltralight(scores!, corners!, pixels, input).map(({ box }) => box);
    },
  };
}

function createEmbedder(model: string, input: InputSpec, minLength: EmbeddingSpec['minLength'], network: Network): Embedder {
  return {
    origin: { model, pipeline: PIPELINE_VERSION },
    minLength,
    embed: async (face) => (await network(tensorOfRgb(face, input)))[0]!,
    ...(model === PREDECESSOR_MODEL && { embedLegacy: async (face: Float32Array) => (await network(tensorOfRgb(face, LEGACY_INPUT)))[0]! }),
  };
}

/** Adds up the bytes of all files and reports the sum. */
function progressOf(assets: readonly Asset[], report: (progress: LoadProgress) => void): OnBytes {
  const totalBytes = assets.reduce((sum, { bytes }) => sum + bytes, 0);
  let loadedBytes = 0;
  return (bytes) => {
    loadedBytes += bytes;
    report({ loadedBytes, totalBytes });
  };
}

async function timed<T>(run: () => Promise<T>): Promise<{ value: T; elapsedMs: number }> {
  const startMs = performance.now();
  const value = await run();
  return { value, elapsedMs: performance.now() - startMs };
}
