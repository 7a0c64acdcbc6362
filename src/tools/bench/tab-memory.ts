/** What a tab needs of memory, apart from what the browser holds for itself. */
import { setTimeout as sleep } from 'node:timers/promises';
import { memoryBytesOf, processesOf, threadsOf } from './processes';
import { summaryOf } from './statistics';

/** Bytes, shared pages divided among those who share them (PSS), code and graphics included. */
export interface TabMemory {
  /** Of the renderer processes in which workers of a site run, so of Lintel's page, its workers and its service worker. */
  readonly tabBytes: number;
  /** Of all renderer processes: also one that Chromium holds for the next tab, and one for its own interface. */
  readonly renderersBytes: number;
  /** What the browser itself measures: JavaScript, WASM and DOM of the page and its workers; null where it did not. */
  readonly measuredBytes: number | null;
}

/** How often memory is read for one figure: garbage comes and goes. */
const READINGS = 5;
const BETWEEN_READINGS_MS = 1000;

/**
 * Medians of some seconds. `measure` asks the browser afterwards, since it collects garbage to measure.
 * @throws Error when no process of the browser runs a worker, so that the tab's cannot be told.
 */
export async function tabMemory(profile: string, measure: () => Promise<number | null>): Promise<TabMemory> {
  const [tab, renderers]: [number[], number[]] = [[], []];
  for (let reading = 0; reading < READINGS; reading += 1) {
    if (reading > 0) await sleep(BETWEEN_READINGS_MS);
    const all = processesOf(profile).filter(({ type }) => type === 'renderer').map(({ pid }) => ({ bytes: memoryBytesOf(pid), isOfSite: runsWorker(threadsOf(pid)) }));
    const own = all.filter(({ isOfSite }) => isOfSite);
    if (own.length === 0) throw new Error('No process of the browser runs a worker: which of them is the tab cannot be told.');
    tab.push(sumOf(own));
    renderers.push(sumOf(all));
  }
  return { tabBytes: summaryOf(tab)!.median, renderersBytes: summaryOf(renderers)!.median, measuredBytes: await measure() };
}

/** Whether threads of these names, which Linux cuts to 15 letters, are among those of a process that runs a site's worker. */
export function runsWorker(threads: readonly string[]): boolean {
  return threads.some((name) => name.startsWith('DedicatedWorker') || name.startsWith('ServiceWorker'));
}

function sumOf(processes: readonly { readonly bytes: number }[]): number {
  return processes.reduce((sum, { bytes }) => sum + bytes, 0);
}
