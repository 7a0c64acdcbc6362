/** A contender that lives in a page. */
import type { BrowserContext, Page } from '@playwright/test';
import type { Contender, ContenderId, Sample } from './contender';

/** What every page of the benchmark offers. */
interface PageFunctions {
  prepare(options: object): Promise<Record<string, unknown>>;
  measure(frames: readonly number[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
}
type PageScope = typeof globalThis & { lintelBench: PageFunctions };

export interface PagePlan {
  readonly id: ContenderId;
  readonly url: string;
  /** What the page's `prepare` gets. */
  readonly options: object;
  /** Cores that the page is told of; absent, it is told the truth. */
  readonly cores?: number;
  /** What a page's sample says, in milliseconds. @throws Error when a frame was not analysed to its end. */
  readonly sampleOf: (raw: Readonly<Record<string, unknown>>) => Sample;
}

/** Loads the page and lets it prepare itself. @throws Error with what the page says. */
export async function openPageContender(context: BrowserContext, { id, url, options, cores, sampleOf }: PagePlan): Promise<Contender> {
  const page = await context.newPage();
  try {
    if (cores !== undefined) await page.addInitScript((count) => Object.defineProperty(navigator, 'hardwareConcurrency', { value: count }), cores);
    const facts = await prepare(page, url, options);
    return {
      id,
      facts,
      measure: async (frames) => {
        const samples = await page.evaluate((wanted) => (globalThis as PageScope).lintelBench.measure(wanted), frames);
        return samples.map(sampleOf);
      },
      close: () => page.close(),
    };
  } catch (error) {
    await page.close();
    throw error;
  }
}

async function prepare(page: Page, url: string, options: object): Promise<Record<string, unknown>> {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('requestfailed', (request) => faults.push(`${request.url()}: ${request.failure()?.errorText ?? 'failed'}`));
  await page.goto(url);
  try {
    await page.waitForFunction(() => 'lintelBench' in globalThis, undefined, { timeout: 30_000 });
  } catch (error) {
    throw new Error(faults[0] ?? 'its page does not start', { cause: error });
  }
  return page.evaluate((given) => (globalThis as PageScope).lintelBench.prepare(given), options);
}

/** The sample of a peer that says how long it took from picture to embedding. */
export function peerSample({ verdictMs, isComplete }: Readonly<Record<string, unknown>>): Sample {
  if (typeof verdictMs !== 'number') throw new Error('The page measured nothing.');
  // A frame in which it finds nobody ends early, and would flatter it.
  return isComplete === true ? { verdictMs } : {};
}
