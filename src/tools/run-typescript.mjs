/** How a command of package.json hands over to TypeScript: packages first, then the program, whose end is its own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';

/**
 * Installs what is needed and runs a program of this folder with the arguments of the command.
 * @param {string} program
 * @param {{ dev: boolean, codeWhenKilled: number }} options `codeWhenKilled` is the exit code where a signal ended it.
 */
export function runTypeScript(program, { dev, codeWhenKilled }) {
  ensureDependencies({ dev });
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, program), ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches the child by itself; a plain kill has to be passed on.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? codeWhenKilled));
}
