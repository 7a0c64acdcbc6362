/** Loads everything the pipeline runs on. */
import { type Asset, type EmbeddingSpec, type InputSpec, networkChoices } from '../../core/manifest';
import { PIPELINE_VERSION, PREDECESSOR_MODEL } from '../../core/model';
import { Fault } from '../../core/fault';
import { LEGACY_INPUT } from '../../vision/legacy-face';
import { EYE_SIDE } from '../../vision/eye-picture';
import { emptyFace } from '../../vision/align';
import { livenessCropOf, livenessInput } from '../../vision/liveness-crop';
import { createPatternFinder } from '../../vision/regular-pattern';
import { shareOfFirst } from '../../vision/share-of-first';
import { tensorOfGrey, tensorOfRgb } from '../../vision/tensor';
import { facesOfUltralight, ultralightInput } from '../../vision/ultralight';
import type { EngineInfo, FrameOutcome, LoadedAsset, LoadProgress } from '../protocol';
import { type Foundation, timed } from './foundation';
import { createHaarDetector } from './haar-detector';
import { wipedWhenOff } from './kept-pixels';
import { loadAsset } from './load-asset';
import { type Late, loadLate } from './load-late';
import { chosenRecognition, loadRecognition } from './load-recognition';
import { loadNetwork, type Network } from './onnx';
import { startOpenCv } from './opencv';
import type { EyeWatcher } from './measure-signs';
import type { Landmarker } from './find-landmarks';
import type { Embedder, ExactDetector, LivenessNetwork, Pipeline } from './pipeline';
import { SceneWatch } from './scene-watch';

/** The smallest module with a 128-bit instruction: valid only where WASM has SIMD. */
const SIMD_PROBE = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
);

/**
 * OpenCV's start keeps the worker busy for half a second, for longer on a Pi. So it waits until nobody is there, or
 * until so many frames have been answered: whoever is there at the start is recognised before.
 */
const FRAMES_WITHOUT_HAAR = 60;

export interface Engine {
  readonly pipeline: Pipeline;
  readonly info: EngineInfo;
  /** Begins to load what no frame so far needed; `outcome` is what the last one showed. */
  readonly loadRest: (outcome: FrameOutcome) => void;
}

/**
 * Adds the recognition network to what every engine stands on. `chosen` is the network that somebody chose; null is the
 * installed one.
 * @throws Fault naming the file that is missing, truncated, damaged or does not start.
 */
export async function loadEngine(foundation: Foundation, chosen: string | null, onProgress: (progress: LoadProgress) => void): Promise<Engine> {
  const { manifest, installed, common, late } = await foundation.contents;
  const wanted = chosenRecognition(manifest, installed, chosen);
  const totalBytes = [...common, wanted].reduce((sum, { bytes }) => sum + bytes, 0);
  foundation.bytes.follow((loadedBytes) => onProgress({ loadedBytes, totalBytes }));

  const [{ onnxRuntimeMs, cascade, landmarks, exact, threads }, recognitionFile] = await Promise.all([
    foundation.parts,
    timed(() => loadRecognition(wanted, { manifest, installed, chosen }, foundation.bytes.add)),
  ]);
  const { asset: recognition, bytes: recognitionBytes, missing } = recognitionFile.value;
  if (recognition.input === null || recognition.embedding === null) throw new Fault('asset-damaged', 'models/manifest.json');
  const recognitionNetwork = await timed(() => loadNetwork(recognitionBytes, recognition.input!, recognition.file));

  const loaded = ({ id, file, sha256 }: Asset, loadMs: number): LoadedAsset => ({ id, file, sha256, loadMs });
  const haar = loadLate(async () => createHaarDetector((await startOpenCv()).cv, cascade.bytes));
  let answered = 0;
  const aligned = emptyFace();
  wipedWhenOff(() => aligned.fill(0));
  const liveness = loadLate(() => loadLateNetwork(late.liveness));
  const eyes = loadLate(() => loadLateNetwork(late.eyes));
  const embedder = createEmbedder(recognition.id, recognition.input, recognition.embedding.minLength, recognitionNetwork.value);
  return {
    pipeline: {
      haar,
      exactDetector: createExactDetector(exact.input, exact.network),
      landmarker: createLandmarker(landmarks.input, landmarks.network),
      aligned,
      eyes: createEyes(eyes),
      embedder,
      scene: new SceneWatch(),
      liveness: createLivenessNetwork(liveness),
      findPattern: createPatternFinder(),
    },
    loadRest: (outcome) => {
      liveness.begin();
      eyes.begin();
      answered += 1;
      if (outcome.kind === 'no-face' || answered >= FRAMES_WITHOUT_HAAR) haar.begin();
    },
    info: {
      origin: embedder.origin,
      networks: { present: networkChoices(manifest, installed), installed: installed.recognition, missing },
      assets: [
        loaded(recognition, recognitionFile.elapsedMs + recognitionNetwork.elapsedMs),
        loaded(landmarks.asset, landmarks.fileMs + landmarks.networkMs),
        loaded(exact.asset, exact.fileMs + exact.networkMs),
        loaded(cascade.asset, cascade.fileMs),
      ],
      onnxRuntimeMs,
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

function createEyes(late: Late<LateNetwork>): EyeWatcher {
  return {
    side: EYE_SIDE,
    async closedness(picture) {
      const { input, network } = await late.get();
      return shareOfFirst((await network(tensorOfGrey(picture, input)))[0]!);
    },
  };
}

function createExactDetector(input: InputSpec, network: Network): ExactDetector {
  const tensor = new Float32Array(input.shape.reduce((size, side) => size * side));
  wipedWhenOff(() => tensor.fill(0));
  return {
    async detect(pixels) {
      const [scores, corners] = await network(ultralightInput(pixels, input, tensor));
      return facesOfUltralight(scores!, corners!, pixels, input).map(({ box }) => box);
    },
  };
}

interface LateNetwork {
  readonly input: InputSpec;
  readonly network: Network;
}

async function loadLateNetwork(asset: Asset): Promise<LateNetwork> {
  const { input, file } = asset;
  if (input === null) throw new Fault('asset-damaged', 'models/manifest.json');
  return { input, network: await loadNetwork(await loadAsset(asset, () => {}), input, file) };
}

function createLivenessNetwork(late: Late<LateNetwork>): LivenessNetwork {
  let tensor = new Float32Array(0);
  wipedWhenOff(() => tensor.fill(0));
  return {
    async read(pixels, face) {
      const { input, network } = await late.get();
      const size = input.shape.reduce((product, side) => product * side);
      if (tensor.length !== size) tensor = new Float32Array(size);
      return shareOfFirst((await network(livenessInput(pixels, livenessCropOf(face, pixels), input, tensor)))[0]!);
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
