/** Sees to it that Debian's programs that the tests need are there. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const OS_RELEASE = '/etc/os-release';

/** Debian keeps some programs where only root looks. */
const FOLDERS = ['/usr/sbin', '/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];

/**
 * True when every command is there, its package installed now if need be. Otherwise says in one line what to run.
 * @param tools Commands, and the package of each.
 */
export function ensureDebianPackages(tools: Readonly<Record<string, string>>): boolean {
  const missing = (): string[] => Object.entries(tools).flatMap(([command, name]) => (isThere(command) ? [] : [name]));
  const wanted = missing();
  if (wanted.length === 0) return true;
  if (canInstall()) {
    console.log(`Installing ${wanted.join(', ')}…`);
    aptInstall(wanted);
    if (missing().length === 0) return true;
  }
  console.error(`Programs are missing: run "sudo apt-get install -y ${missing().join(' ')}".`);
  return false;
}

/** Installs packages; whether it went well shows in what is there afterwards. */
export function aptInstall(names: readonly string[]): void {
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  // Lists that could not be refreshed may still have the package.
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...names], options);
}

/** Root on Debian itself or Raspberry Pi OS: elsewhere a package of that name may be something else. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync(OS_RELEASE) && /^ID="?(debian|raspbian)"?$/m.test(readFileSync(OS_RELEASE, 'utf8'));
}

function isThere(command: string): boolean {
  return FOLDERS.some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
