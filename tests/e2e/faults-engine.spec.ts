/** Files that are missing, cut or damaged, WASM that fails, and a worker that dies or hangs. */
import { cp, readdir, rename, rm, truncate } from 'node:fs/promises';
import { open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE_DIR } from '../../src/tools/project';
import { expect, SCENES, test } from '../support/fixtures';
import { TEST_DIST } from '../support/project';
import { type Server, startServer } from '../support/server';

const MODEL = 'models/mobilefacenet-512.onnx';

/** A copy of the build to break, with a server of its own. */
async function brokenBuild(name: string, damage: (dist: string) => Promise<void>): Promise<{ dist: string; server: Server }> {
  const dist = join(CACHE_DIR, `test-broken-${name}`);
  await rm(dist, { recursive: true, force: true });
  await cp(TEST_DIST, dist, { recursive: true });
  await damage(dist);
  return { dist, server: await startServer(dist) };
}

async function flipByte(path: string): Promise<void> {
  const file = await openFile(path, 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, 50_000);
  await file.write(Buffer.of(byte[0]! ^ 1), 0, 1, 50_000);
  await file.close();
}

async function fileLike(dist: string, part: string, ending = '.wasm'): Promise<string> {
  return join(dist, 'assets', (await readdir(join(dist, 'assets'))).find((file) => file.includes(part) && file.endsWith(ending))!);
}

const CASES = [
  { name: 'model-missing', code: 'asset-missing', file: MODEL, damage: (dist: string) => rm(join(dist, MODEL)) },
  { name: 'model-cut', code: 'asset-truncated', file: MODEL, damage: (dist: string) => truncate(join(dist, MODEL), 1_000_000) },
  { name: 'model-flipped', code: 'asset-damaged', file: MODEL, damage: (dist: string) => flipByte(join(dist, MODEL)) },
  {
    name: 'cascade-missing',
    code: 'asset-missing',
    file: 'cascades/haarcascade_frontalface_default.xml',
    damage: (dist: string) => rm(join(dist, 'cascades/haarcascade_frontalface_default.xml')),
  },
  { name: 'no-installed-model', code: 'asset-missing', file: 'models/installed.json', damage: (dist: string) => rm(join(dist, 'models/installed.json')) },
  { name: 'opencv-missing', code: 'asset-missing', file: 'opencv.wasm', damage: async (dist: string) => rm(await fileLike(dist, 'opencv')) },
  { name: 'opencv-script-missing', code: 'asset-missing', file: 'opencv.js', damage: async (dist: string) => rm(await fileLike(dist, 'opencv', '.js')) },
  { name: 'opencv-flipped', code: 'asset-damaged', file: 'opencv.wasm', damage: async (dist: string) => flipByte(await fileLike(dist, 'opencv')) },
  { name: 'onnx-missing', code: 'asset-missing', file: 'ort-wasm', damage: async (dist: string) => rm(await fileLike(dist, 'ort-')) },
  { name: 'onnx-flipped', code: 'asset-damaged', file: 'ort-wasm', damage: async (dist: string) => flipByte(await fileLike(dist, 'ort-')) },
] as const;

for (const { name, code, file, damage } of CASES) {
  test(`${name}: ${code}`, async ({ open, camera }) => {
    const { server } = await brokenBuild(name, damage);
    try {
      const lintel = await open(await camera(SCENES.ada), { url: server.url, blocksServiceWorker: true });
      // OpenCV is loaded once frames are analysed, everything else at the start.
      if (file.startsWith('opencv.')) await lintel.go('Enrol');
      const alert = lintel.page.locator(`[role=alert][data-fault=${code}]`);
      await expect(alert).toBeVisible({ timeout: 40_000 });
      await expect(alert).toContainText(file);
      await expect(alert).toContainText('Nobody who is enrolled was lost');
      await lintel.go('Enrol');
      await expect(lintel.button('Capture')).toBeDisabled();
      await expect(lintel.button('Start again')).toBeVisible();
    } finally {
      await server.stop();
    }
  });
}

test('each WASM is fetched once, so what is checked is what runs', async ({ open, camera, server }) => {
  const lintel = await open(await camera(SCENES.ada), { url: 'about:blank', blocksServiceWorker: true });
  const { page } = lintel;
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(...(/(opencv|ort)[^/]*\.wasm$/.exec(request.url())?.slice(1) ?? [])));
  await page.goto(server.url);
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  // OpenCV is loaded once frames are analysed.
  await expect.poll(() => fetched.includes('opencv'), { timeout: 30_000 }).toBe(true);
  expect(await lintel.verify()).toMatch(/^MATCH: Ada/);
  expect(fetched.toSorted()).toEqual(['opencv', 'ort']);
});

test('a model that is put back is found by starting again', async ({ open, camera }) => {
  const { dist, server } = await brokenBuild('put-back', (folder) => rename(join(folder, MODEL), join(folder, 'away')));
  try {
    const lintel = await open(await camera(SCENES.ada), { url: server.url, blocksServiceWorker: true });
    await expect(lintel.button('Start again')).toBeVisible({ timeout: 30_000 });
    await rename(join(dist, 'away'), join(dist, MODEL));
    await lintel.button('Start again').click();
    await lintel.enrol('Ada');
  } finally {
    await server.stop();
  }
});

for (const { name, harm } of [
  { name: 'dies', harm: () => self.close() },
  { name: 'hangs', harm: () => { for (;;); } },
] as const) {
  test(`a worker that ${name} is replaced, and the session goes on`, async ({ open, camera }) => {
    const lintel = await open(await camera(SCENES.ada));
    await lintel.enrol('Ada');
    await lintel.go('Verify');
    await expect(lintel.page.getByText(/^1 face/)).toBeVisible();
    const workers = lintel.page.workers().filter((worker) => worker.url().includes('vision-worker'));
    expect(workers).toHaveLength(1);
    workers[0]!.evaluate(harm).catch(() => {});
    await expect(lintel.page.getByText('Loading models')).toBeVisible({ timeout: 30_000 });
    expect(await lintel.verify()).toMatch(/^MATCH: Ada/);
  });
}
