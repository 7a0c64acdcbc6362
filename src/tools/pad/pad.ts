/** `npm run eval:pad`: how well the shipped passive score tells living faces from pictures of them. */
import { join } from 'node:path';
import { AssetError } from '../assets/asset-error';
import { ensureAssets } from '../assets/ensure-assets';
import { ensureBuild } from '../build';
import { EvalError } from '../eval/eval-error';
import { assetPlaces, readManifest, ROOT } from '../project';
import { parsePadOptions, USAGE } from './options';
import { type PadSurroundings, runPad } from './run-pad';
import { padTextOf } from './text-report';

try {
  // npm moves into the project's folder and remembers where it was called.
  const options = parsePadOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  console.log(options === null ? USAGE : padTextOf(await runPad(options, prepare)));
} catch (error) {
  if (!(error instanceof AssetError || error instanceof EvalError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Puts assets and build in their places. */
async function prepare(): Promise<PadSurroundings> {
  await ensureAssets(readManifest(), { ...assetPlaces(), say: (line: string) => console.error(line) }, null);
  console.error('Building Lintel if anything changed…');
  await ensureBuild();
  return { dist: join(ROOT, 'dist'), progress: process.stderr };
}
