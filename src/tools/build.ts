/** Makes the production build, once for the same sources. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, writeAtomically } from './assets/files';
import { ROOT } from './project';

/** What goes into the build. */
const INPUTS = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'tsconfig.base.json', 'package-lock.json'];
const STAMP = join(ROOT, 'dist/.lintel-build');

/** Builds `dist` unless it was built from just these inputs. True when it had to be built. */
export async function ensureBuild(): Promise<boolean> {
  const inputs = await hashOfInputs();
  const built = await readIfThere(STAMP);
  if (built !== null && new TextDecoder().decode(built) === inputs) return false;
  // Loaded here alone: it takes a second, which a person need not wait for to be told what is wrong.
  const { build } = await import('vite');
  await build({ root: ROOT, logLevel: 'warn' });
  await writeAtomically(STAMP, inputs);
  return true;
}

async function hashOfInputs(): Promise<string> {
  const hash = createHash('sha256');
  for (const input of INPUTS) {
    for (const file of await filesIn(input)) hash.update(file).update('\0').update(await readFile(join(ROOT, file)));
  }
  return hash.digest('hex');
}

/** The file itself, or every file below the folder, in a fixed order. */
async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, path), { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort();
}
