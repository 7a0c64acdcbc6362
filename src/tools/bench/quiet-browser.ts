/**
 * Chromium that nobody looks into while the app starts. Its developer tools keep a copy of every file that a page fetches
 * under their eyes, 60 MB here, which no tab of a person's has.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium } from '@playwright/test';
import type { AppPlaces } from './app-bench';
import { AppPage } from './app-page';
import { argumentsFor, chromiumPath } from './browser';

/** Chromium writes here where it can be reached, once it runs. */
const PORT_FILE = 'DevToolsActivePort';

/** Looks into the browser from now on; of frames and verdicts the tap notes those that follow. */
export type Attach = () => Promise<AppPage>;

/** Runs something with the app open and unwatched, and closes the browser in every case. */
export async function withQuietApp<T>({ url, profile }: AppPlaces, film: string, run: (attach: Attach) => Promise<T>): Promise<T> {
  const portFile = join(profile, PORT_FILE);
  await rm(portFile, { force: true });
  const own = ['--no-first-run', '--password-store=basic', '--window-size=1280,720', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = spawn(chromiumPath(), [...argumentsFor(film), ...own, url], { stdio: 'ignore' });
  const ended = Promise.race([once(child, 'exit'), once(child, 'error')]);
  let browser: Browser | null = null;
  try {
    return await run(async () => {
      browser = await chromium.connectOverCDP(addressIn(await readFile(portFile, 'utf8')));
      const page = browser.contexts().flatMap((context) => context.pages()).find((candidate) => candidate.url().startsWith(url));
      if (page === undefined) throw new Error('Lintel is not open in the browser.');
      return AppPage.join(page);
    });
  } finally {
    await (browser as Browser | null)?.close();
    child.kill();
    // A browser that does not end is left behind rather than waited for.
    await Promise.race([ended, sleep(10_000, undefined, { ref: false })]);
  }
}

/** Where the browser is reached, from what it wrote: a port and a path, a line each. */
export function addressIn(text: string): string {
  const [port, path] = text.split('\n');
  if (!/^\d+$/.test(port ?? '') || !path?.startsWith('/')) throw new Error('Chromium did not say where it can be reached.');
  return `ws://127.0.0.1:${port}${path}`;
}
