/** Everybody on the same frames: sets the contenders up, lets them take turns, and puts them away. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { SCAN_PARTS } from '../../core/detector';
import type { Asset } from '../../core/manifest';
import { DEFAULT_SETTINGS } from '../../decision/settings';
import { FOLLOWING } from '../../decision/thresholds';
import { threadCount } from '../../inference/worker/thread-count';
import { type BuildServer, type ServedFile, serveBuild } from '../serve-build';
import { CommandError } from '../command-line';
import { type Contender, type ContenderId, type Course, interleave, type Measured } from './contender';
import { FRAME_SIZE } from './films';
import { lintelSample } from './lintel-samples';
import { openNative } from './native';
import { openPageContender, type PagePlan, peerSample } from './page-contender';
import { openPredecessor } from './predecessor';

/** Where the benchmark's own files are on Lintel's origin. */
const FOLDER = '/bench/';

/** Cores with which Lintel takes one thread, and two. */
const LINTEL_CORES = [2, 4] as const;

export interface FrameBenchParts {
  /** With the moving film before its camera, and no service worker. */
  readonly context: BrowserContext;
  readonly dist: string;
  readonly peers: BuildServer;
  /** Where the frames are written, for whoever reads them from the disk or from the peers' server. */
  readonly framesFile: string;
  readonly recognition: { readonly asset: Asset; readonly path: string };
  readonly cascade: string;
  readonly cacheDir: string;
  readonly course: Course;
  readonly withPeers: boolean;
  readonly onRound: () => void;
  readonly onFailed: (id: ContenderId, error: unknown) => void;
}

/** What everybody measured on the frames of the moving film. */
export async function benchFrames(parts: FrameBenchParts): Promise<Measured[]> {
  const files = new Map<string, ServedFile>();
  const server = await serveBuild(parts.dist, (path) => files.get(path));
  const contenders: Contender[] = [];
  const add = async (id: ContenderId, opening: Promise<Contender>): Promise<Contender | null> => {
    try {
      const contender = await opening;
      contenders.push(contender);
      return contender;
    } catch (error) {
      parts.onFailed(id, error);
      return null;
    }
  };
  try {
    await addOwnFiles(files);
    const film = await grabFrames(parts.context, server.url, parts.course.frames);
    await writeFile(parts.framesFile, film);
    files.set(`${FOLDER}frames.i420`, { type: 'application/octet-stream', content: film });
    const lintel = await lintelPlans(files, server.url, parts.dist);
    const opened = [];
    for (const plan of lintel) opened.push(await add(plan.id, openPageContender(parts.context, plan)));
    const crop = opened.find((contender) => contender !== null)?.facts.crop as readonly number[] | undefined;
    for (const plan of peerPlans(parts)) await add(plan.id, openPageContender(parts.context, plan));
    if (parts.withPeers) {
      await add({ program: 'predecessor', threads: 1 }, openPredecessor({ ...FRAME_SIZE, frames: parts.framesFile, cascade: parts.cascade, network: parts.recognition.path }));
      if (crop !== undefined) {
        const network = { path: parts.recognition.path, input: parts.recognition.asset.input! };
        await add({ program: 'native', threads: 1 }, openNative(network, crop, parts.cacheDir));
      }
    }
    return await interleave(contenders, parts.course, parts.onRound, parts.onFailed);
  } finally {
    await Promise.allSettled(contenders.map((contender) => contender.close()));
    await server.close();
  }
}

/** The thread counts that are tried: one, two, and all four of a Pi. */
function threadCounts(): number[] {
  return [1, 2, 4].filter((threads) => threads <= availableParallelism());
}

