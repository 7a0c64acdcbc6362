/** `npx tsx src/tools/render-icons.ts`: draws the app's icons from their SVGs; run it after changing one of those. */
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.mjs';
import { ROOT } from './project';

const ICONS_DIR = join(ROOT, 'public/icons');

const ICONS = [
  { from: 'icon.svg', to: 'icon-192.png', sizePx: 192 },
  { from: 'icon.svg', to: 'icon-512.png', sizePx: 512 },
  // These two are cut to a shape by the system: square to the edge, with the drawing inside the safe zone.
  { from: 'maskable.svg', to: 'maskable-512.png', sizePx: 512 },
  { from: 'maskable.svg', to: 'apple-touch-icon.png', sizePx: 180 },
] as const;

const executablePath = findChromium();
if (executablePath === null) throw new Error('No Chromium was found: set CHROMIUM to its path.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const { from, to, sizePx } of ICONS) {
    const svg = await readFile(join(ICONS_DIR, from), 'utf8');
    await page.setViewportSize({ width: sizePx, height: sizePx });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    await page.screenshot({ path: join(ICONS_DIR, to), omitBackground: true });
    console.log(`${to}: ${sizePx} × ${sizePx}`);
  }
} finally {
  await browser.close();
}
