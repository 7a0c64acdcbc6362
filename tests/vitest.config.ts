/** Units run in Node; what needs a browser runs in a real one, under e2e. */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: { include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 },
});
