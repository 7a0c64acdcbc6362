/** `npm run bench -- --quick` on the tests' build, and the benchmark in Diagnostics. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CACHE_DIR, readManifest } from '../../src/tools/project';
import { runBench } from '../../src/tools/bench/run-bench';
import { splitOpenCv } from '../../src/tools/split-opencv';
import { expect, SCENES, test } from '../support/fixtures';
import { TEST_DIST, TEST_MODEL, TEST_PUBLIC } from '../support/project';

test('a quick run measures Lintel’s stages and the full pass it is compared with', async () => {
  const openCvDir = mkdtempSync(join(tmpdir(), 'lintel-test-'));
  try {
    splitOpenCv(openCvDir);
    const report = await runBench(
      { jsonFile: null, throttle: null, soakMinutes: null, isQuick: true, isGallery: false },
      {
        dist: TEST_DIST,
        publicDir: TEST_PUBLIC,
        manifest: readManifest(),
        recognition: TEST_MODEL,
        openCvDir,
        faceApiDir: dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
        cacheDir: join(CACHE_DIR, 'bench'),
        say: () => {},
      },
    );
    expect(report.ratio.trackedToFullScan).toBeGreaterThan(0);
    expect(report.ratio.verdictToHuman).toBeNull();
    expect(report.precacheMb).toBeGreaterThan(20);
    const lintel = report.details.contenders.filter(({ program }) => program === 'lintel');
    expect(lintel.map(({ facts }) => facts.threads)).toEqual([1, 2]);
    for (const { milliseconds } of lintel) {
      expect(Object.keys(milliseconds)).toEqual(expect.arrayContaining(['boxMs', 'verdictMs', 'embedMs', 'verdict.landmarks']));
    }
  } finally {
    rmSync(openCvDir, { recursive: true });
  }
});

test('Diagnostics measures this device, and the result can be copied', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  await lintel.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await lintel.go('Diagnostics');
  await lintel.button('Run benchmark').click();
  // The models may still be loading, with a bar of their own.
  await expect(lintel.page.getByRole('region', { name: 'Benchmark', exact: true }).getByRole('progressbar')).toBeVisible();
  await lintel.button('Cancel').click();
  await expect(lintel.button('Run benchmark')).toBeVisible();

  await lintel.button('Run benchmark').focus();
  await lintel.page.keyboard.press('Enter');
  const result = lintel.page.getByRole('region', { name: 'Result of the benchmark' });
  await expect(result).toBeVisible({ timeout: 120_000 });
  await expect(result.getByRole('rowheader', { name: 'Frame to verdict', exact: true })).toBeVisible();
  await expect(result.getByRole('rowheader', { name: 'Frame to verdict: embed' })).toBeVisible();
  await lintel.button('Copy result').click();
  await expect(lintel.button('Copied')).toBeVisible();
  const text = await lintel.page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('| Frame to verdict |');
  expect(text).not.toContain('fake_device');
});
