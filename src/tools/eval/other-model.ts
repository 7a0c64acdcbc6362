/** A recognition model other than the installed one, for an evaluation alone. */
import { join } from 'node:path';
import type { Asset, Manifest } from '../../core/manifest';
import { AssetError } from '../assets/asset-error';
import { type AssetPlaces, ensureAsset, isInPlace } from '../assets/ensure-asset';
import { FileError } from '../assets/files';
import { EvalError } from './eval-error';

/**
 * The model, and where its file is: in `public`, else below `cacheDir`, where it is fetched to. What is in `public` is
 * left alone, since all of that ships with the app.
 * @throws EvalError when there is no such model, or it cannot be had.
 */
export async function otherModel(id: string, manifest: Manifest, places: AssetPlaces, cacheDir: string): Promise<{ asset: Asset; path: string }> {
  const models = manifest.assets.filter(({ role }) => role === 'recognition');
  const asset = models.find((model) => model.id === id);
  if (asset === undefined) throw new EvalError(`There is no recognition model called ${id}: choose ${models.map((model) => model.id).join(' or ')}.`);
  if (await isInPlace(asset, places)) return { asset, path: join(places.publicDir, asset.file) };
  await ensureAsset(asset, { ...places, publicDir: cacheDir }).catch((error: unknown) => {
    if (!(error instanceof AssetError) || error instanceof FileError) throw error;
    throw new EvalError(
      `The model ${id} is not on this device and could not be fetched: connect to the internet and run this again, or put its file (SHA-256 ${asset.sha256}) at ${join(cacheDir, asset.file)}.`,
    );
  });
  return { asset, path: join(cacheDir, asset.file) };
}
