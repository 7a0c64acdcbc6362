/** The installed package, in a machine of its own: see support/machine.sh. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/pi',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: { actionTimeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: process.env.LINTEL_PI_RESULTS ?? '../../test-results/pi.json' }]],
});
