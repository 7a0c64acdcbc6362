/** End-to-end tests: real Chromium, real camera stream, real workers, models, database and service worker. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: process.env.LINTEL_E2E_WORKERS === undefined ? 2 : Number(process.env.LINTEL_E2E_WORKERS),
  fullyParallel: false,
  // A machine that stands still for seconds must not fail a run; what needed a second try is named at its end.
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: { actionTimeout: 30_000 },
  projects: [
    { name: 'golden', testMatch: 'golden.spec.ts' },
    { name: 'e2e', testIgnore: 'golden.spec.ts' },
  ],
  reporter: [['list'], ['json', { outputFile: process.env.LINTEL_E2E_RESULTS ?? '../../test-results/e2e.json' }]],
});
