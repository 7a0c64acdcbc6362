/** A benchmark from the films to the report. */
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { chromium } from '@playwright/test';
import { assetById, type Manifest } from '../../core/manifest';
import { findChromium } from '../chromium.mjs';
import { CommandError } from '../command-line';
import { reasonOf } from '../assets/reason';
import { type BuildServer, serveBuild } from '../serve-build';
import { firstStart, laterStart, memoryAfterVisits, receiveVisits, receiveVisitsThrottled, withProfile } from './app-bench';
import { chromiumPath, openBrowser } from './browser';
import { column, type ContenderId, type Course, type Measured } from './contender';
import { FILMS, filmFile } from './films';
import { benchFrames } from './frame-bench';
import { benchGallery, GALLERY_OPTIONS } from './gallery';
import { startHuman } from './human-start';
import { idleCpuPercent } from './idle';
import type { BenchOptions } from './options';
import { packageFolder } from './packages';
import { servePeers } from './peer-server';
import { precachedFiles } from './precache';
import { type BenchReport, type Findings, reportOf } from './report';
import { soak } from './soak';
import { summaryOf } from './statistics';

/** Where everything is. */
export interface BenchSurroundings {
  /** The built app. */
  readonly dist: string;
  /** What it was built from: models and cascade. */
  readonly publicDir: string;
  readonly manifest: Manifest;
  /** Id of the recognition model that is in the build. */
  readonly recognition: string;
  /** Folders of OpenCV.js and of face-api, as they are installed. */
  readonly openCvDir: string;
  readonly faceApiDir: string;
  readonly cacheDir: string;
  readonly say: (line: string) => void;
}

/** How much is measured. */
interface Plan {
  readonly course: Course;
  readonly starts: number;
  readonly visits: number;
  readonly withPeers: boolean;
}

const WHOLE: Plan = { course: { rounds: 12, framesPerRound: 4, frames: 48, restMs: 50 }, starts: 5, visits: 4, withPeers: true };
const QUICK: Plan = { course: { rounds: 1, framesPerRound: 3, frames: 3, restMs: 0 }, starts: 0, visits: 0, withPeers: false };

/** Of all that is measured on a frame, what the ratios are made of. */
const MAIN_COLUMNS = ['boxMs', 'fullScanMs', 'loopMs', 'embedMs', 'verdictMs'] as const;

/** Which figure is missing without a contender. */
const FIGURE_OF: Readonly<Record<ContenderId['program'], string>> = {
  lintel: 'lintel',
  opencv: 'trackedToFullScan',
  human: 'verdictToHuman',
  'face-api': 'verdictToFaceApi',
  predecessor: 'verdictToPredecessor',
  native: 'embeddingToNative',
};

