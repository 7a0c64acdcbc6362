/** Verification without a pause, for as long as wanted: what grows, and what becomes slower. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppPage, Tap } from './app-page';
import type { AppPlaces } from './app-bench';
import { handlesOf, processesOf } from './processes';
import { withQuietApp } from './quiet-browser';
import { type Summary, summaryOf } from './statistics';
import { tabMemory, type TabMemory } from './tab-memory';

const MINUTE_MS = 60_000;
/** Until everything is loaded, OpenCV too: then the browser may be looked into. */
const LOADING_MS = 20_000;
/** How long a verdict stands before the next one is asked for. */
const VERDICT_STANDS_MS = 500;
const VERDICT_PATIENCE_MS = 60_000;

/** The state of things after so many minutes. */
export interface SoakPoint {
  readonly minutes: number;
  readonly memory: TabMemory;
  /** Files, sockets and pipes that all processes of the browser have open. */
  readonly handles: number;
  /** Of the page: its JavaScript heap in use, and its event listeners. */
  readonly heapBytes: number;
  readonly listeners: number;
  /** Since the last point. */
  readonly frameMs: Summary | null;
  readonly verdicts: number;
}

export interface Soak {
  readonly points: readonly SoakPoint[];
  /** Growth of the tab's memory from the first minute to the end, in percent; null in less than two minutes. */
  readonly growthPercent: number | null;
}

/** Verifies whoever is before the camera again and again. `onPoint` hears of every minute. */
export async function soak(places: AppPlaces, movingFilm: string, minutes: number, onPoint: (point: SoakPoint) => void): Promise<Soak> {
  return withQuietApp(places, movingFilm, async (attach) => {
    await sleep(LOADING_MS);
    const app = await attach();
    await app.set('Start by itself once a face holds still', false);
    await app.go('Verify');
    await app.until('frames', 1, VERDICT_PATIENCE_MS);
    const counters = await pageCounters(app);
    const points: SoakPoint[] = [];
    const startMs = performance.now();
    const minutesSince = (): number => (performance.now() - startMs) / MINUTE_MS;
    const take = async (tap: Tap): Promise<void> => {
      const point: SoakPoint = {
        minutes: minutesSince(),
        memory: await tabMemory(places.profile, () => app.measuredMemory()),
        handles: processesOf(places.profile).reduce((sum, { pid }) => sum + handlesOf(pid), 0),
        ...(await counters()),
        frameMs: summaryOf(tap.frames.map(({ elapsedMs }) => elapsedMs)),
        verdicts: tap.verdicts.length,
      };
      points.push(point);
      onPoint(point);
    };
    await take(await app.tap(true));
    while (minutesSince() < minutes) {
      const due = Math.min(minutes, Math.floor(minutesSince()) + 1);
      while (minutesSince() < due) await verifyOnce(app);
      await take(await app.tap(true));
    }
    return { points, growthPercent: growthPercentOf(points) };
  });
}

/** From the first point at a minute or later to the last. */
export function growthPercentOf(points: readonly Pick<SoakPoint, 'minutes' | 'memory'>[]): number | null {
  const first = points.find(({ minutes }) => minutes >= 1);
  const last = points.at(-1);
  if (first === undefined || last === undefined || first === last) return null;
  return (last.memory.tabBytes / first.memory.tabBytes - 1) * 100;
}

async function verifyOnce(app: AppPage): Promise<void> {
  const verdicts = await app.verdicts();
  await app.capture();
  await app.until('verdicts', verdicts + 1, VERDICT_PATIENCE_MS);
  await app.page.waitForTimeout(VERDICT_STANDS_MS);
}

/** What Chromium counts of the page. */
async function pageCounters(app: AppPage): Promise<() => Promise<{ heapBytes: number; listeners: number }>> {
  const session = await app.page.context().newCDPSession(app.page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const valueOf = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { heapBytes: valueOf('JSHeapUsedSize'), listeners: valueOf('JSEventListeners') };
  };
}
