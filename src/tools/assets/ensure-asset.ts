/** Puts one asset in its place, if it is not there already. */
import { join } from 'node:path';
import type { Asset } from '../../core/manifest';
import { asItComes } from './as-it-comes';
import { AssetError, unavailable } from './asset-error';
import { download } from './download';
import { FileError, readIfThere, sha256Of, writeAtomically } from './files';
import { fileOfPackage } from './npm-package';
import { prepareOnnx } from './prepare-onnx';
import { reasonOf } from './reason';

/** Where things are and how to speak. */
export interface AssetPlaces {
  readonly publicDir: string;
  /** Packages and unfinished downloads. */
  readonly cacheDir: string;
  /** Where GitHub serves raw files; tests put a server of their own here. */
  readonly githubRaw: string;
  readonly say: (line: string) => void;
}

/** True when the asset lies in its place with the right hash. */
export async function isInPlace(asset: Asset, places: AssetPlaces): Promise<boolean> {
  return (await hashInPlace(asset, places)) === asset.sha256;
}

/** True when `ensureAsset` has nothing to fetch: the asset lies in its place, at most still to be prepared. */
export async function isAtHand(asset: Asset, places: AssetPlaces): Promise<boolean> {
  const hash = await hashInPlace(asset, places);
  return hash === asset.sha256 || hash === asItComes(asset).sha256;
}

async function hashInPlace(asset: Asset, { publicDir }: AssetPlaces): Promise<string | null> {
  const bytes = await readIfThere(join(publicDir, asset.file));
  return bytes === null ? null : sha256Of(bytes);
}

/**
 * Leaves the asset in its place with the right hash: keeps it when it is there, prepares one that was put there as it
 * came, fetches it otherwise.
 * @throws AssetError with a sentence that names the file and the cure.
 */
export async function ensureAsset(asset: Asset, places: AssetPlaces): Promise<void> {
  const path = join(places.publicDir, asset.file);
  const present = await readIfThere(path);
  const presentHash = present === null ? null : sha256Of(present);
  if (presentHash === asset.sha256) return;
  if (present !== null && presentHash === asset.prepared?.fromSha256) {
    await writeAtomically(path, prepare(asset, present));
    places.say(`${asset.file}: prepared from the file that was put there.`);
    return;
  }
  if (present !== null) places.say(`${asset.file}: damaged or of another version, so it is fetched anew.`);
  const fetched = await fetchSource(asset, places).catch((error: unknown) => {
    throw error instanceof FileError ? error : unavailable(asset, places.publicDir, reasonOf(error));
  });
  if (sha256Of(fetched) !== asItComes(asset).sha256) {
    throw unavailable(asset, places.publicDir, 'what came has the wrong SHA-256, so it was thrown away');
  }
  await writeAtomically(path, prepare(asset, fetched));
  places.say(`${asset.file}: ${megabytes(asset.bytes)}, checked.`);
}

function prepare(asset: Asset, bytes: Uint8Array): Uint8Array {
  if (asset.prepared === null) return bytes;
  const prepared = prepareOnnx(bytes, asset.prepared.steps);
  if (sha256Of(prepared) !== asset.sha256) {
    throw new AssetError(`${asset.file} was not prepared as expected: this is a defect of Lintel, please report it.`);
  }
  return prepared;
}

async function fetchSource(asset: Asset, { cacheDir, githubRaw, say }: AssetPlaces): Promise<Uint8Array> {
  const { source } = asset;
  const { bytes: size, sha256 } = asItComes(asset);
  if (source.kind === 'npm') {
    say(`${asset.file}: taking it from the npm package ${source.package}@${source.version}…`);
    return fileOfPackage({ ...source, sha256 }, join(cacheDir, 'npm'));
  }
  say(`${asset.file}: fetching ${megabytes(size)} from GitHub…`);
  let lastTenth = 0;
  return download({
    url: `${githubRaw}/${source.repository}/${source.commit}/${source.path}`,
    partFile: join(cacheDir, 'parts', `${asset.id}-${asset.sha256.slice(0, 16)}`),
    bytes: size,
    onProgress: (bytes) => {
      const tenth = Math.floor((bytes / size) * 10);
      if (tenth > lastTenth && tenth < 10) say(`${asset.file}: ${tenth * 10} %`);
      lastTenth = Math.max(lastTenth, tenth);
    },
  });
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
