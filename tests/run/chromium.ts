/** Sees to it that there is a Chromium to test in. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findChromium } from '../../src/tools/chromium.mjs';

const OS_RELEASE = '/etc/os-release';

/** True when there is one, installed now if need be. Otherwise says in one line what to run. */
export function ensureChromium(): boolean {
  if (findChromium() !== null) return true;
  if (process.getuid?.() === 0 && isDebian()) {
    console.log('Installing Chromium…');
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    // Lists that could not be refreshed may still have the package.
    spawnSync('apt-get', ['update'], options);
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
    if (findChromium() !== null) return true;
  }
  console.error('No Chromium was found: run "sudo apt-get install -y chromium", or set CHROMIUM to the path of yours.');
  return false;
}

/** Debian itself and Raspberry Pi OS: elsewhere a package of that name may be something else. */
function isDebian(): boolean {
  return existsSync(OS_RELEASE) && /^ID="?(debian|raspbian)"?$/m.test(readFileSync(OS_RELEASE, 'utf8'));
}
