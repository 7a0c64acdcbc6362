/** What is installed on a Raspberry Pi: the package, built of the tests' own build, and installed in a machine of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findChromium } from '../../src/tools/chromium.mjs';
import { buildPackage } from '../../src/tools/package/build-package';
import { MAINTAINER_SCRIPTS } from '../../src/tools/package/contents';
import { newestRelease } from '../../src/tools/package/release';
import { ROOT } from '../../src/tools/project';
import { namespacesOf } from '../pi/support/machine';
import { TEST_DIST } from '../support/project';
import { type Count, playwrightCount } from './checks';
import { ensureDebianPackages } from './debian';

/** Commands that the checks need, and the Debian packages that bring them. */
const TOOLS = {
  lintian: 'lintian',
  shellcheck: 'shellcheck',
  apache2: 'apache2-bin',
  python3: 'python3',
  'v4l2-ctl': 'v4l-utils',
  Xvfb: 'xvfb',
  openbox: 'openbox',
  nsenter: 'util-linux',
  pgrep: 'procps',
  ip: 'iproute2',
  systemctl: 'systemd',
  'dbus-daemon': 'dbus',
};

const SCRIPTS = [
  'pi/install.sh',
  'pi/bin/lintel',
  'pi/etc/chromium-flags',
  ...MAINTAINER_SCRIPTS.map((script) => `pi/debian/${script}`),
  'tests/pi/support/machine.sh',
  'tests/pi/support/next-version.sh',
];

const READY_WITHIN_MS = 30_000;

const FAILED: Count = { passed: 0, failed: 1 };

/** Every check of the device's part; `filters` are parts of the file names of tests/pi, none runs all. */
export async function runPi(filters: readonly string[]): Promise<Count> {
  if (!ensureDebianPackages(TOOLS)) return FAILED;
  const folder = mkdtempSync('/var/tmp/lintel-pi-');
  try {
    const release = await newestRelease();
    const file = await buildPackage({ dist: TEST_DIST, outDir: folder, ...release });
    const scripts = runProgram('shellcheck', SCRIPTS);
    // It is run as whoever the tests run as.
    const lint = runProgram('lintian', ['--fail-on', 'error,warning', '--allow-root', file]);
    return sum([scripts, lint, runPython(), await inMachine(folder, file, `${release.version}+next`, filters)]);
  } catch (error) {
    console.error(error);
    return FAILED;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Installs and uses the package in a machine that is forgotten at the end. */
async function inMachine(folder: string, file: string, nextVersion: string, filters: readonly string[]): Promise<Count> {
  if (process.getuid?.() !== 0) {
    console.error('The package is installed in a machine of its own, which only root can make: run "sudo npm test -- --only pi".');
    return FAILED;
  }
  const nextFile = file.replace(/_[^_]+_all/, `_${nextVersion}_all`);
  if (runProgram('tests/pi/support/next-version.sh', [file, nextVersion, nextFile]).failed > 0) return FAILED;
  const machine = spawn('tests/pi/support/machine.sh', [folder, ROOT], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = new Promise((resolve) => machine.once('exit', resolve));
  try {
    const pid = await pidWithin(machine);
    if (pid === null) {
      console.error('The machine to install the package in did not start: that needs the right to mount, as in a virtual machine or with "docker run --privileged".');
      return FAILED;
    }
    return runInstalled(folder, pid, { LINTEL_PACKAGE: file, LINTEL_NEXT_PACKAGE: nextFile, LINTEL_NEXT_VERSION: nextVersion }, filters);
  } finally {
    machine.kill('SIGKILL');
    await ended;
  }
}

/** The tests, in the machine's network, with Chromium started within it. */
function runInstalled(folder: string, pid: string, packages: Record<string, string>, filters: readonly string[]): Count {
  const chromium = join(folder, 'chromium');
  writeFileSync(chromium, `#!/bin/sh\nexec nsenter ${namespacesOf(pid).join(' ')} ${findChromium()} "$@"\n`, { mode: 0o755 });
  return playwrightCount('pi', (results) => {
    const { status } = spawnSync(
      'nsenter',
      ['--target', pid, '--net', process.execPath, 'node_modules/@playwright/test/cli.js', 'test', '--config=tests/pi/playwright.config.ts', '--forbid-only', ...filters],
      { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...packages, LINTEL_PI_RESULTS: results, LINTEL_MACHINE: pid, CHROMIUM: chromium, TMPDIR: folder } },
    );
    return status === 0;
  });
}

/** The machine's first process as this machine numbers it, once it is up; null when it did not come up. */
async function pidWithin(machine: ChildProcess): Promise<string | null> {
  const endMs = performance.now() + READY_WITHIN_MS;
  while (performance.now() < endMs && machine.exitCode === null) {
    await delay(100);
    const pid = spawnSync('pgrep', ['--parent', String(machine.pid)], { encoding: 'utf8' }).stdout.trim();
    if (pid === '') continue;
    const { stdout } = spawnSync('nsenter', [...namespacesOf(pid), 'systemctl', 'is-system-running'], { encoding: 'utf8' });
    if (/^(running|degraded)/.test(stdout)) return pid;
  }
  return null;
}

/** Runs a program that is one check. */
function runProgram(program: string, args: readonly string[]): Count {
  const { status } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) console.error(`${program} found something, see above.`);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
}

/** The units of pi/python; each of its tests is one check. */
function runPython(): Count {
  const { status, stderr } = spawnSync('/usr/bin/python3', ['-B', '-W', 'error', '-m', 'unittest', 'discover', '-s', 'tests/pi/python'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, PYTHONPATH: 'pi/python:tests/pi/python' },
  });
  console.log(stderr.trim());
  const ran = Number(/^Ran (\d+) tests? /m.exec(stderr)?.[1] ?? 0);
  const failed = [...stderr.matchAll(/(?:failures|errors|unexpected successes)=(\d+)/g)].reduce((total, [, count]) => total + Number(count), 0);
  // No test found, or one that does not load, is a failure too.
  return status === 0 && ran > 0 ? { passed: ran, failed: 0 } : { passed: Math.max(ran - failed, 0), failed: Math.max(failed, 1) };
}

function sum(counts: readonly Count[]): Count {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failed: counts.reduce((total, { failed }) => total + failed, 0),
  };
}
