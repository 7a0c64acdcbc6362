/** `npm run assets [-- --model ID] [--public DIR]`: fills public/models and public/cascades. */
import { ensureAssets } from './assets/ensure-assets';
import { readOptions, runCommand } from './command-line';
import { assetPlaces, readManifest } from './project';

await runCommand(async () => {
  const values = readOptions(
    { model: { type: 'string' }, public: { type: 'string' } },
    'npm run assets -- [--model ID] [--public DIR]',
  );
  await ensureAssets(readManifest(), assetPlaces(values.public), values.model ?? null);
  console.log('All models and the cascade are in place.');
});