/** Lintel with one thread and with two: its worker takes this machine for one with so many cores. */
async function lintelPlans(files: Map<string, ServedFile>, url: string, dist: string): Promise<PagePlan[]> {
  const script = await workerScript(dist);
  const { scaleFactor, minNeighbors, minFacePx } = DEFAULT_SETTINGS;
  const options = { frames: { url: `${FOLDER}frames.i420`, ...FRAME_SIZE }, detector: { scaleFactor, minNeighbors, minFacePx }, search: { reach: FOLLOWING.reach, parts: SCAN_PARTS } };
  return LINTEL_CORES.map((cores) => ({
    id: { program: 'lintel', threads: threadCount(cores, true) },
    url: new URL(`${FOLDER}lintel.html`, url).href,
    options: { ...options, script: addWorkerWithCores(files, script, cores) },
    sampleOf: lintelSample,
  }));
}

/** Path of a script that runs Lintel's vision worker as on a machine with so many cores. */
function addWorkerWithCores(files: Map<string, ServedFile>, script: string, cores: number): string {
  // Its name is that of a vision worker: what it imports may evaluate only where the worker itself may.
  const [claim, worker] = [`/workers/bench-claim-${cores}.js`, `/workers/vision-worker-${cores}-cores.js`];
  files.set(claim, { type: 'text/javascript', content: `Object.defineProperty(navigator, 'hardwareConcurrency', { value: ${cores} });` });
  files.set(worker, { type: 'text/javascript', content: `import '${claim}'; import '${script}';` });
  return worker;
}

function peerPlans({ peers, withPeers }: FrameBenchParts): PagePlan[] {
  const frames = { url: '/frames.i420', ...FRAME_SIZE };
  const opencv: PagePlan = {
    id: { program: 'opencv', threads: 1 },
    url: `${peers.url}opencv-page.html`,
    options: { frames },
    sampleOf: ({ fullScanMs }) => ({ fullScanMs: fullScanMs as number }),
  };
  const browserPeers = (['human', 'face-api'] as const).flatMap((program) =>
    threadCounts().map((threads): PagePlan => ({
      id: { program, threads },
      url: `${peers.url}${program}-page.html`,
      options: { frames, threads },
      // Their WASM takes half the cores at most, whatever it is asked for.
      cores: 2 * threads,
      sampleOf: peerSample,
    })),
  );
  return withPeers ? [opencv, ...browserPeers] : [opencv];
}

/** The pages and their scripts. */
async function addOwnFiles(files: Map<string, ServedFile>): Promise<void> {
  const folder = join(import.meta.dirname, 'pages');
  for (const name of await readdir(folder)) {
    files.set(`${FOLDER}${name}`, { type: 'text/javascript', content: await readFile(join(folder, name)) });
  }
  const page = (script: string): string => `<!doctype html><title>Benchmark</title><script type="module" src="${FOLDER}${script}"></script>`;
  files.set(`${FOLDER}lintel.html`, { type: 'text/html', content: page('lintel-page.mjs') });
  files.set(`${FOLDER}camera.html`, { type: 'text/html', content: page('camera-page.mjs') });
}

/** Frames from the fake camera, as the app gets them. */
async function grabFrames(context: BrowserContext, url: string, count: number): Promise<Buffer> {
  const page = await context.newPage();
  try {
    await page.goto(new URL(`${FOLDER}camera.html`, url).href);
    await page.waitForFunction(() => 'lintelBench' in globalThis);
    return Buffer.concat(await grab(page, count));
  } finally {
    await page.close();
  }
}

type CameraScope = typeof globalThis & { lintelBench: { grab(options: { width: number; height: number; count: number }): Promise<string[]> } };

async function grab(page: Page, count: number): Promise<Buffer[]> {
  const frames = await page.evaluate((options) => (globalThis as CameraScope).lintelBench.grab(options), { ...FRAME_SIZE, count });
  return frames.map((frame) => Buffer.from(frame, 'base64'));
}

async function workerScript(dist: string): Promise<string> {
  const files = await readdir(join(dist, 'workers')).catch(() => []);
  const script = files.find((file) => /^vision-worker.*\.js$/.test(file));
  if (script === undefined) throw new CommandError(`There is no built Lintel in ${dist}: run "npm run build".`);
  return `/workers/${script}`;
}
