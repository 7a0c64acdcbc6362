/** One module of Lintel alone in Chromium: a blank page of a secure origin, no app, no models, no server. */
// The modules that are tested here use it; the tests themselves run in an older Node.
/// <reference lib="es2024.promise" />
import { join } from 'node:path';
import { type BrowserContext, type ConsoleMessage, type Page, test as base } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { ROOT } from '../../src/tools/project';
import { launch, newProfile } from './browser';

/** Nothing listens there: every request is answered by the test. */
const ORIGIN = 'http://localhost:9';

const FAKE_CAMERA = ['--use-fake-device-for-media-stream'];

interface ModuleFixtures {
  context: BrowserContext;
  /** Opens a blank page with the exports of `module` (a path under `src`) as the global `lintel`. */
  openModule: (module: string) => Promise<Page>;
}

export const test = base.extend<ModuleFixtures>({
  context: async ({}, use) => {
    const { profile, remove } = await newProfile();
    const context = await launch({ profile, camera: null, arguments: FAKE_CAMERA });
    await context.route(`${ORIGIN}/**`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await use(context);
    await context.close();
    await remove();
  },
  openModule: async ({ context }, use) => {
    await use(async (module) => {
      const page = await context.newPage();
      await page.goto(ORIGIN);
      await page.addScriptTag({ content: await bundle(module) });
      return page;
    });
  },
});

export { expect } from '@playwright/test';

/** Collects what the page's console says, for tests that it says nothing of a kind. */
export function consoleOf(page: Page): string[] {
  const lines: string[] = [];
  page.on('console', (message: ConsoleMessage) => lines.push(message.text()));
  return lines;
}

/** A module of `src` with what it imports, as a script that sets the global `lintel`. */
export async function bundle(module: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(ROOT, 'src', module), formats: ['iife'], name: 'lintel' },
    },
  })) as Rolldown.RolldownOutput[];
  return built[0]!.output[0].code;
}
