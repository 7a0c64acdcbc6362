/** The list of assets (models and cascade) in `public/models/manifest.json`, parsed before it is believed. */

/** How pixels become a network's input: (value − mean) / deviation, per channel, values 0..255. */
export interface InputSpec {
  /** Tensor shape, NCHW. */
  readonly shape: readonly [number, number, number, number];
  readonly colour: 'RGB' | 'BGR' | 'grey';
  /** One number per channel, in the order of `colour`. */
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/** What a recognition network gives. */
export interface EmbeddingSpec {
  /** Numbers in an embedding. */
  readonly dimensions: number;
  /**
   * The shortest raw embedding that is still a face, by the detector that boxed it. Haar takes necks and ties for faces,
   * which short embeddings give away; UltraLight hardly does, so that few true faces need to be refused.
   */
  readonly minLength: { readonly haar: number; readonly ultralight: number };
}

/** Where an asset comes from. */
export type AssetSource =
  | { readonly kind: 'github'; readonly repository: string; readonly commit: string; readonly path: string }
  | { readonly kind: 'npm'; readonly package: string; readonly version: string; readonly path: string };

/**
 * What the asset step does to a network: PReLU split into operators that WASM runs faster, or large weights stored at half
 * precision.
 */
export type PreparationStep = 'split-prelu' | 'halve-weights';

/** One file that the app needs. */
export interface Asset {
  readonly id: string;
  readonly role: 'recognition' | 'landmarks' | 'liveness' | 'eyes' | 'detector' | 'cascade';
  /** Path under `public/`, and so under the origin. */
  readonly file: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly licence: string;
  /** What the network was trained on, in a sentence; null for a cascade. */
  readonly trainedOn: string | null;
  readonly source: AssetSource;
  /** Present when the fetched file is rewritten before use: what came, and what was done to it. */
  readonly prepared: { readonly fromBytes: number; readonly fromSha256: string; readonly steps: readonly PreparationStep[] } | null;
  /** Null for a cascade. */
  readonly input: InputSpec | null;
  /** Recognition only: facts of the model. */
  readonly embedding: EmbeddingSpec | null;
}

export interface Manifest {
  readonly version: 1;
  readonly assets: readonly Asset[];
}

/** The recognition networks of this installation: `public/models/installed.json`, written by the asset step. */
export interface Installed {
  /** The one that runs where nobody chose another. */
  readonly recognition: string;
  /** Every one whose file is there, in order of preference; `recognition` is among them. */
  readonly present: readonly string[];
}

/** A recognition network as somebody chooses it. */
export interface NetworkChoice {
  readonly id: string;
  /** Numbers in an embedding. */
  readonly dimensions: number;
  /** A sentence. */
  readonly trainedOn: string;
}

/** The recognition networks there are, and what became of the wish for one. */
export interface RecognitionNetworks {
  readonly present: readonly NetworkChoice[];
  /** The one that runs where nobody chose another. */
  readonly installed: string;
  /** The chosen one, where it cannot be had and the installed one runs in its place; else null. */
  readonly missing: string | null;
}

const HEX_256 = /^[0-9a-f]{64}$/;

/**
 * Reads a manifest that came over the network or from disk.
 * @throws Error with a sentence naming the first thing that is wrong.
 */
export function parseManifest(raw: unknown): Manifest {
  const { version, assets } = asRecord(raw, 'The manifest');
  if (version !== 1) throw new Error(`The manifest has version ${String(version)}; this Lintel reads version 1.`);
  if (!Array.isArray(assets) || assets.length === 0) throw new Error('The manifest lists no assets.');
  for (const asset of assets) checkAsset(asset);
  return raw as Manifest;
}

/**
 * Reads the record of the installed recognition models. Before there could be several, it named one alone.
 * @throws Error when it names none, or lists others than names.
 */
export function parseInstalled(raw: unknown): Installed {
  const { recognition, present = [] } = asRecord(raw, 'The record of the installed model');
  if (typeof recognition !== 'string') throw new Error('The record of the installed model names no model.');
  if (!Array.isArray(present) || !present.every((id) => typeof id === 'string')) {
    throw new Error('The record of the installed model lists something else than models.');
  }
  return { recognition, present: present.includes(recognition) ? present : [recognition, ...present] };
}

/** The networks of this installation that the manifest knows. */
export function networkChoices(manifest: Manifest, { present }: Installed): NetworkChoice[] {
  return manifest.assets.flatMap(({ id, embedding, trainedOn }) =>
    embedding === null || !present.includes(id) ? [] : [{ id, dimensions: embedding.dimensions, trainedOn: trainedOn ?? 'Not stated.' }],
  );
}

/**
 * The one asset with this id.
 * @throws Error when the manifest lacks it.
 */
export function assetById(manifest: Manifest, id: string): Asset {
  const asset = manifest.assets.find((candidate) => candidate.id === id);
  if (asset === undefined) throw new Error(`The manifest lists no asset called ${id}.`);
  return asset;
}

function checkAsset(raw: unknown): void {
  const asset = asRecord(raw, 'An asset');
  const { id, file, bytes, sha256, role, source } = asset;
  if (typeof id !== 'string' || id === '') throw new Error('An asset of the manifest has no id.');
  if (typeof file !== 'string' || !/^(models|cascades)\/[\w.-]+$/.test(file)) {
    throw new Error(`The asset ${id} has no usable file name.`);
  }
  if (!Number.isSafeInteger(bytes) || (bytes as number) <= 0) throw new Error(`The asset ${id} has no size.`);
  if (typeof sha256 !== 'string' || !HEX_256.test(sha256)) throw new Error(`The asset ${id} has no SHA-256.`);
  if (typeof role !== 'string') throw new Error(`The asset ${id} has no role.`);
  asRecord(source, `The source of ${id}`);
  if (role !== 'cascade') checkInput(asRecord(asset.input, `The input of ${id}`), id);
  if (role === 'recognition') checkEmbedding(asRecord(asset.embedding, `The embedding of ${id}`), id);
}

function checkInput(input: Record<string, unknown>, id: string): void {
  const { shape, mean, deviation } = input;
  if (!Array.isArray(shape) || shape.length !== 4) throw new Error(`The input of ${id} has no shape.`);
  const channels: unknown = shape[1];
  for (const numbers of [mean, deviation]) {
    if (!Array.isArray(numbers) || numbers.length !== channels) {
      throw new Error(`The input of ${id} needs one mean and one deviation per channel.`);
    }
  }
}

function checkEmbedding(embedding: Record<string, unknown>, id: string): void {
  const { haar, ultralight } = asRecord(embedding.minLength, `The smallest length of ${id}`);
  if (typeof embedding.dimensions !== 'number' || typeof haar !== 'number' || typeof ultralight !== 'number') {
    throw new Error(`The embedding of ${id} needs its dimensions and its smallest lengths.`);
  }
}

function asRecord(raw: unknown, what: string): Record<string, unknown> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw new Error(`${what} is not an object.`);
  return raw as Record<string, unknown>;
}
