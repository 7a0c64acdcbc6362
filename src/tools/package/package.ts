/** `npm run package [-- --out DIR]`: assets and build as for `npm start`, then the Debian package of them. */
import { join, relative, resolve } from 'node:path';
import { ensureAssets } from '../assets/ensure-assets';
import { ensureBuild } from '../build';
import { readOptions, runCommand } from '../command-line';
import { assetPlaces, readManifest, ROOT } from '../project';
import { buildPackage } from './build-package';
import { newestRelease } from './release';

await runCommand(async () => {
  const { out = 'dist-package', model } = readOptions(
    { out: { type: 'string' }, model: { type: 'string' } },
    'npm run package -- [--out DIR] [--model ID]',
  );
  const release = await newestRelease();
  await ensureAssets(readManifest(), assetPlaces(), model ?? null);
  console.log('Building Lintel if anything changed…');
  await ensureBuild();
  console.log('Packing it…');
  const file = await buildPackage({ dist: join(ROOT, 'dist'), outDir: resolve(ROOT, out), ...release });
  console.log(`${relative(process.cwd(), file)} is ready. Install it with: sudo apt install ./${relative(process.cwd(), file)}`);
});
