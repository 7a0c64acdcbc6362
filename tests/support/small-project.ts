/** A copy of the project's commands in a project so small that it is built in a second, with assets of the tests' own. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../src/core/manifest';
import { ROOT } from '../../src/tools/project';
import { MANIFEST, TestPlaces } from './made-up-assets';
import { temporaryFolder } from './temporary-folder';

const COPIED = ['src/core', 'src/tools', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json'];
const LINKED = ['vite', 'tsx', 'protobufjs'];

export interface SmallProject {
  readonly root: string;
  /** Its public folder and its cache. */
  readonly places: TestPlaces;
}

/** With the packages it needs, and recorded as installed. */
export function smallProject(manifest: Manifest = MANIFEST): SmallProject {
  const root = temporaryFolder();
  for (const path of COPIED) cpSync(join(ROOT, path), join(root, path), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  for (const name of LINKED) symlinkSync(join(ROOT, 'node_modules', name), join(root, 'node_modules', name));
  recordInstallation(root, { dev: false });
  writeFileSync(join(root, 'vite.config.ts'), 'export default {};\n');
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Small</title><script type="module" src="/src/main.js"></script>\n');
  writeFileSync(join(root, 'src/main.js'), 'document.title = "first";\n');
  const places = new TestPlaces(root, '');
  places.put('models/manifest.json', JSON.stringify(manifest));
  return { root, places };
}

/** Records that node_modules is as package-lock.json says, or as `lock` says. */
export function recordInstallation(root: string, { dev, lock = lockOf(root) }: { dev: boolean; lock?: string }): void {
  writeFileSync(join(root, 'node_modules/.lintel-install.json'), JSON.stringify({ lock, dev }));
}

export function lockOf(root: string): string {
  return createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}
