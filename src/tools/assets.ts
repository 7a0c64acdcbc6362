/** `npm run assets [-- --model ID] [--public DIR]`: fills public/models and public/cascades. */
import { parseArgs } from 'node:util';
import { AssetError } from './assets/asset-error';
import { ensureAssets } from './assets/ensure-assets';
import { assetPlaces, readManifest } from './project';

const { values } = parseArgs({ options: { model: { type: 'string' }, public: { type: 'string' } } });
try {
  await ensureAssets(readManifest(), assetPlaces(values.public), values.model ?? null);
  console.log('All models and the cascade are in place.');
} catch (error) {
  if (!(error instanceof AssetError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
