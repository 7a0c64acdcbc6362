/** What every end-to-end test gets: a server, camera files and a profile that is deleted afterwards. */
import { chromium, type Page, test as base } from '@playwright/test';
import { findChromium } from '../../src/tools/chromium.mjs';
import { cameraFile, cameraFilm, type CameraRecipe, type Shot } from '../../src/tools/camera-file';
import { LintelPage, launch, type LaunchOptions, newProfile } from './browser';
import { type Server, startServer } from './server';

interface TestFixtures {
  /** An empty profile for this test. */
  profile: string;
  /** Starts Chromium on the test's profile and opens Lintel; every browser is closed at the end. */
  open: (camera: string | null, options?: Partial<LaunchOptions> & { url?: string }) => Promise<LintelPage>;
}

interface WorkerFixtures {
  server: Server;
  /** A blank page to draw camera files in. */
  easel: Page;
  /** A camera file of one scene. */
  camera: (recipe: CameraRecipe) => Promise<string>;
  /** A camera file of several scenes, one after the other. */
  film: (shots: readonly Shot[]) => Promise<string>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  easel: [
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox', '--disable-gpu'] });
      await use(await browser.newPage());
      await browser.close();
    },
    { scope: 'worker' },
  ],
  camera: [async ({ easel }, use) => use((recipe) => cameraFile(easel, recipe)), { scope: 'worker' }],
  film: [async ({ easel }, use) => use((shots) => cameraFilm(easel, shots)), { scope: 'worker' }],
  profile: async ({}, use) => {
    const { profile, remove } = await newProfile();
    await use(profile);
    await remove();
  },
  open: async ({ profile, server }, use) => {
    const contexts: Awaited<ReturnType<typeof launch>>[] = [];
    await use(async (camera, { url, ...options } = {}) => {
      const context = await launch({ profile, camera, ...options });
      contexts.push(context);
      return LintelPage.open(context, url ?? server.url);
    });
    for (const context of contexts) await context.close().catch(() => {});
  },
});

export { expect } from '@playwright/test';

/** The people of the tests, as the camera sees them. */
export const SCENES = {
  ada: { faces: [{ photo: 'ada', widthPx: 170 }] },
  /** The same person: further away, darker, tilted, off the middle. */
  adaLater: { faces: [{ photo: 'ada', widthPx: 130, at: [0.42, 0.55], tiltDegrees: 9, brightness: 0.7, contrast: 1.1 }] },
  ben: { faces: [{ photo: 'ben', widthPx: 170 }] },
  benLater: { faces: [{ photo: 'ben', widthPx: 140, at: [0.56, 0.5], tiltDegrees: -8, brightness: 1.2 }] },
  cleo: { faces: [{ photo: 'cleo', widthPx: 180 }] },
  dan: { faces: [{ photo: 'dan', widthPx: 150 }] },
  /** Ada is nearer than Ben. */
  adaBeforeBen: { faces: [{ photo: 'ben', widthPx: 110 }, { photo: 'ada', widthPx: 160 }] },
  benBeforeAda: { faces: [{ photo: 'ben', widthPx: 160 }, { photo: 'ada', widthPx: 110 }] },
  nobody: { faces: [] },
} as const satisfies Record<string, CameraRecipe>;
