/** Writes the bill of materials of a build beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { readManifest, ROOT } from '../project.ts';
import { billOf } from './bill.ts';
import { lockedPackages, packageFolderOf } from './lock-file.ts';

/** Where it is, below the build. */
export const BILL_FILE = 'sbom.cdx.json';

/** The service worker is put together after the bundle, of these. */
const SERVICE_WORKER = ['workbox-core', 'workbox-precaching', 'workbox-routing', 'workbox-strategies'];

/** The script and the WASM that are split out of a package lie outside it. */
const SPLIT = { folder: '.cache/lintel/opencv/', package: 'node_modules/@techstark/opencv-js' };

/** The plugins that see what is bundled, for the workers and for the page; the page's, which comes last, writes the bill. */
export function billPlugins(): { readonly worker: Plugin; readonly page: Plugin } {
  const folders = new Set(SERVICE_WORKER.map((name) => `node_modules/${name}`));
  const see = (file: string): void => {
    const folder = file.includes(SPLIT.folder) ? SPLIT.package : packageFolderOf(file);
    if (folder !== null) folders.add(folder);
  };
  const collect = (bundle: Rolldown.OutputBundle): void => {
    for (const output of Object.values(bundle)) {
      // What was shaken off is not shipped.
      if (output.type === 'chunk') for (const [id, { renderedLength }] of Object.entries(output.modules)) if (renderedLength > 0) see(id);
      if (output.type === 'asset') output.originalFileNames.forEach(see);
    }
  };
  let publicDir = '';
  return {
    worker: { name: 'lintel-bill-worker', generateBundle: (_options, bundle) => collect(bundle) },
    page: {
      name: 'lintel-bill',
      apply: 'build',
      configResolved: (config) => void (publicDir = config.publicDir),
      generateBundle: {
        order: 'post',
        handler(_options, bundle) {
          collect(bundle);
          const locked = lockedPackages(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
          const packages = [...folders].map((folder) => {
            const found = locked.get(folder);
            if (found === undefined) throw new Error(`${folder} is bundled and not in package-lock.json: run "npm ci".`);
            return found;
          });
          const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
          const assets = readManifest().assets.filter(({ file }) => existsSync(join(publicDir, file)));
          this.emitFile({ type: 'asset', fileName: BILL_FILE, source: `${JSON.stringify(billOf(version, packages, assets), null, 1)}\n` });
        },
      },
    },
  };
}
