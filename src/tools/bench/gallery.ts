/** How Lintel fares with large galleries: real Chromium, a real database, the production modules, made-up people. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview, type PreviewServer } from 'vite';
import { securityHeaders } from '../../serving/headers';
import { findChromium } from '../chromium.mjs';
import { ROOT } from '../project';
import type { GalleryTask, GalleryTimes } from './gallery-page';

export interface GalleryOptions {
  /** Templates in the galleries to be measured, one person each. */
  readonly sizes: readonly number[];
  readonly dimensions: readonly GalleryTask['dimensions'][];
  /** How often matching, adding and deleting are measured. */
  readonly repeats: number;
  /** Hears a line now and then. */
  readonly onProgress: (line: string) => void;
}

export const GALLERY_OPTIONS: GalleryOptions = {
  sizes: [100, 1000, 10_000, 100_000],
  dimensions: [128, 512],
  repeats: 31,
  onProgress: () => {},
};

/** One row of the table: medians, in milliseconds where nothing else is said. */
export interface GalleryRow {
  readonly people: number;
  readonly dimensions: number;
  readonly loadMs: number;
  /** Of the main thread while loading; 0 where none took 50 ms. */
  readonly longestTaskMs: number;
  /** One pass over all templates on the page's own thread: median, and the middle half of the repetitions. */
  readonly matchMs: number;
  readonly matchQuartilesMs: readonly [number, number];
  /** A vote as the session waits for it: two passes and the scores of whoever is listed. */
  readonly voteMs: number;
  /** A person on the disk and in the gallery; without the disk; and gone from both. */
  readonly addMs: number;
  readonly addInMemoryMs: number;
  readonly deleteMs: number;
  /** What the gallery adds to the page, 10⁶ bytes; null where Chromium does not say. */
  readonly memoryMb: number | null;
}

export interface GalleryFigures {
  /** Milliseconds of one pass by number of templates of 128 numbers. */
  readonly match: Readonly<Record<string, number>>;
  readonly rows: readonly GalleryRow[];
}

const ARGUMENTS = ['--headless=new', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Lets the page measure its memory without waiting for the next garbage collection. */
const EAGER_MEMORY = '--enable-blink-features=ForceEagerMeasureMemory';

type PageScope = typeof globalThis & { lintelGallery: { measure(task: GalleryTask): Promise<GalleryTimes> } };

/** @throws Error when there is no Chromium, or a gallery cannot be measured. */
export async function benchGallery(options: GalleryOptions = GALLERY_OPTIONS): Promise<GalleryFigures> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium was found: install it with "sudo apt install chromium".');
  const folder = await mkdtemp(join(tmpdir(), 'lintel-gallery-'));
  let server: PreviewServer | null = null;
  try {
    await buildPage(join(folder, 'site'));
    server = await serve(join(folder, 'site'));
    const rows: GalleryRow[] = [];
    for (const dimensions of options.dimensions) {
      for (const people of options.sizes) {
        options.onProgress(`${people} templates of ${dimensions} numbers`);
        const task = { people, dimensions, repeats: options.repeats };
        rows.push(rowOf(task, await timesOf(task, executablePath, server.resolvedUrls!.local[0]!)));
      }
    }
    const match = rows.filter((row) => row.dimensions === 128).map(({ people, matchMs }) => [String(people), matchMs] as const);
    return { match: Object.fromEntries(match), rows };
  } finally {
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every gallery gets a browser and a profile of its own: nothing is warm, and nothing is left of the one before. */
async function timesOf(task: GalleryTask, executablePath: string, url: string): Promise<GalleryTimes> {
  const profile = await mkdtemp(join(tmpdir(), 'lintel-gallery-profile-'));
  const isRoot = process.getuid?.() === 0;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    // Chromium's own headless mode is among the arguments; Playwright's would be another browser.
    headless: false,
    args: [...ARGUMENTS, EAGER_MEMORY, ...(isRoot ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'lintelGallery' in globalThis);
    return await page.evaluate((asked) => (globalThis as PageScope).lintelGallery.measure(asked), task);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function rowOf({ people, dimensions }: GalleryTask, times: GalleryTimes): GalleryRow {
  const { memoryBytes, emptyBytes } = times;
  return {
    people,
    dimensions,
    loadMs: times.loadMs,
    longestTaskMs: times.longestTaskMs,
    matchMs: quantile(times.matchMs, 0.5),
    matchQuartilesMs: [quantile(times.matchMs, 0.25), quantile(times.matchMs, 0.75)],
    voteMs: quantile(times.voteMs, 0.5),
    addMs: quantile(times.addMs, 0.5),
    addInMemoryMs: quantile(times.addInMemoryMs, 0.5),
    deleteMs: quantile(times.deleteMs, 0.5),
    memoryMb: memoryBytes === null || emptyBytes === null ? null : (memoryBytes - emptyBytes) / 1e6,
  };
}

/** The value below which so much of the list lies, 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))]!;
}

/** The rows as a table for a terminal. */
export function galleryTable({ rows }: GalleryFigures): string {
  const head = ['templates', 'numbers', 'load', 'longest task', 'match', '(quartiles)', 'vote', 'add', '(no disk)', 'delete', 'memory'];
  const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));
  const cells = rows.map((row) => [
    row.people.toLocaleString('en'),
    String(row.dimensions),
    ms(row.loadMs),
    row.longestTaskMs === 0 ? '< 50' : ms(row.longestTaskMs),
    ms(row.matchMs),
    row.matchQuartilesMs.map(ms).join('–'),
    ms(row.voteMs),
    ms(row.addMs),
    ms(row.addInMemoryMs),
    ms(row.deleteMs),
    row.memoryMb === null ? 'not known' : `${row.memoryMb.toFixed(0)} MB`,
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((line) => line[column]!.length)));
  return [head, ...cells].map((line) => line.map((cell, column) => cell.padStart(widths[column]!)).join('  ')).join('\n');
}

async function buildPage(folder: string): Promise<void> {
  const source = `${folder}-source`;
  await rm(source, { recursive: true, force: true });
  const entry = join(import.meta.dirname, 'gallery-page.ts');
  await mkdir(source, { recursive: true });
  await writeFile(join(source, 'index.html'), `<!doctype html><title>Gallery</title><script type="module" src="${entry}"></script>`);
  await build({
    configFile: false,
    root: source,
    logLevel: 'error',
    // Its place is the one that the page's policy knows.
    worker: { format: 'es', rolldownOptions: { output: { entryFileNames: 'workers/[name]-[hash].js' } } },
    build: { outDir: folder, target: 'chrome120', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
}

/** Serves the page on a free port with Lintel's own headers: without them, threads share no memory. */
function serve(outDir: string): Promise<PreviewServer> {
  return preview({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: { outDir },
    preview: { host: 'localhost', port: 0, headers: securityHeaders('/') },
  });
}
