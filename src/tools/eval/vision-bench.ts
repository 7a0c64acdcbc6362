/** The shipped vision worker in real Chromium, as many of them as wanted, on a blank page of the built app's origin. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Asset } from '../../core/manifest';
import { findChromium } from '../chromium.mjs';
import { type BuildServer, type ServedFile, serveBuild } from '../serve-build';
import { EvalError } from './eval-error';
import type { Follow } from './follow';
import type { EngineFacts, FaultReply, PhotoReply } from './worker-reply';

/** Where on the origin the evaluation's own files are; no page of the app is loaded, so models are in memory once. */
const BLANK_PAGE = '/eval/';
const PAGE_SCRIPT = '/eval/page-script.mjs';
const PHOTO = '/eval/photo/';

const ARGUMENTS = ['--headless=new', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

interface PictureOptions {
  slot: number;
  url: string;
  maxSidePx: number;
  /** What the worker is asked of a frame: its detector, and whatever else. */
  wishes: object;
  follow: Follow | null;
}

/** Which pictures of a film are looked at. */
export interface FilmSteps {
  readonly stepSeconds: number;
  readonly maxPictures: number;
}

/** The functions of `page-script.mjs`. */
interface PageFunctions {
  start(options: { slot: number; script: string }): Promise<null | FaultReply | { kind: 'ready'; engine: EngineFacts }>;
  analyse(options: PictureOptions): Promise<PhotoReply>;
  analyseFilm(options: PictureOptions & FilmSteps): Promise<PhotoReply[]>;
}
type PageScope = typeof globalThis & { lintelEval: PageFunctions };

export interface BenchOptions {
  /** The built app. */
  readonly dist: string;
  /** Another recognition model in place of the installed one, and where its file is; null keeps the installed one. */
  readonly model: { readonly asset: Asset; readonly path: string } | null;
}

/** A running browser with workers; `close` it in every case. */
export class VisionBench {
  readonly #server: BuildServer;
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #photos: Map<string, Uint8Array>;
  #lastPhoto = 0;

  /** Path of the worker's script on the origin. */
  readonly script: string;

  private constructor(server: BuildServer, browser: Browser, page: Page, script: string, photos: Map<string, Uint8Array>) {
    this.#server = server;
    this.#browser = browser;
    this.#page = page;
    this.script = script;
    this.#photos = photos;
  }

  /** @throws EvalError when there is no Chromium or no build. */
  static async open({ dist, model }: BenchOptions): Promise<VisionBench> {
    const executablePath = findChromium();
    if (executablePath === null) throw new EvalError('No Chromium was found: install it with "sudo apt install chromium".');
    const script = await workerScript(dist);
    const photos = new Map<string, Uint8Array>();
    const files = await extraFiles(model);
    const server = await serveBuild(dist, (path) => {
      const photo = photos.get(path);
      return photo === undefined ? files.get(path) : { type: 'application/octet-stream', content: photo };
    });
    let browser: Browser | null = null;
    try {
      const isRoot = process.getuid?.() === 0;
      // Chromium's own headless mode is among the arguments; Playwright's would be another browser.
      browser = await chromium.launch({ executablePath, headless: false, args: [...ARGUMENTS, ...(isRoot ? ['--no-sandbox'] : [])] });
      const page = await browser.newPage({ serviceWorkers: 'block' });
      await page.goto(new URL(BLANK_PAGE, server.url).href);
      await page.waitForFunction(() => 'lintelEval' in globalThis);
      return new VisionBench(server, browser, page, script, photos);
    } catch (error) {
      await browser?.close();
      await server.close();
      throw error;
    }
  }

  /**
   * Starts the worker of this slot unless it runs already; what it runs on, null if it ran.
   * @throws EvalError when its models do not load.
   */
  async start(slot: number): Promise<EngineFacts | null> {
    const reply = await this.#page.evaluate((options) => (globalThis as PageScope).lintelEval.start(options), { slot, script: this.script });
    if (reply?.kind === 'fault') {
      throw new EvalError(`The vision worker did not start (${reply.fault.code}: ${reply.fault.detail}): run "npm start" once, which puts its files right.`);
    }
    return reply?.engine ?? null;
  }

  /**
   * Analyses one photograph in the worker of this slot, no longer than `maxSidePx` on its longer side; with `follow` as a
   * frame of a face that was found in the one before.
   */
  analyse(slot: number, photo: Uint8Array, maxSidePx: number, wishes: object, follow: Follow | null): Promise<PhotoReply> {
    return this.#whileServed(photo, (url) =>
      this.#page.evaluate((options) => (globalThis as PageScope).lintelEval.analyse(options), { slot, url, maxSidePx, wishes, follow }),
    );
  }

  /** Analyses pictures of a film in the worker of this slot; one `unreadable` when Chromium cannot play it. */
  analyseFilm(slot: number, film: Uint8Array, maxSidePx: number, wishes: object, follow: Follow | null, steps: FilmSteps): Promise<PhotoReply[]> {
    return this.#whileServed(film, (url) =>
      this.#page.evaluate((options) => (globalThis as PageScope).lintelEval.analyseFilm(options), { slot, url, maxSidePx, wishes, follow, ...steps }),
    );
  }

  /** Serves a file while `use` looks at it. */
  async #whileServed<T>(file: Uint8Array, use: (url: string) => Promise<T>): Promise<T> {
    this.#lastPhoto += 1;
    const url = `${PHOTO}${this.#lastPhoto}`;
    this.#photos.set(url, file);
    try {
      return await use(url);
    } finally {
      this.#photos.delete(url);
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}

async function workerScript(dist: string): Promise<string> {
  const files = await readdir(join(dist, 'workers')).catch(() => []);
  const script = files.find((file) => /^vision-worker.*\.js$/.test(file));
  if (script === undefined) throw new EvalError(`There is no built Lintel in ${dist}: run "npm run build".`);
  return `/workers/${script}`;
}

/** The evaluation's own files by path, and those that put another model in place of the installed one. */
async function extraFiles(model: BenchOptions['model']): Promise<Map<string, ServedFile>> {
  const files = new Map<string, ServedFile>([
    [BLANK_PAGE, { type: 'text/html', content: `<!doctype html><title>Evaluation</title><script type="module" src="${PAGE_SCRIPT}"></script>` }],
    [PAGE_SCRIPT, { type: 'text/javascript', content: await readFile(join(import.meta.dirname, 'page-script.mjs')) }],
  ]);
  if (model !== null) {
    files.set('/models/installed.json', { type: 'application/json', content: JSON.stringify({ recognition: model.asset.id }) });
    files.set(`/${model.asset.file}`, { type: 'application/octet-stream', content: await readFile(model.path) });
  }
  return files;
}
