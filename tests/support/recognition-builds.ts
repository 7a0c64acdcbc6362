/** Copies of the tests' build with other recognition networks in them. */
import { existsSync } from 'node:fs';
import { copyFile, cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Asset, assetById, type Manifest } from '../../src/core/manifest';
import { RECOGNITION_MODELS, type RecognitionModelId } from '../../src/core/model';
import { isInPlace } from '../../src/tools/assets/ensure-asset';
import { sha256Of } from '../../src/tools/assets/files';
import { assetPlaces, CACHE_DIR, readManifest, ROOT } from '../../src/tools/project';
import { meanColourModel } from './onnx-model';
import { TEST_DIST, TEST_MODEL } from './project';

/** The network that the tests' build lacks. */
export const OTHER_MODEL = RECOGNITION_MODELS.find((model) => model !== TEST_MODEL)!;

/** The build with this network alone; null where the network is not on this machine. */
export async function buildWith(model: RecognitionModelId): Promise<string | null> {
  if (model === TEST_MODEL) return TEST_DIST;
  const asset = assetById(readManifest(), model);
  if (!(await isInPlace(asset, assetPlaces()))) return null;
  const dist = await copyOfBuild(model);
  await copyFile(join(ROOT, 'public', asset.file), join(dist, asset.file));
  await writeFile(join(dist, 'models/installed.json'), JSON.stringify({ recognition: model }));
  return dist;
}

/**
 * The build with two networks, of which `TEST_MODEL` is installed. Where the other one is not on this machine, a small
 * network of the tests' own stands in its place, with a manifest that says so: it tells colours apart and no faces, which
 * is enough to see what becomes of people, and Lintel runs it as it runs any.
 */
export async function buildWithBoth(name: string): Promise<{ dist: string; otherFile: string; isMadeUp: boolean }> {
  const manifest = readManifest();
  const other = assetById(manifest, OTHER_MODEL);
  const isMadeUp = !(await isInPlace(other, assetPlaces()));
  const dist = await copyOfBuild(name);
  const otherFile = join(dist, other.file);
  if (isMadeUp) {
    const network = meanColourModel(other.embedding!.dimensions);
    await writeFile(otherFile, network);
    await writeFile(join(dist, 'models/manifest.json'), JSON.stringify(withFile(manifest, other, network)));
  } else if (!existsSync(otherFile)) {
    await copyFile(join(ROOT, 'public', other.file), otherFile);
  }
  const present = manifest.assets.flatMap(({ id, role }) => (role === 'recognition' ? [id] : []));
  await writeFile(join(dist, 'models/installed.json'), JSON.stringify({ recognition: TEST_MODEL, present }));
  return { dist, otherFile, isMadeUp };
}

async function copyOfBuild(name: string): Promise<string> {
  const dist = join(CACHE_DIR, `test-${name}`);
  await rm(dist, { recursive: true, force: true });
  await cp(TEST_DIST, dist, { recursive: true });
  return dist;
}

function withFile(manifest: Manifest, replaced: Asset, bytes: Uint8Array): Manifest {
  const asset = { ...replaced, bytes: bytes.length, sha256: sha256Of(bytes), prepared: null };
  return { ...manifest, assets: manifest.assets.map((one) => (one.id === replaced.id ? asset : one)) };
}
