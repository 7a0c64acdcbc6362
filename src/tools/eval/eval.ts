/** `npm run eval -- DIR`: how well the shipped pipeline tells people apart in a folder of photographs. */
import { join } from 'node:path';
import { AssetError } from '../assets/asset-error';
import { ensureAssets } from '../assets/ensure-assets';
import { ensureBuild } from '../build';
import { assetPlaces, CACHE_DIR, readManifest, ROOT } from '../project';
import { EvalError } from './eval-error';
import { type EvalOptions, parseOptions, USAGE } from './options';
import { otherModel } from './other-model';
import { type EvalSurroundings, runEval } from './run-eval';
import { textReportOf } from './text-report';

const EVAL_CACHE = join(CACHE_DIR, 'eval');

try {
  // npm moves into the project's folder and remembers where it was called.
  const options = parseOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  console.log(options === null ? USAGE : await evaluate(options));
} catch (error) {
  if (!(error instanceof AssetError || error instanceof EvalError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** The report as text. */
async function evaluate(options: EvalOptions): Promise<string> {
  return textReportOf(await runEval(options, () => prepare(options.model)));
}

/** Puts assets and build in their places. */
async function prepare(modelId: string | null): Promise<EvalSurroundings> {
  const manifest = readManifest();
  const places = { ...assetPlaces(), say: (line: string) => console.error(line) };
  await ensureAssets(manifest, places, null);
  const model = modelId === null ? null : await otherModel(modelId, manifest, places, EVAL_CACHE);
  console.error('Building Lintel if anything changed…');
  await ensureBuild();
  return { dist: join(ROOT, 'dist'), model, cacheDir: EVAL_CACHE, progress: process.stderr };
}
