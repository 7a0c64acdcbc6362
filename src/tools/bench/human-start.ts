/** The start of the peer that Lintel's start is compared with. */
import { openBrowser } from './browser';

type StartScope = typeof globalThis & { lintelBench: { firstDetection: Promise<number> } };

/**
 * Milliseconds from the navigation to its first detection on the camera's picture, with whatever the profile has cached.
 * The browser stays open for a while, so that it can keep the compiled code for the next start.
 */
export async function startHuman(url: string, profile: string, film: string): Promise<number> {
  const context = await openBrowser({ profile, film });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${url}human-start-page.html`);
    await page.waitForFunction(() => 'lintelBench' in globalThis, undefined, { timeout: 60_000 });
    const elapsedMs = await page.evaluate(() => (globalThis as StartScope).lintelBench.firstDetection);
    await page.waitForTimeout(3000);
    return elapsedMs;
  } finally {
    await context.close();
  }
}
