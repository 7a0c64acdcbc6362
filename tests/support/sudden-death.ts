/** Ends Chromium as a crash or a pulled plug does, or copies what it wrote while it goes on. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Ends every process of the browser that uses this profile, at once. It has a process group of its own. */
export function kill(profile: string): void {
  const lines = execFileSync('ps', ['-eo', 'pgid=,args=']).toString().split('\n');
  const groups = new Set(lines.filter((line) => line.includes(`--user-data-dir=${profile}`)).map((line) => Number(line.trim().split(/\s/)[0])));
  for (const group of groups) {
    try {
      process.kill(-group, 'SIGKILL');
    } catch {
      // It was gone already.
    }
  }
}

/** Lets `work` run until the browser is killed, at a random moment in the first `withinMs`. */
export async function workUntilKilled(profile: string, withinMs: number, work: () => Promise<void>): Promise<void> {
  const delayMs = Math.random() * withinMs;
  const killAtMs = Date.now() + delayMs;
  const killed = delay(delayMs).then(() => kill(profile));
  try {
    await work();
  } catch (error) {
    // Nothing may fail before.
    if (Date.now() < killAtMs - 50) throw error;
  }
  await killed;
}

/** Copies a profile as it is on the disk at this moment or, while it is written, in the moments that copying takes. */
export async function imageOf(profile: string): Promise<{ image: string; remove: () => Promise<void> }> {
  const image = await mkdtemp(join(tmpdir(), 'lintel-image-'));
  // A file that Chromium removes meanwhile is not in the image: cp says so, and goes on.
  await promisify(execFile)('cp', ['-a', `${profile}/.`, image]).catch(() => {});
  // They name a process of the machine whose power was cut.
  for (const file of await readdir(image)) if (file.startsWith('Singleton')) await rm(join(image, file));
  return { image, remove: () => rm(image, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}
