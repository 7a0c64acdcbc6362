/** Fills `public/models` and `public/cascades`, and records which recognition models there are and which one is used. */
import { join } from 'node:path';
import { type Asset, assetById, type Installed, type Manifest, parseInstalled } from '../../core/manifest';
import { AssetError } from './asset-error';
import { type AssetPlaces, ensureAsset, isAtHand } from './ensure-asset';
import { FileError, readIfThere, writeAtomically } from './files';

const INSTALLED_FILE = 'models/installed.json';

/**
 * Leaves every asset in its place. `pinned` is the recognition model asked for by name; null leaves the choice to what
 * is installed, then to what lies there, then to the order of the manifest. Others that lie there stay, and can be
 * switched to in the app.
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
  const before = await readInstalled(models, places, pinned !== null);
  const settled = pinned ?? before?.recognition ?? (await firstAtHand(models, places));
  const recognition = settled ?? (await firstFetched(models, places));
  if (settled !== null) await ensureAsset(assetById(manifest, settled), places);
  const present = await allPresent(models, places, [recognition, ...(before?.present ?? [])]);
  const isUnchanged = before?.recognition === recognition && before.present.join() === present.join();
  if (!isUnchanged) await writeAtomically(join(places.publicDir, INSTALLED_FILE), `${JSON.stringify({ recognition, present })}\n`);
  if (before?.recognition === recognition) return;
  if (before !== null) places.say(strandedText(before.recognition, recognition, present));
  places.say(`Recognition model: ${recognition}.`);
}

/** What a change of the model means for people who are enrolled. */
function strandedText(before: string, now: string, present: readonly string[]): string {
  const wayBack = present.includes(before) ? `, or choose ${before} in Settings` : '';
  return `People enrolled with ${before} must enrol again${wayBack}: their templates cannot be compared with those of ${now}.`;
}

/** The models whose files are there, in order of preference. What is `kept` and lost is fetched anew, if that can be. */
async function allPresent(models: readonly Asset[], places: AssetPlaces, kept: readonly string[]): Promise<string[]> {
  const present: string[] = [];
  for (const model of models) {
    if (!kept.includes(model.id) && !(await isAtHand(model, places))) continue;
    try {
      await ensureAsset(model, places);
      present.push(model.id);
    } catch (error) {
      if (!(error instanceof AssetError) || error instanceof FileError) throw error;
      places.say(`${model.id} cannot be chosen any more: ${error.message}`);
    }
  }
  return present;
}

/** The record; null when there is none, or when it is unreadable and about to be replaced anyway. */
async function readInstalled(models: readonly Asset[], { publicDir }: AssetPlaces, isBeingReplaced: boolean): Promise<Installed | null> {
  const bytes = await readIfThere(join(publicDir, INSTALLED_FILE));
  if (bytes === null) return null;
  const record = parsedRecord(bytes);
  if (models.some(({ id }) => id === record?.recognition)) return record;
  if (isBeingReplaced) return null;
  throw new AssetError(
    `${publicDir}/${INSTALLED_FILE} cannot be read: run "npm run assets -- --model ID" with the model your people are enrolled with.`,
  );
}

/** What the record says, of known models or not; null when it cannot be read. */
function parsedRecord(record: Uint8Array): Installed | null {
  try {
    return parseInstalled(JSON.parse(new TextDecoder().decode(record)));
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
