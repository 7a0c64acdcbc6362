/** Sees to it that there is a Python that can read a backup: the check that another program understands the format. */
import { spawnSync } from 'node:child_process';
import { aptInstall, canInstall } from './debian';

const PACKAGES = ['python3-cryptography', 'python3-argon2'];

/** Debian's own first: another Python may stand before it and lack its packages. */
const CANDIDATES = ['/usr/bin/python3', 'python3'];

/** The path of a Python that has what `read-backup.py` needs; null when there is none. */
export function findReaderPython(): string | null {
  return CANDIDATES.find((python) => spawnSync(python, ['-c', 'import argon2, cryptography'], { stdio: 'ignore' }).status === 0) ?? null;
}

/** Installs what is missing where that may be done; elsewhere says what the units then skip. */
export function ensureReaderPython(): void {
  if (findReaderPython() !== null) return;
  if (canInstall()) aptInstall(PACKAGES);
  if (findReaderPython() === null) console.log(`Python will not read a backup, which is skipped: run "sudo apt-get install -y ${PACKAGES.join(' ')}".`);
}
