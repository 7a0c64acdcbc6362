/** `npm test`: installs what is needed, then hands over to the TypeScript that does the rest. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies } from '../src/tools/dependencies.mjs';

ensureDependencies({ dev: true });
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', join(import.meta.dirname, 'run/run.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
