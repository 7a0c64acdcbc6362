/** The packages are installed once, and an installation with development packages is never stripped. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { npmCommand } from '../../../src/tools/dependencies.mjs';
import { runNode } from '../../support/command';
import { lockOf, recordInstallation, smallProject } from '../../support/small-project';

describe('npmCommand', () => {
  it.each([
    ['the npm that runs this', '/lib/npm-cli.js', { command: process.execPath, args: ['/lib/npm-cli.js'] }],
    ['a CommonJS npm that runs this', '/lib/npm.cjs', { command: process.execPath, args: ['/lib/npm.cjs'] }],
    ['the npm on the PATH, when something else runs this', '/bin/pnpm', { command: 'npm', args: [] }],
    ['the npm on the PATH, when nothing is said', undefined, { command: 'npm', args: [] }],
  ])('is %s', (_, path, expected) => {
    vi.stubEnv('npm_execpath', path);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(npmCommand()).toEqual(expected);
  });
});

/** Runs ensureDependencies in a small project, with an npm that only writes down how it was called. */
async function ensure({ dev, status = 0, before }: { dev: boolean; status?: number; before?: { dev: boolean; lock?: string } }) {
  const { root } = smallProject();
  const stamp = join(root, 'node_modules/.lintel-install.json');
  if (before === undefined) writeFileSync(stamp, 'null');
  else recordInstallation(root, before);
  writeFileSync(join(root, 'npm.cjs'), `console.log('npm ' + process.argv.slice(2).join(' ')); process.exit(${status});`);
  const program = `import { ensureDependencies } from './src/tools/dependencies.mjs'; ensureDependencies({ dev: ${dev} }); console.log('done');`;
  writeFileSync(join(root, 'program.mjs'), program);
  const command = runNode(root, ['program.mjs'], { npm_execpath: join(root, 'npm.cjs') });
  const code = await command.ended;
  const recorded = JSON.parse(readFileSync(stamp, 'utf8')) as unknown;
  return { code, said: command.said().trimEnd().split('\n'), recorded, lock: lockOf(root) };
}

describe('ensureDependencies', () => {
  it.each([
    ['installs what serves, when nothing is there', { dev: false }, '--omit=dev', false],
    ['installs everything for the tests', { dev: true }, '--include=dev', true],
    ['installs everything for the tests over what only serves', { dev: true, before: { dev: false } }, '--include=dev', true],
    ['installs anew when the list has changed', { dev: false, before: { dev: false, lock: 'old' } }, '--omit=dev', false],
    ['keeps development packages when the list has changed', { dev: false, before: { dev: true, lock: 'old' } }, '--include=dev', true],
  ])('%s', async (_, options, argument, dev) => {
    const { code, said, recorded, lock } = await ensure(options);
    expect(said).toEqual(['Installing packages…', `npm ci --no-audit --no-fund ${argument}`, 'done']);
    expect(code).toBe(0);
    expect(recorded).toEqual({ lock, dev });
  });

  it.each([
    ['what serves', { dev: false, before: { dev: false } }],
    ['everything, to serve', { dev: false, before: { dev: true } }],
    ['everything, to test', { dev: true, before: { dev: true } }],
  ])('does nothing when it has installed %s', async (_, options) => {
    expect(await ensure(options)).toMatchObject({ code: 0, said: ['done'] });
  });

  it('ends with a sentence and code 1 when npm fails, and records nothing', async () => {
    const { code, said, recorded } = await ensure({ dev: false, status: 7 });
    expect(said.at(-1)).toBe(
      'The packages could not be installed. Connect to the internet, see what npm wrote above, and run this again.',
    );
    expect(code).toBe(1);
    expect(recorded).toBeNull();
  });
});
