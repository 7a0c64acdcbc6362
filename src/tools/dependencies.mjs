/** Installs the npm packages that are in package-lock.json, once. Plain JavaScript: it runs before anything is there. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const STAMP = join(ROOT, 'node_modules/.lintel-install.json');
const LEAST_NODE = { major: 20, minor: 19 };

/**
 * Leaves node_modules as package-lock.json says. An installation with development packages serves without them too and
 * is never stripped. Ends the process with a sentence when Node is too old or npm fails.
 * @param {{ dev: boolean }} options
 */
export function ensureDependencies({ dev }) {
  checkNode();
  const lock = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json'))).digest('hex');
  const installed = readStamp();
  if (installed?.lock === lock && (installed.dev || !dev)) return;

  console.log('Installing packages…');
  const withDev = dev || installed?.dev === true;
  const { command, args } = npmCommand();
  const options = withDev ? ['--include=dev'] : ['--omit=dev'];
  const { status } = spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund', ...options], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) {
    fail('The packages could not be installed. Connect to the internet, see what npm wrote above, and run this again.');
  }
  writeFileSync(STAMP, JSON.stringify({ lock, dev: withDev }));
}

/**
 * How to call npm: the one that runs this script, else the one on the PATH.
 * @returns {{ command: string, args: string[] }}
 */
export function npmCommand() {
  const script = process.env.npm_execpath;
  return script && /\.c?js$/.test(script) ? { command: process.execPath, args: [script] } : { command: 'npm', args: [] };
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE.major || (major === LEAST_NODE.major && minor >= LEAST_NODE.minor)) return;
  fail(`Lintel needs Node ${LEAST_NODE.major}.${LEAST_NODE.minor} or newer, and this is ${process.versions.node}. Install a newer Node and run this again.`);
}

function readStamp() {
  return existsSync(STAMP) ? JSON.parse(readFileSync(STAMP, 'utf8')) : null;
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
