/** `npm start`: assets, build and server in a small project, and one sentence for what a person can put right. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ROOT } from '../../../src/tools/project';
import { runNode, typescript } from '../../support/command';
import { packageOf } from '../../support/npm-package';
import { PACKAGE_FILES, SECOND } from '../../support/made-up-assets';
import { occupyPort } from '../../support/port';
import { type SmallProject, smallProject } from '../../support/small-project';
import { goneServer } from '../../support/file-server';

const START = typescript('src/tools/start.ts');

/** Whose assets come without a network. */
function readyProject(): SmallProject {
  const project = smallProject();
  project.places.cachePackage(packageOf(PACKAGE_FILES));
  return project;
}

/** A port that nobody listens on. */
async function freePort(): Promise<string> {
  return new URL(await goneServer()).port;
}

const taken = (port: string): string => `Port ${port} is taken by another program. End that one, or choose another port: PORT=9000 npm start.`;

describe('npm start', () => {
  it('refuses at once what cannot be, with one sentence and code 1', async () => {
    const port = String(await occupyPort());
    const refused = [
      runNode(ROOT, START, { PORT: 'abc' }),
      runNode(ROOT, [...START, '--modle', 'nonsense']),
      runNode(ROOT, [...START, '--model', 'nonsense'], { PORT: await freePort() }),
      runNode(readyProject().root, [...START, '--model', SECOND.id], { PORT: port }),
    ];
    const codes = await Promise.all(refused.map(({ ended }) => ended));
    expect(refused.map((command) => command.said())).toEqual([
      'PORT is "abc": give a number from 1 to 65535, as in PORT=9000 npm start.\n',
      `Unknown option '--modle': use "npm start -- [--open] [--model ID]".\n`,
      'There is no recognition model called nonsense: choose mobilefacenet-128 or mobilefacenet-512.\n',
      `${taken(port)}\n`,
    ]);
    expect(codes).toEqual([1, 1, 1, 1]);
  });

  it('says that the port has been taken in the meantime, with one sentence and code 1', async () => {
    const { root } = readyProject();
    const port = await freePort();
    // The configuration is read when the assets are in place.
    const takePort = `await new Promise((resolve) => createServer().listen(${port}, 'localhost', resolve).unref())`;
    writeFileSync(join(root, 'vite.config.ts'), `import { createServer } from 'node:net';\nglobalThis.taken ??= ${takePort} ?? true;\nexport default {};\n`);
    const command = runNode(root, [...START, '--model', SECOND.id], { PORT: port });
    expect(await command.ended).toBe(1);
    const said = command.said().trimEnd().split('\n');
    expect(said).toContain(`Recognition model: ${SECOND.id}.`);
    expect(said.at(-1)).toBe(taken(port));
  });

  it('serves what it built, opens Chromium in a window of its own when asked, and ends when it is told to', async () => {
    const { root, places } = readyProject();
    const chromium = join(root, 'chromium-of-the-test');
    writeFileSync(chromium, '#!/bin/sh\nprintf "%s" "$*" > opened\n');
    chmodSync(chromium, 0o755);
    const port = await freePort();
    const address = `http://localhost:${port}`;
    const command = runNode(root, ['src/tools/start.mjs', '--model', SECOND.id, '--open'], { PORT: port, CHROMIUM: chromium });
    await command.saying(`Lintel is ready at ${address}`);
    expect(places.installed).toBe(SECOND.id);
    expect(await (await fetch(address)).text()).toContain('<title>Small</title>');
    expect((await fetch(`${address}/${SECOND.file}`)).headers.get('content-length')).toBe(String(SECOND.bytes));
    await vi.waitFor(() => expect(readFileSync(join(root, 'opened'), 'utf8')).toBe(`--app=${address}`), { timeout: 10_000 });

    command.kill('SIGTERM');
    await command.ended;
    await expect(fetch(address)).rejects.toThrow();
  });
});
