/** Fills `public/models` and `public/cascades`, and decides once which recognition model this installation uses. */
import { join } from 'node:path';
import { type Asset, assetById, type Manifest, parseInstalled } from '../../core/manifest';
import { AssetError } from './asset-error';
import { type AssetPlaces, ensureAsset, isAtHand } from './ensure-asset';
import { FileError, readIfThere, writeAtomically } from './files';

const INSTALLED_FILE = 'models/installed.json';

/**
 * Leaves every asset in its place. `pinned` is the recognition model asked for by name; null leaves the choice to what
 * is installed, then to what lies there, then to the order of the manifest.
 *
 * [Note: sticky model] Templates of one model cannot be compared with another's, so the model that was installed first
 * stays until somebody asks for another by name.
 * @throws AssetError
 */
export async function ensureAssets(manifest: Manifest, places: AssetPlaces, pinned: string | null): Promise<void> {
  const models = manifest.assets.filter(({ role }) => role === 'recognition');
  if (pinned !== null && !models.some(({ id }) => id === pinned)) {
    throw new AssetError(`There is no recognition model called ${pinned}: choose ${models.map(({ id }) => id).join(' or ')}.`);
  }
  for (const asset of manifest.assets) {
    if (asset.role !== 'recognition') await ensureAsset(asset, places);
  }
  const installed = await readInstalled(models, places, pinned !== null);
  const settled = pinned ?? installed ?? (await firstAtHand(models, places));
  const id = settled ?? (await firstFetched(models, places));
  if (settled !== null) await ensureAsset(assetById(manifest, settled), places);
  if (id === installed) return;
  if (installed !== null) {
    places.say(`People enrolled with ${installed} must enrol again: their templates cannot be compared with those of ${id}.`);
  }
  await writeAtomically(join(places.publicDir, INSTALLED_FILE), `${JSON.stringify({ recognition: id })}\n`);
  places.say(`Recognition model: ${id}.`);
}

/** The recorded choice; null when there is none, or when it is unreadable and about to be replaced anyway. */
async function readInstalled(models: readonly Asset[], { publicDir }: AssetPlaces, isBeingReplaced: boolean): Promise<string | null> {
  const bytes = await readIfThere(join(publicDir, INSTALLED_FILE));
  if (bytes === null) return null;
  const id = recordedModel(bytes);
  if (models.some((model) => model.id === id)) return id;
  if (isBeingReplaced) return null;
  throw new AssetError(
    `${publicDir}/${INSTALLED_FILE} cannot be read: run "npm run assets -- --model ID" with the model your people are enrolled with.`,
  );
}

/** The model that the record names, known or not; null when it names none. */
function recordedModel(record: Uint8Array): string | null {
  try {
    return parseInstalled(JSON.parse(new TextDecoder().decode(record))).recognition;
  } catch {
    return null;
  }
}

async function firstAtHand(models: readonly Asset[], places: AssetPlaces): Promise<string | null> {
  for (const model of models) {
    if (await isAtHand(model, places)) return model.id;
  }
  return null;
}

/** The first model that can be had, in order of preference. */
async function firstFetched(models: readonly Asset[], places: AssetPlaces): Promise<string> {
  for (const [index, model] of models.entries()) {
    try {
      await ensureAsset(model, places);
      return model.id;
    } catch (error) {
      const next = models[index + 1];
      // What the disk refuses says nothing about the model, and must not settle which one it is.
      if (!(error instanceof AssetError) || error instanceof FileError || next === undefined) throw error;
      places.say(`${model.id} cannot be had: ${error.message} Going on with ${next.id}.`);
    }
  }
  throw new AssetError('The manifest lists no recognition model.');
}
