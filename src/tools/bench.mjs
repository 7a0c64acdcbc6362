/** `npm run bench`: installs what is needed, then hands over to the TypeScript that does the rest. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';

ensureDependencies({ dev: true });
const child = spawn(
  process.execPath,
  ['--import', 'tsx', join(import.meta.dirname, 'bench/bench.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
// Ctrl-C reaches the child by itself; a plain kill has to be passed on.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
