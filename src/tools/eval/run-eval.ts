/** An evaluation from the folder to the report. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { detectorForPhotograph } from '../../core/detector';
import { assetById, parseManifest } from '../../core/manifest';
import { DEFAULT_SETTINGS } from '../../decision/settings';
import { writeAtomically } from '../assets/files';
import { type Analysed, analysePhotos, MAX_SIDE_PX, usefulWorkers } from './analyse-photos';
import { compareAll, comparePairs, type Comparison } from './comparison';
import { defaultThreshold } from './default-threshold';
import { countEnrolment } from './enrolment';
import { EvalError } from './eval-error';
import { followOf } from './follow';
import { htmlReportOf } from './html-report';
import { medianMilliseconds } from './milliseconds';
import { notesOn } from './notes';
import type { EvalOptions } from './options';
import { pairsOf, type PhotoPair } from './pairs-file';
import { peopleIn, type Photo, photosIn } from './photos';
import { Progress, type ProgressStream } from './progress';
import { referenceHistogramOf } from './reference-histogram';
import { accuracyOf, enrolReportOf, type EvalReport, intervalOf, ratesOf } from './report';
import { type Configuration, fileNameFor, SavedResults } from './saved-results';
import { type BenchOptions, VisionBench } from './vision-bench';

/** What an evaluation works with. */
export interface EvalSurroundings extends BenchOptions {
  /** Folder for what is worth keeping until the next evaluation. */
  readonly cacheDir: string;
  readonly progress: ProgressStream;
}

/** The smallest face looked for, in pixels: photographs of an evaluation are smaller than the camera's pictures. */
const MIN_FACE_PX = 30;

/**
 * Runs the evaluation and writes the files asked for. `prepare` is called once the folder and the pairs are known to be
 * there: it may take minutes.
 * @throws EvalError with a sentence for what a person can put right.
 */
export async function runEval(options: EvalOptions, prepare: () => Promise<EvalSurroundings>): Promise<EvalReport> {
  const photos = await photosIn(options.dir);
  const pairs = options.pairsFile === null ? null : pairsOf(await readPairs(options.pairsFile), photos);
  const surroundings = await prepare();
  const { configuration, analysed } = await analyse(options, surroundings, photos);
  const { progress } = surroundings;
  const comparing = new Progress(progress, 'Comparing', photos.length);
  const all = compareAll(photos, analysed.results, () => comparing.advance());
  comparing.end();
  const own = pairs === null ? all : comparePairs(photos, analysed.results, pairs);
  const report = reportOf(options, { photos, pairs, configuration, analysed, own, all });
  await writeFiles([
    [options.jsonFile, () => `${JSON.stringify(report, null, 2)}\n`],
    [options.htmlFile, () => htmlReportOf(report, own, own === all ? null : all)],
    [options.histogramFile, () => `${JSON.stringify(referenceHistogramOf(report, all.impostor))}\n`],
  ]);
  return report;
}

async function readPairs(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new EvalError(`There is no pairs file ${file}: give the path of a file in the format of Labeled Faces in the Wild.`);
  });
}

/** The length gates of a network in the build that is evaluated. */
async function minLengthOf(dist: string, model: string): Promise<object> {
  const manifest = parseManifest(JSON.parse(await readFile(join(dist, 'models/manifest.json'), 'utf8')));
  return assetById(manifest, model).embedding!.minLength;
}

/** Starts Chromium, sends the photographs through it and ends it, so that its memory is free for the comparison. */
async function analyse(options: EvalOptions, surroundings: EvalSurroundings, photos: readonly Photo[]): Promise<{ configuration: Configuration; analysed: Analysed }> {
  const bench = await VisionBench.open(surroundings);
  try {
    const engine = (await bench.start(0))!;
    const { scaleFactor, minNeighbors } = DEFAULT_SETTINGS;
    const detector = { kind: detectorForPhotograph(options.detector), scaleFactor, minNeighbors, minFacePx: MIN_FACE_PX };
    const follow = options.isFollowed ? followOf(options.detector, detector) : null;
    const configuration: Configuration = {
      ...engine.origin,
      worker: [bench.script, ...engine.assets.map(({ sha256 }) => sha256).sort()],
      detector,
      minLength: await minLengthOf(surroundings.dist, engine.origin.model),
      preparation: { maxSidePx: MAX_SIDE_PX, ...(follow !== null && { follow }) },
    };
    const saved = await SavedResults.open(join(surroundings.cacheDir, fileNameFor(configuration)), options.isFresh);
    const analysing = new Progress(surroundings.progress, 'Analysing', photos.length);
    try {
      const analysed = await analysePhotos(bench, {
        dir: options.dir,
        photos,
        configuration,
        follow,
        saved,
        workers: options.workers ?? usefulWorkers(),
        onDone: () => analysing.advance(),
      });
      return { configuration, analysed };
    } finally {
      analysing.end();
      await saved.close();
    }
  } finally {
    await bench.close();
  }
}

interface Findings {
  readonly photos: readonly Photo[];
  readonly pairs: readonly (readonly PhotoPair[])[] | null;
  readonly configuration: Configuration;
  readonly analysed: Analysed;
  readonly own: Comparison;
  readonly all: Comparison;
}

function reportOf({ dir, enrol, isFollowed }: EvalOptions, { photos, pairs, configuration, analysed, own, all }: Findings): EvalReport {
  const { model, detector } = configuration;
  const { results, timings } = analysed;
  const failures = results.flatMap((result, index) => (result.kind === 'failed' ? [{ file: photos[index]!.file, reason: result.reason }] : []));
  const { interval, ...accuracy } = accuracyOf(own);
  const rates = ratesOf(own, model);
  const pipeline = results.find((result) => result.kind === 'embedded')?.pipeline ?? configuration.pipeline;
  const thresholds = { identification: (people: number) => defaultThreshold(model, people), verification: defaultThreshold(model, 1) };
  return {
    source: basename(dir),
    images: photos.length,
    people: peopleIn(photos),
    facesNotFound: failures.length,
    protocol: pairs === null ? 'all images with all' : 'pairs of a file',
    ...accuracy,
    ...rates,
    intervals: { accuracy: interval, facesNotFound: intervalOf(failures.length / photos.length, photos.length), ...rates.intervals },
    ...(pairs === null ? {} : { allPairs: ratesOf(all, model) }),
    ...(enrol === null ? {} : { enrol: enrolReportOf(countEnrolment(photos, results, enrol, thresholds), enrol, model) }),
    model,
    pipeline,
    detector: isFollowed ? { ...detector, path: 'followed' } : detector,
    milliseconds: medianMilliseconds(timings),
    notes: notesOn(rates, accuracy.accuracyFolds, pairs !== null),
    failures,
  };
}

async function writeFiles(files: readonly (readonly [string | null, () => string])[]): Promise<void> {
  for (const [path, contentOf] of files) {
    if (path === null) continue;
    await writeAtomically(path, contentOf());
  }
}
