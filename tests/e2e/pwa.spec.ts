/** Installable, whole without a server, and updated only when asked. */
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, SCENES, test } from '../support/fixtures';
import { CACHE_DIR } from '../../src/tools/project';
import { TEST_DIST } from '../support/project';
import { startServer } from '../support/server';

test('Chromium finds nothing that keeps it from installing', async ({ open, server }) => {
  const { page } = await open(null);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = (await session.send('Page.getInstallabilityErrors')) as {
    installabilityErrors: { errorId: string }[];
  };
  // A test profile counts as a private window, in which Chromium installs nothing.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const { url, errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = (await (await fetch(url)).json()) as {
    name: string;
    display: string;
    start_url: string;
    icons: { src: string; sizes: string; purpose?: string }[];
    screenshots: { src: string; sizes: string }[];
  };
  expect(manifest).toMatchObject({ name: 'Lintel', display: 'standalone', start_url: '/' });
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  expect(manifest.screenshots.length).toBeGreaterThan(0);
  for (const { src, sizes } of [...manifest.icons, ...manifest.screenshots]) {
    const response = await fetch(new URL(src, server.url));
    expect(response.headers.get('content-type'), src).toMatch(/^image\//);
    if (sizes === 'any') continue;
    const png = new DataView(await response.arrayBuffer());
    expect(`${png.getUint32(16)}x${png.getUint32(20)}`, src).toBe(sizes);
  }
});

test('everything the app needs is kept for offline use', async ({ open }) => {
  const { page } = await open(null);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const cached = await page.evaluate(async () => {
    const urls: string[] = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) urls.push(new URL(request.url).pathname);
    }
    return urls;
  });
  const files = (await readdir(TEST_DIST, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(TEST_DIST, join(entry.parentPath, entry.name))}`);
  const needed = files.filter((file) => !/^\/(sw\.js|workbox-.*|manifest\.webmanifest|icons\/screenshot-.*|.*\.gitkeep|\.lintel-build)$/.test(file));
  expect(needed.some((file) => file.endsWith('.wasm'))).toBe(true);
  expect(needed.some((file) => file.endsWith('mobilefacenet-512.onnx'))).toBe(true);
  expect(cached).toEqual(expect.arrayContaining(needed));
  for (const kind of ['.wasm', '.onnx']) {
    const names = files.filter((file) => file.endsWith(kind)).map((file) => file.replace(/-[\w-]{8}\./, '.'));
    expect(new Set(names).size, `one copy of each ${kind}`).toBe(names.length);
  }
});

test('an update is offered, not during a capture, and keeps everybody', async ({ open, camera }) => {
  const dist = join(CACHE_DIR, 'test-update');
  await rm(dist, { recursive: true, force: true });
  await cp(TEST_DIST, dist, { recursive: true });
  const server = await startServer(dist);
  try {
    const lintel = await open(await camera(SCENES.ada), { url: server.url });
    await lintel.enrol('Ada');
    await lintel.waitUntilOffline();
    await lintel.page.reload();
    // Long enough for an update to be found while it runs, on a slow machine too.
    await lintel.chooseMode('Convenience');
    await lintel.setSlider('Countdown', 10);
    await lintel.go('Verify');
    await expect(lintel.button('Capture')).toBeEnabled();

    const worker = join(dist, 'sw.js');
    await writeFile(worker, `${await readFile(worker, 'utf8')}\n// A newer build.\n`);
    await lintel.button('Capture').click();
    await expect(lintel.page.locator('div.countdown')).toHaveText(/\d/);
    await lintel.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    await lintel.page.waitForTimeout(1000);
    await expect(lintel.page.locator('div.countdown')).toHaveText(/\d/);
    await expect(lintel.button('Reload to update')).toHaveCount(0);
    await expect(lintel.status).toHaveText(/^MATCH: Ada/, { timeout: 40_000 });
    await expect(lintel.button('Reload to update')).toBeVisible();

    const reloaded = lintel.page.waitForEvent('load');
    await lintel.button('Reload to update').click();
    await reloaded;
    expect(await lintel.people()).toEqual(['Ada']);
    await expect(lintel.button('Reload to update')).toHaveCount(0);
  } finally {
    await server.stop();
  }
});

test('a screen whose script cannot be loaded says so, and is there once it can be', async ({ open }) => {
  const lintel = await open(null, { blocksServiceWorker: true });
  const { page } = lintel;
  await expect(lintel.button('People')).toBeVisible();
  await page.context().setOffline(true);
  await lintel.go('People');
  const notice = lintel.alert.filter({ hasText: 'This screen could not be loaded. Nothing was lost.' });
  await expect(notice).toBeVisible();
  // What was there from the start still works.
  await lintel.go('Verify');
  await expect(notice).toHaveCount(0);
  await lintel.go('People');
  await page.context().setOffline(false);
  await notice.getByRole('button', { name: 'Reload the page' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await expect(notice).toHaveCount(0);
});
