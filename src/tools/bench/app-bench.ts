/** Lintel itself, as it ships: cold and warm starts, long tasks, visits, memory. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from '@playwright/test';
import { AppPage, type Tap } from './app-page';
import { openBrowser } from './browser';
import { withQuietApp } from './quiet-browser';
import { tabMemory, type TabMemory } from './tab-memory';
import { throttleBrowser, type ThrottleMethod } from './throttle';
import { type Visit, visitsIn } from './visits';

/** One visit of the film, with some time to spare where everything is slow. */
const VISIT_MS = 11_000;
const PATIENCE_MS = 120_000;

/** One start of the app on a profile that knows somebody, until a verdict stood. */
export interface AppStart {
  /** From the navigation to the first frame analysed. */
  readonly firstFrameMs: number;
  readonly verdictMs: number;
  /** The longest task of the main thread until then; 0 when none lasted 50 ms, from where on the browser tells. */
  readonly longestTaskMs: number;
}

export interface AppPlaces {
  /** Address of the build. */
  readonly url: string;
  readonly profile: string;
}

/** Runs something with a new profile, which is deleted afterwards. */
export async function withProfile<T>(run: (profile: string) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'lintel-bench-'));
  try {
    return await run(profile);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Runs something with the app open, and closes the browser in every case. */
export async function withApp<T>(places: AppPlaces, film: string, run: (app: AppPage, context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await openBrowser({ profile: places.profile, film });
  try {
    return await run(await AppPage.open(context, places.url), context);
  } finally {
    await context.close();
  }
}

/** The first start: everything is fetched, somebody is enrolled, and verification set to start by itself. */
export async function firstStart(places: AppPlaces, steadyFilm: string): Promise<AppStart> {
  return withApp(places, steadyFilm, async (app) => {
    await app.untilCached();
    await app.enrol('Ada');
    const { frames } = await app.tap();
    await app.askNothing();
    await app.set('Countdown', 0);
    await app.set('Frames per second at most', 30);
    await app.set('Start by itself once a face holds still', true);
    await app.go('Verify');
    await app.until('verdicts', 1, PATIENCE_MS);
    const tap = await app.tap();
    // The code that the browser keeps for the next start is written a while after it has been compiled.
    await app.page.waitForTimeout(5000);
    return startOf({ ...tap, frames: [...frames, ...tap.frames] });
  });
}

/** A later start of the same profile, until a verdict stands by itself. */
export async function laterStart(places: AppPlaces, steadyFilm: string): Promise<AppStart> {
  return withApp(places, steadyFilm, async (app) => {
    await app.until('verdicts', 1, PATIENCE_MS);
    return startOf(await app.tap());
  });
}

/** What the tap of a start says. @throws Error when there was no frame or no verdict. */
export function startOf({ frames, verdicts, longTasks }: Tap): AppStart {
  const [first] = frames;
  const [verdictMs] = verdicts;
  if (first === undefined || verdictMs === undefined) throw new Error('The app came to no verdict.');
  const tasks = longTasks.filter(({ atMs }) => atMs < verdictMs).map(({ elapsedMs }) => elapsedMs);
  return { firstFrameMs: first.atMs, verdictMs, longestTaskMs: Math.max(0, ...tasks) };
}

/** People come and go, so many times. */
export async function receiveVisits(places: AppPlaces, visitsFilm: string, count: number): Promise<Visit[]> {
  return withApp(places, visitsFilm, (app) => untilVisited(app, count));
}

/** The memory of the tab while people come and go, after about so many of them. */
export async function memoryAfterVisits(places: AppPlaces, visitsFilm: string, count: number): Promise<TabMemory> {
  return withQuietApp(places, visitsFilm, async (attach) => {
    await sleep((count + 1) * VISIT_MS);
    return tabMemory(places.profile, async () => (await attach()).measuredMemory());
  });
}

/** The same with the browser slowed from its start. */
export async function receiveVisitsThrottled(places: AppPlaces, visitsFilm: string, count: number, factor: number): Promise<{ visits: readonly Visit[]; method: ThrottleMethod }> {
  const context = await openBrowser({ profile: places.profile, film: visitsFilm });
  try {
    const throttle = throttleBrowser(places.profile, factor);
    try {
      return { visits: await untilVisited(await AppPage.open(context, places.url), count), method: throttle.method };
    } finally {
      throttle.release();
    }
  } finally {
    await context.close();
  }
}

async function untilVisited(app: AppPage, count: number): Promise<Visit[]> {
  await app.until('frames', 1, PATIENCE_MS);
  for (let waited = 0; waited <= 2 * count; waited += 1) {
    await app.page.waitForTimeout(VISIT_MS);
    const visits = visitsIn(await app.tap());
    if (visits.length >= count) return visits.slice(0, count);
  }
  throw new Error('The camera showed too few visits: the browser hardly runs.');
}
