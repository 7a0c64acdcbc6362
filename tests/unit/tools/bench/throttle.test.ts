/** Slowing a program that only looks like a browser: it is named by its profile. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { processesOf } from '../../../../src/tools/bench/processes';
import { quotaOf, throttleBrowser, throttleByStops } from '../../../../src/tools/bench/throttle';

const FACTOR = 10;

/** A program that never rests; ended with the test. */
async function busyProgram(profile: string): Promise<ChildProcess & { pid: number }> {
  const child = spawn(process.execPath, ['-e', 'console.log("busy"); for (;;);', '--', `--user-data-dir=${profile}`]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child as unknown as ChildProcess & { pid: number };
}

/** Time on a core that the process has had so far, in hundredths of a second, and its state: R, S, T… */
function statOf(pid: number): { hundredths: number; state: string } {
  const [state = '', ...numbers] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  return { state, hundredths: Number(numbers[10]) + Number(numbers[11]) };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

describe.runIf(process.platform === 'linux')('a slowed browser', () => {
  it('gets no more than its share, and runs on when it is released', async () => {
    const profile = '/nowhere/lintel-throttle-group';
    const { pid } = await busyProgram(profile);
    expect(processesOf(profile)).toEqual([{ pid, type: 'browser' }]);
    const throttle = throttleBrowser(profile, FACTOR);
    const [before, startMs] = [statOf(pid).hundredths, performance.now()];
    await pause(1500);
    const used = statOf(pid).hundredths - before;
    const share = quotaOf(FACTOR, availableParallelism(), performance.now() - startMs) / 10;
    expect(used).toBeLessThan(1.5 * share + 5);
    throttle.release();
    await pause(100);
    expect(statOf(pid).state).not.toBe('T');
  });

  it('is stopped most of the time where no group can be made', async () => {
    const profile = '/nowhere/lintel-throttle-stops';
    const { pid } = await busyProgram(profile);
    const throttle = throttleByStops(profile, FACTOR);
    let stopped = 0;
    for (let look = 0; look < 40; look += 1) {
      await pause(17);
      if (statOf(pid).state === 'T') stopped += 1;
    }
    expect(stopped).toBeGreaterThan(20);
    throttle.release();
    await pause(150);
    expect(statOf(pid).state).not.toBe('T');
  });
});
