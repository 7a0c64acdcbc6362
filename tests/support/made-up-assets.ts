/** Small assets of the tests' own, with real hashes, and places to put them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Asset, Manifest } from '../../src/core/manifest';
import type { AssetPlaces } from '../../src/tools/assets/ensure-asset';
import { sha256Of } from '../../src/tools/assets/files';
import { prepareOnnx } from '../../src/tools/assets/prepare-onnx';
import { preluModel } from './onnx-model';

/** Bytes that look like nothing else, the same for the same seed. */
export function noise(length: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state >> 16;
  });
}

export const FIRST_BYTES = noise(60_000, 7);
export const CASCADE_BYTES = new TextEncoder().encode('<opencv_storage>made up</opencv_storage>');
/** As it comes; it is prepared on the way. */
export const SECOND_SOURCE = preluModel([0.25, 1e-30]);
export const SECOND_BYTES = prepareOnnx(SECOND_SOURCE, ['split-prelu']);

const NETWORK = {
  role: 'recognition',
  licence: 'None',
  trainedOn: 'Nothing.',
  input: { shape: [1, 1, 2, 2], colour: 'grey', mean: [0], deviation: [1] },
  embedding: { dimensions: 2, minLength: { haar: 1, ultralight: 1 } },
} as const;

/** From GitHub, used as it comes; first in order of preference. */
export const FIRST: Asset = {
  ...NETWORK,
  id: 'first-128',
  file: 'models/first-128.onnx',
  bytes: FIRST_BYTES.length,
  sha256: sha256Of(FIRST_BYTES),
  source: { kind: 'github', repository: 'someone/faces', commit: 'c0ffee', path: 'weights/first.onnx' },
  prepared: null,
};
export const FIRST_PATH = '/someone/faces/c0ffee/weights/first.onnx';

/** From an npm package, and prepared. */
export const SECOND: Asset = {
  ...NETWORK,
  id: 'second-512',
  file: 'models/second-512.onnx',
  bytes: SECOND_BYTES.length,
  sha256: sha256Of(SECOND_BYTES),
  source: { kind: 'npm', package: '@someone/faces', version: '1.2.3', path: 'model/second.onnx' },
  prepared: { fromBytes: SECOND_SOURCE.length, fromSha256: sha256Of(SECOND_SOURCE), steps: ['split-prelu'] },
};

export const CASCADE: Asset = {
  id: 'cascade',
  role: 'cascade',
  file: 'cascades/cascade.xml',
  bytes: CASCADE_BYTES.length,
  sha256: sha256Of(CASCADE_BYTES),
  licence: 'None',
  trainedOn: null,
  source: { kind: 'npm', package: '@someone/faces', version: '1.2.3', path: 'cascade.xml' },
  prepared: null,
  input: null,
  embedding: null,
};

/** The package that `SECOND` and `CASCADE` come from. */
export const PACKAGE_FILES = { 'model/second.onnx': SECOND_SOURCE, 'cascade.xml': CASCADE_BYTES };

export const MANIFEST: Manifest = { version: 1, assets: [FIRST, SECOND, CASCADE] };

export class TestPlaces implements AssetPlaces {
  readonly publicDir: string;
  readonly cacheDir: string;
  readonly said: string[] = [];

  constructor(
    folder: string,
    readonly githubRaw: string,
  ) {
    this.publicDir = join(folder, 'public');
    this.cacheDir = join(folder, '.cache/lintel');
  }

  readonly say = (line: string): void => void this.said.push(line);

  /** How much of each unfinished download is kept. */
  get partSizes(): number[] {
    const folder = join(this.cacheDir, 'parts');
    return existsSync(folder) ? readdirSync(folder).map((file) => statSync(join(folder, file)).size) : [];
  }

  /** True when the asset lies in public, whole and right. */
  holds({ file, sha256 }: Asset): boolean {
    const bytes = this.read(file);
    return bytes !== null && sha256Of(bytes) === sha256;
  }

  /** What lies in public; null when nothing does. */
  read(file: string): Uint8Array | null {
    const path = join(this.publicDir, file);
    return existsSync(path) ? new Uint8Array(readFileSync(path)) : null;
  }

  /** Puts a file into public, as by hand. */
  put(file: string, content: Uint8Array | string): void {
    const path = join(this.publicDir, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  /** The name of the model that is used; null when none is recorded. */
  get installed(): string | null {
    return this.#record?.recognition ?? null;
  }

  /** The names of the models that can be chosen; null when none is recorded. */
  get present(): readonly string[] | null {
    return this.#record?.present ?? null;
  }

  get #record(): { recognition: string; present: string[] } | null {
    const bytes = this.read('models/installed.json');
    return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as { recognition: string; present: string[] });
  }

  /** Keeps this as the package that both npm assets come from, so that npm is not asked for it. */
  cachePackage(archive: Uint8Array): void {
    const folder = join(this.cacheDir, 'npm');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'someone-faces-1.2.3.tgz'), archive);
  }
}
