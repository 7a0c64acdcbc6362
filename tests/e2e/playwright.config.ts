/** End-to-end tests: real Chromium, real camera stream, real workers, models, database and service worker. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: process.env.LINTEL_E2E_WORKERS === undefined ? 2 : Number(process.env.LINTEL_E2E_WORKERS),
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
});
