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

/** Where an asset comes from. */
export type AssetSource =
  | { readonly kind: 'github'; readonly repository: string; readonly commit: string; readonly path: string }
  | { readonly kind: 'npm'; readonly package: string; readonly version: string; readonly path: string };

/** One file that the app needs. */
export interface Asset {
  readonly id: string;
  readonly role: 'recognition' | 'landmarks' | 'liveness' | 'detector' | 'cascade';
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
  readonly prepared: { readonly fromBytes: number; readonly fromSha256: string; readonly steps: string } | null;
  /** Null for a cascade. */
  readonly input: InputSpec | null;
  /** Recognition only: numbers in an embedding, and the shortest raw embedding that is still a face (facts of the model). */
  readonly embedding: { readonly dimensions: number; readonly minLength: number } | null;
}

export interface Manifest {
  readonly version: 1;
  readonly assets: readonly Asset[];
}

/** Which recognition model this installation uses: `public/models/installed.json`, written by the asset step. */
export interface Installed {
  readonly recognition: string;
}
