/** Chromium is killed at random moments: whoever was acknowledged is there, and nobody else. */
import { execFileSync } from 'node:child_process';
import { expect, SCENES, test } from '../support/fixtures';

const ROUNDS = Number(process.env.LINTEL_KILLS ?? 8);

/** Ends every process of the browser that uses this profile, at once. */
function kill(profile: string): void {
  const lines = execFileSync('ps', ['-eo', 'pid=,args=']).toString().split('\n');
  const pids = lines.filter((line) => line.includes(`--user-data-dir=${profile}`)).map((line) => Number(line.trim().split(/\s/)[0]));
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It was gone already.
    }
  }
}

test(`nobody acknowledged is lost in ${ROUNDS} kills`, async ({ open, camera, profile }) => {
  test.setTimeout(60_000 + ROUNDS * 30_000);
  const file = await camera(SCENES.ada);
  const first = await open(file);
  await first.skipCountdown();
  await first.page.context().close();

  const acknowledged: string[] = [];
  const submitted: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const lintel = await open(file);
    await lintel.go('Enrol');
    await expect(lintel.button('Capture')).toBeEnabled({ timeout: 30_000 });
    // In the first round the clock starts with the first acknowledgement, so that there is always something to lose.
    const clock = { killAtMs: Number.POSITIVE_INFINITY, timer: undefined as NodeJS.Timeout | undefined };
    const startClock = (): void => {
      const delayMs = 300 + Math.random() * 2500;
      clock.killAtMs = Date.now() + delayMs;
      clock.timer = setTimeout(() => kill(profile), delayMs);
    };
    if (round > 0) startClock();
    try {
      for (let turn = 0; ; turn += 1) {
        const name = `Person ${round}-${turn}`;
        await lintel.name.fill(name);
        submitted.push(name);
        await lintel.button('Capture').click();
        await expect(lintel.status).toHaveText(`Enrolled: ${name}`, { timeout: 30_000 });
        acknowledged.push(name);
        if (clock.timer === undefined) startClock();
      }
    } catch (error) {
      expect(Date.now(), String(error)).toBeGreaterThanOrEqual(clock.killAtMs - 50);
    }
    clearTimeout(clock.timer);
    await lintel.page.context().close().catch(() => {});
  }

  const after = await open(file);
  const people = await after.people();
  expect(people).toEqual(expect.arrayContaining(acknowledged));
  expect(submitted).toEqual(expect.arrayContaining(people));
  // At most the one enrolment that was under way at each kill may be there without its acknowledgement.
  expect(people.length - acknowledged.length).toBeLessThanOrEqual(ROUNDS);
  expect(acknowledged.length).toBeGreaterThan(0);
});
