/** `npm run bench`: how fast the shipped build is, beside whatever else could be taken instead. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseInstalled } from '../../core/manifest';
import { ensureAssets } from '../assets/ensure-assets';
import { writeAtomically } from '../assets/files';
import { ensureBuild } from '../build';
import { runCommand } from '../command-line';
import { assetPlaces, CACHE_DIR, readManifest, ROOT } from '../project';
import { splitOpenCv } from '../split-opencv';
import { benchGallery, GALLERY_OPTIONS, galleryTable } from './gallery';
import { parseOptions, USAGE } from './options';
import { type BenchSurroundings, runBench } from './run-bench';
import { textReportOf } from './text-report';

const say = (line: string): void => console.error(line);

await runCommand(async () => {
  // npm moves into the project's folder and remembers where it was called.
  const options = parseOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (options === null) {
    console.log(USAGE);
    return;
  }
  if (options.isGallery) {
    const figures = await benchGallery({ ...GALLERY_OPTIONS, onProgress: say });
    if (options.jsonFile !== null) await writeAtomically(options.jsonFile, `${JSON.stringify(figures, null, 2)}\n`);
    console.log(galleryTable(figures));
    return;
  }
  const report = await runBench(options, await prepare());
  if (options.jsonFile !== null) await writeAtomically(options.jsonFile, `${JSON.stringify(report, null, 2)}\n`);
  console.log(textReportOf(report));
});

/** Puts assets and build in their places. */
async function prepare(): Promise<BenchSurroundings> {
  const manifest = readManifest();
  const places = { ...assetPlaces(), say };
  await ensureAssets(manifest, places, null);
  say('Building Lintel if anything changed…');
  await ensureBuild();
  const openCvDir = join(CACHE_DIR, 'opencv');
  splitOpenCv(openCvDir);
  const installed = parseInstalled(JSON.parse(readFileSync(join(places.publicDir, 'models/installed.json'), 'utf8')));
  return {
    dist: join(ROOT, 'dist'),
    publicDir: places.publicDir,
    manifest,
    recognition: installed.recognition,
    openCvDir,
    faceApiDir: dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
    cacheDir: join(CACHE_DIR, 'bench'),
    say,
  };
}
