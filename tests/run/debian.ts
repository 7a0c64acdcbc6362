/** Installs packages where that may be done without asking: on Debian, as root. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const OS_RELEASE = '/etc/os-release';

/** Tries to install packages; says nothing about whether it worked, since lists that could not be refreshed may still have them. */
export function installOnDebian(packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || !isDebian()) return;
  console.log(`Installing ${packages.join(', ')}…`);
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
}

/** Debian itself and Raspberry Pi OS: elsewhere a package of that name may be something else. */
function isDebian(): boolean {
  return existsSync(OS_RELEASE) && /^ID="?(debian|raspbian)"?$/m.test(readFileSync(OS_RELEASE, 'utf8'));
}
