/** Where the project's things are, for the commands. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Manifest, parseManifest } from '../core/manifest.ts';
import type { AssetPlaces } from './assets/ensure-asset';

export const ROOT = join(import.meta.dirname, '../..');
export const CACHE_DIR = join(ROOT, '.cache/lintel');

/** The committed list of assets. */
export function readManifest(): Manifest {
  return parseManifest(JSON.parse(readFileSync(join(ROOT, 'public/models/manifest.json'), 'utf8')));
}

/** Where the asset step works; `publicDir` is `public` unless another folder is asked for. */
export function assetPlaces(publicDir = 'public'): AssetPlaces {
  return {
    publicDir: resolve(ROOT, publicDir),
    cacheDir: CACHE_DIR,
    githubRaw: process.env.LINTEL_GITHUB_RAW ?? 'https://raw.githubusercontent.com',
    say: (line) => console.log(line),
  };
}
