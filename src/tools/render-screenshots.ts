/** `npx tsx src/tools/render-screenshots.ts`: the pictures of the app for its manifest and its README. */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { findChromium } from './chromium.mjs';
import { ROOT } from './project';

const SCREENSHOTS = [
  { file: 'screenshot-wide.png', width: 1280, height: 720, colorScheme: 'light' },
  { file: 'screenshot-touch.png', width: 800, height: 480, colorScheme: 'dark' },
  { file: 'screenshot-narrow.png', width: 480, height: 800, colorScheme: 'light' },
] as const;

/** The interface alone, in place of the app: a scene instead of models, a store and a camera. */
const SCENE = `import '/src/ui/lintel-app.ts'; import '/src/tools/screenshots/scene.ts';`;

const executablePath = findChromium();
if (executablePath === null) throw new Error('No Chromium was found: set CHROMIUM to its path.');
const server = await createServer({ root: ROOT, logLevel: 'error', server: { port: 0, host: 'localhost', hmr: false } });
await server.listen();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The development server has no address.');
  for (const { file, width, height, colorScheme } of SCREENSHOTS) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
    await page.route('**/src/app/main.ts*', (route) => route.fulfill({ contentType: 'text/javascript', body: SCENE }));
    await page.goto(address);
    await page.getByRole('status').getByText('Ada').waitFor();
    // The first frames of the drawn camera.
    await page.waitForTimeout(1000);
    await page.screenshot({ path: join(ROOT, 'public/icons', file) });
    console.log(`${file}: ${width} × ${height}`);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
