/** On four cores the number of threads is measured while nobody is there, and used from then on. */
import type { Page } from '@playwright/test';
import { TIMED_RUNS } from '../../src/inference/client/measure-threads';
import type { LintelPage } from '../support/browser';
import { expect, SCENES, test } from '../support/fixtures';

/** The name of each vision worker that was made since the page was loaded, in order. */
type Notebook = typeof globalThis & { workerNames: string[] };

/** Loads the page again, which then takes the machine for one of four cores and notes its workers. */
async function claimFourCores({ page }: LintelPage): Promise<void> {
  await page.clock.install();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: 4 });
    const names: string[] = [];
    Object.assign(globalThis, { workerNames: names });
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (String(url).includes('vision-worker')) names.push(options?.name ?? '');
      }
    };
  });
  await page.reload();
}

function workerNames(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as Notebook).workerNames);
}

function kept(page: Page): Promise<string | null> {
  return page.evaluate(() => localStorage.getItem('lintel-threads'));
}

/** The engine is ready, and then nobody does anything for a minute. */
async function leaveAlone(lintel: LintelPage): Promise<void> {
  await lintel.go('Diagnostics');
  await expect(threads(lintel)).toContainText(/^\d/, { timeout: 40_000 });
  await lintel.page.clock.fastForward(60_000);
}

const threads = ({ page }: LintelPage) => page.locator('dt', { hasText: /^Threads$/ }).locator('+ dd');

test('the count is measured, kept, and used by the next worker', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  const { page } = lintel;
  await claimFourCores(lintel);
  await leaveAlone(lintel);
  await expect(threads(lintel)).toHaveText(/^[123] \(measured: 1: [\d.]+ ms · 2: [\d.]+ ms · 3: [\d.]+ ms\)$/, { timeout: 120_000 });

  const choice = JSON.parse((await kept(page))!) as { threads: number };
  const shown = await threads(lintel).innerText();
  expect(shown.startsWith(`${choice.threads} `)).toBe(true);
  const [first, ...others] = await workerNames(page);
  expect(first).toBe('lintel-vision');
  const turns = Array.from({ length: TIMED_RUNS.turns }, () => ['lintel-timing 1', 'lintel-timing 2', 'lintel-timing 3']).flat();
  expect(others.slice(0, turns.length)).toEqual(turns);

  await page.reload();
  await lintel.go('Diagnostics');
  await expect(threads(lintel)).toHaveText(shown, { timeout: 40_000 });
  expect(await workerNames(page)).toEqual([`lintel-vision ${choice.threads}`]);
  await lintel.enrol('Ada');
});

test('where a worker dies that is timed, the rule stays, and nobody hears of it', async ({ open }) => {
  const lintel = await open(null);
  const { page } = lintel;
  await claimFourCores(lintel);
  const [timed] = await Promise.all([
    page.waitForEvent('worker', { predicate: async (worker) => (await worker.evaluate(() => self.name)).startsWith('lintel-timing'), timeout: 60_000 }),
    leaveAlone(lintel),
  ]);
  const closed = timed.waitForEvent('close');
  await timed.evaluate(() => void setTimeout(() => {
    throw new Error('no memory');
  }));
  await closed;
  await page.clock.fastForward(5 * 60_000);
  await expect(threads(lintel)).toHaveText(/^\d \(assumed\)$/);
  expect(await kept(page)).toBeNull();
  expect(await workerNames(page)).toEqual(['lintel-vision', 'lintel-timing 1']);
  await expect(lintel.alert).toHaveCount(0);
});