/** @throws CommandError with a sentence for what a person can put right. */
export async function runBench(options: BenchOptions, surroundings: BenchSurroundings): Promise<BenchReport> {
  const { say, dist } = surroundings;
  const plan = options.isQuick ? QUICK : WHOLE;
  const reasons: Record<string, string> = {};
  const attempt = async <T>(figure: string, run: () => Promise<T>): Promise<T | null> => {
    try {
      return await run();
    } catch (error) {
      if (error instanceof CommandError) throw error;
      reasons[figure] = reasonOf(error);
      say(`${figure} is left out: ${reasonOf(error)}`);
      return null;
    }
  };
  say('Drawing what the camera shows…');
  const films = await drawFilms(join(surroundings.cacheDir, 'films'));
  if (options.isQuick) reasons.match = 'only frames are measured with --quick';
  const gallery = options.isQuick ? null : await attempt('match', () => (say('Galleries…'), benchGallery({ ...GALLERY_OPTIONS, sizes: [10_000, 100_000], dimensions: [128] })));
  const peers = await servePeers(await mountsOf(surroundings, plan, attempt));
  const app = await serveBuild(dist, () => undefined);
  try {
    const frames = await frameFindings(surroundings, plan, peers, films.moving, reasons);
    return await withProfile(async (profile) =>
      withProfile(async (humanProfile) => {
        const places = { url: app.url, profile };
        if (plan.starts === 0) reasons.start = 'only frames are measured with --quick';
        const cold = plan.starts === 0 && options.soakMinutes === null ? null : await attempt('start', () => (say('First start…'), firstStart(places, films.steady)));
        const starts: Pick<Findings, 'warm' | 'humanStartsMs'> = cold === null || plan.starts === 0 ? { warm: [], humanStartsMs: [] } : await laterStarts(plan, places, { url: peers.url, profile: humanProfile }, films.steady, surroundings, attempt);
        const isWhole = cold !== null && plan.visits > 0;
        const idle = !isWhole ? null : await attempt('idleCpuPercent', () => (say('An empty room…'), idleCpuPercent(places, films.empty)));
        const received = !isWhole ? null : await attempt('visits', () => (say(`${plan.visits} visits…`), receiveVisits(places, films.visits, plan.visits)));
        const memory = !isWhole ? null : await attempt('memoryMb', () => (say(`Memory after ${plan.visits} visits…`), memoryAfterVisits(places, films.visits, plan.visits)));
        const factor = options.throttle;
        const slowed = !isWhole || factor === null ? null : await attempt('throttled', () => (say(`${plan.visits} visits, slowed ${factor} times…`), receiveVisitsThrottled(places, films.visits, plan.visits, factor)));
        if (factor === null) reasons.throttled = 'asked for with --throttle 5';
        const minutes = options.soakMinutes;
        const soaked = cold === null || minutes === null ? null : await attempt('soak', () => soak(places, films.moving, minutes, ({ minutes: at }) => say(`Soak: ${at.toFixed(1)} of ${minutes} min`)));
        return reportOf({
          machine: machine(surroundings.recognition),
          frames,
          cold,
          ...starts,
          visits: received,
          throttled: slowed === null || factor === null ? null : { factor, ...slowed },
          memory,
          idleCpuPercent: idle,
          precache: await attempt('precacheMb', () => precachedFiles(dist)),
          soak: soaked,
          match: gallery?.match ?? null,
          reasons,
        });
      }),
    );
  } finally {
    await app.close();
    await peers.close();
  }
}

type Attempt = <T>(figure: string, run: () => Promise<T>) => Promise<T | null>;

async function frameFindings(surroundings: BenchSurroundings, plan: Plan, peers: BuildServer, film: string, reasons: Record<string, string>): Promise<Findings['frames']> {
  const { dist, manifest, recognition, publicDir, cacheDir, say } = surroundings;
  const asset = assetById(manifest, recognition);
  let round = 0;
  return withProfile(async (profile) => {
    const context = await openBrowser({ profile, film, blocksServiceWorker: true });
    try {
      say('Setting up everybody who analyses frames…');
      const measured = await benchFrames({
        context,
        dist,
        peers,
        framesFile: framesFileOf(cacheDir),
        recognition: { asset, path: join(publicDir, asset.file) },
        cascade: cascadeOf(surroundings),
        cacheDir,
        course: plan.course,
        withPeers: plan.withPeers,
        onRound: () => say(`Frames: round ${(round += 1)} of ${plan.course.rounds}`),
        onFailed: ({ program, threads }, error) => {
          reasons[FIGURE_OF[program]] = `${program}, ${threads} ${threads === 1 ? 'thread' : 'threads'}: ${reasonOf(error)}`;
          say(`${program} (${threads}) is left out: ${reasonOf(error)}`);
        },
      });
      const network = measured.find(({ id }) => id.program === 'predecessor')?.facts.network;
      for (const one of measured) say(mediansOf(one));
      if (network === null) {
        reasons.verdictToPredecessor = 'its Python cannot run the network, so native ONNX Runtime on one thread stands in for that part: faster than PyTorch would be';
      }
      return measured;
    } finally {
      await context.close();
    }
  });
}

