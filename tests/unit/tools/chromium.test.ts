/** Which Chromium is found. */
import { accessSync, chmodSync, constants, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findChromium } from '../../../src/tools/chromium.mjs';
import { temporaryFolder } from '../../support/temporary-folder';

vi.mock('node:fs', async (original) => ({ ...(await original<typeof import('node:fs')>()), accessSync: vi.fn() }));

const real = await vi.importActual<typeof import('node:fs')>('node:fs');

/** Of the browsers that may be on the machine of the test, only these are there; elsewhere the disk decides. */
let installed: string[] = [];

beforeEach(() => {
  installed = [];
  vi.mocked(accessSync).mockImplementation((path, mode) => {
    const isThere = installed.includes(String(path));
    if (isThere) return;
    if (/^\/(usr|opt|snap|bin)\//.test(String(path))) throw new Error('not there');
    real.accessSync(path, mode);
  });
  vi.stubEnv('CHROMIUM', undefined);
  vi.stubEnv('PATH', '/opt/first:/opt/second');
});

afterEach(() => void vi.unstubAllEnvs());

/** A file in a folder of the test's own. */
function program(mode: number): string {
  const path = join(temporaryFolder(), 'my-browser');
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, mode);
  return path;
}

describe('findChromium', () => {
  it('takes the one that is named, before any other', () => {
    installed = ['/usr/bin/chromium'];
    const named = program(0o755);
    vi.stubEnv('CHROMIUM', named);
    expect(findChromium()).toBe(named);
    expect(vi.mocked(accessSync)).toHaveBeenLastCalledWith(named, constants.X_OK);
  });

  it.each([
    ['cannot be run', () => program(0o644)],
    ['is not there', () => join(temporaryFolder(), 'none')],
    ['has no name', () => ''],
  ])('takes the installed one when the named one %s', (_, path) => {
    installed = ['/usr/bin/chromium'];
    vi.stubEnv('CHROMIUM', path());
    expect(findChromium()).toBe('/usr/bin/chromium');
  });

  it.each([
    ['/usr/bin first', ['/opt/first/chromium', '/usr/bin/chromium'], '/usr/bin/chromium'],
    ['then the PATH in its order', ['/opt/second/chromium', '/opt/first/chromium'], '/opt/first/chromium'],
    ['Chromium before Chrome', ['/usr/bin/google-chrome', '/opt/second/chromium'], '/opt/second/chromium'],
    ['the name that Raspberry Pi OS had', ['/usr/bin/chromium-browser'], '/usr/bin/chromium-browser'],
    ['Chrome when there is nothing else', ['/usr/bin/google-chrome'], '/usr/bin/google-chrome'],
  ])('takes %s', (_, there, expected) => {
    installed = there;
    expect(findChromium()).toBe(expected);
  });

  it('finds none where there is none', () => {
    expect(findChromium()).toBeNull();
  });
});