/** What one contender came to, said at once: what follows takes minutes, and may be cut off. */
function mediansOf(measured: Measured): string {
  const { program, threads } = measured.id;
  const medians = MAIN_COLUMNS.flatMap((name) => {
    const summary = summaryOf(column(measured, name).flat());
    return summary === null ? [] : [`${name} ${summary.median.toFixed(1)}`];
  });
  return `${program}, ${threads}: ${medians.join(', ')}`;
}

/** Starts of Lintel and of the peer in turn; of the peer, the first one only fills its caches. */
async function laterStarts(
  plan: Plan,
  places: { url: string; profile: string },
  peer: { url: string; profile: string },
  film: string,
  { say }: BenchSurroundings,
  attempt: Attempt,
): Promise<Pick<Findings, 'warm' | 'humanStartsMs'>> {
  const [warm, humanStartsMs]: [Findings['warm'][number][], number[]] = [[], []];
  let isPeerThere = (await attempt('warmStartToHuman', () => startHuman(peer.url, peer.profile, film))) !== null;
  for (let start = 0; start < plan.starts; start += 1) {
    say(`Warm start ${start + 1} of ${plan.starts}…`);
    const own = await attempt('start', () => laterStart(places, film));
    if (own !== null) warm.push(own);
    const theirs = isPeerThere ? await attempt('warmStartToHuman', () => startHuman(peer.url, peer.profile, film)) : null;
    if (theirs === null) isPeerThere = false;
    else humanStartsMs.push(theirs);
  }
  return { warm, humanStartsMs };
}

async function drawFilms(folder: string): Promise<Record<keyof typeof FILMS, string>> {
  const executablePath = chromiumPath();
  const isRoot = process.getuid?.() === 0;
  const easel = await chromium.launch({ executablePath, args: ['--disable-gpu', ...(isRoot ? ['--no-sandbox'] : [])] });
  try {
    const page = await easel.newPage();
    const film = (shots: (typeof FILMS)[keyof typeof FILMS]): Promise<string> => filmFile(page, shots, folder);
    return { moving: await film(FILMS.moving), steady: await film(FILMS.steady), empty: await film(FILMS.empty), visits: await film(FILMS.visits) };
  } finally {
    await easel.close();
  }
}

/** What the peers' server serves; a peer that cannot be fetched is not among it, and its page will say so. */
async function mountsOf(surroundings: BenchSurroundings, { withPeers }: Plan, attempt: Attempt): Promise<Record<string, string>> {
  const { openCvDir, faceApiDir, cacheDir, say } = surroundings;
  const mounts = {
    '/pages': join(import.meta.dirname, 'pages'),
    '/opencv': openCvDir,
    '/face-api': faceApiDir,
    '/cascade.xml': cascadeOf(surroundings),
    '/frames.i420': framesFileOf(cacheDir),
  };
  if (!withPeers) return mounts;
  say('Fetching what Lintel is compared with, where it is not there yet…');
  const human = await attempt('verdictToHuman', () => packageFolder('@vladmandic/human', cacheDir));
  const wasm = await attempt('verdictToHuman', () => packageFolder('@tensorflow/tfjs-backend-wasm', cacheDir));
  return { ...mounts, ...(human !== null && { '/human': human }), ...(wasm !== null && { '/tfjs-wasm': wasm }) };
}

function framesFileOf(cacheDir: string): string {
  return join(cacheDir, 'frames.i420');
}

function cascadeOf({ publicDir, manifest }: BenchSurroundings): string {
  return join(publicDir, assetById(manifest, 'haarcascade-frontalface-default').file);
}

function machine(recognition: string): Record<string, string | number> {
  const processors = cpus();
  return { processor: processors[0]?.model.trim() ?? 'unknown', cores: processors.length, Node: process.versions.node, Chromium: basename(findChromium() ?? ''), model: recognition };
}
