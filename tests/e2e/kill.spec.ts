/** Chromium is killed at random moments: every change that was acknowledged is there, no other, and Lintel opens each time. */
import { writeBackup } from '../../src/backup/write-backup';
import { normalise } from '../../src/core/embedding';
import { PIPELINE_VERSION } from '../../src/core/model';
import type { Person } from '../../src/decision/gallery';
import { DEFAULT_SETTINGS } from '../../src/decision/settings';
import type { LintelPage } from '../support/browser';
import { expect, SCENES, test } from '../support/fixtures';
import { recordCounts, writeDatabaseV1 } from '../support/old-database';
import { TEST_MODEL } from '../support/project';
import { seedCrowd, seedPeople } from '../support/seeded-people';
import { imageOf, kill, workUntilKilled } from '../support/sudden-death';

/** Kills in all, over four kinds of change. */
const KILLS = Number(process.env.LINTEL_KILLS ?? 8);
const ROUNDS = Math.ceil(KILLS / 4);
const PASSPHRASE = 'a warm stone over a door';
const PATIENCE_MS = 60_000 + ROUNDS * 30_000;

/** Nobody looks through a camera, and nothing is kept for offline use, in most rounds: they are about the disk. */
const PLAIN = { blocksServiceWorker: true };

async function closeKilled({ page }: LintelPage): Promise<void> {
  await page.context().close().catch(() => {});
}

test(`enrolling: nobody acknowledged is lost in ${ROUNDS} kills`, async ({ open, camera, profile }) => {
  test.setTimeout(PATIENCE_MS);
  const file = await camera(SCENES.ada);
  const first = await open(file, PLAIN);
  await first.skipCountdown();
  await first.page.context().close();

  const acknowledged: string[] = [];
  const submitted: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const lintel = await open(file, PLAIN);
    await lintel.go('Enrol');
    await expect(lintel.button('Capture')).toBeEnabled({ timeout: 30_000 });
    const enrol = async (turn: number): Promise<void> => {
      const name = `Person ${round}-${turn}`;
      await lintel.introduce(name);
      submitted.push(name);
      await lintel.button('Capture').click();
      await expect(lintel.status).toHaveText(`Enrolled: ${name}`, { timeout: 30_000 });
      acknowledged.push(name);
    };
    // There is always something to lose.
    if (round === 0) await enrol(0);
    await workUntilKilled(profile, 2500, async () => {
      for (let turn = 1; ; turn += 1) await enrol(turn);
    });
    await closeKilled(lintel);
  }

  const people = await (await open(file, PLAIN)).people();
  expect(people).toEqual(expect.arrayContaining(acknowledged));
  expect(submitted).toEqual(expect.arrayContaining(people));
  // At most the one enrolment that was under way at each kill may be there without its acknowledgement.
  expect(people.length - acknowledged.length).toBeLessThanOrEqual(ROUNDS);
});

test(`deleting: nobody comes back and nobody goes along in ${ROUNDS} kills`, async ({ open, profile }) => {
  test.setTimeout(PATIENCE_MS);
  const first = await open(null, PLAIN);
  expect(await first.people()).toEqual([]);
  // A longer list is not drawn whole.
  const names = Array.from({ length: Math.min(8 * ROUNDS, 80) }, (_, at) => `Person ${String(at).padStart(3, '0')}`);
  await seedPeople(first.page, names.map((name) => ({ name, samples: 1 })));
  await first.page.reload();
  await expect(first.page.getByText(`${names.length} people`, { exact: true })).toBeVisible();
  await first.page.context().close();

  let left = names;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const lintel = await open(null, PLAIN);
    const people = await lintel.people();
    // The deletion that was under way happened or did not.
    expect([left, left.slice(1)], `after ${round} kills`).toContainEqual(people);
    left = people;
    if (round === ROUNDS) break;
    await workUntilKilled(profile, 1500, async () => {
      for (const name of [...left].slice(0, 8)) {
        await lintel.page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Delete' }).click();
        await lintel.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
        await expect(lintel.status).toHaveText(`Deleted: ${name}`);
        left = left.slice(1);
      }
    });
    await closeKilled(lintel);
  }
});

/** The bytes of a backup of so many made-up people whose names begin alike. */
async function backupOf(kind: string, count: number): Promise<Buffer> {
  const people = Array.from({ length: count }, (_, at): Person => {
    const embedding = normalise(Float32Array.from({ length: 512 }, (_, place) => Math.sin((at + 1) * (place + 1))));
    const sample = { id: `${kind}-${at}-0`, embedding, model: TEST_MODEL, pipeline: PIPELINE_VERSION, capturedAtMs: 1, learntBy: 'enrolment' } as const;
    return { id: `${kind}-${at}`, name: `${kind} ${at}`, enrolledAtMs: 1, samples: [sample], denials: [] };
  });
  const parts: Uint8Array[] = [];
  const content = { madeAtMs: 1, people, settings: { ...DEFAULT_SETTINGS, countdownSeconds: count % 10 } };
  await writeBackup(content, PASSPHRASE, (bytes) => Promise.resolve(void parts.push(bytes.slice())));
  return Buffer.concat(parts);
}

test(`restoring: all of a backup or nothing of it in ${ROUNDS} kills`, async ({ open, profile }) => {
  test.setTimeout(PATIENCE_MS);
  const backups = [{ count: 87, buffer: await backupOf('Even', 87) }, { count: 68, buffer: await backupOf('Odd', 68) }] as const;
  const first = await open(null, PLAIN);
  expect(await first.people()).toEqual([]);
  await first.page.context().close();

  let possible = [{ sealed: 0, countdown: DEFAULT_SETTINGS.countdownSeconds }];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const lintel = await open(null, PLAIN);
    const { page } = lintel;
    // Settings are read before people are: once these are there, no default is shown in their place.
    const names = await lintel.people();
    await lintel.go('Settings');
    const countdown = Number(await page.getByRole('slider', { name: 'Countdown' }).inputValue());
    await lintel.go('People');
    const { sealed } = await recordCounts(page);
    const found = { sealed: names.length, countdown };
    expect(possible, `after ${round} kills`).toContainEqual(found);
    expect(sealed).toBe(names.length);
    expect(new Set(names.map((name) => name.split(' ')[0])).size).toBe(Math.min(names.length, 1));
    if (round === ROUNDS) break;

    const { count, buffer } = backups[round % 2]!;
    const choosing = page.waitForEvent('filechooser');
    await lintel.button('Restore…').click();
    await (await choosing).setFiles({ name: 'mine.lintelbackup', mimeType: 'application/octet-stream', buffer });
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    const restore = dialog.getByRole('button', { name: 'Replace everybody' });
    await expect(restore).toBeEnabled();
    const after = { sealed: count, countdown: count % 10 };
    possible = [found, after];
    await workUntilKilled(profile, 400, async () => {
      await restore.click();
      await expect(lintel.status).toHaveText(`Restored: ${count} people`);
      possible = [after];
    });
    await closeKilled(lintel);
  }
});

test(`upgrading from version 1: everybody is there in one form in ${ROUNDS} kills`, async ({ open, profile, server }) => {
  test.setTimeout(PATIENCE_MS);
  const crowd = 300;
  const first = await open(null, { ...PLAIN, url: `${server.url}/icons/icon.svg` });
  await writeDatabaseV1(first.page);
  await seedCrowd(first.page, crowd);
  await first.page.context().close();
  // The same database in every round.
  const { image, remove } = await imageOf(profile);
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { image: copy, remove: removeCopy } = await imageOf(image);
      try {
        const killed = await open(null, { ...PLAIN, profile: copy, url: 'about:blank' });
        await workUntilKilled(copy, 1500, async () => {
          await killed.page.goto(`${server.url}/#people`);
        });
        await closeKilled(killed);
        const lintel = await open(null, { ...PLAIN, profile: copy, url: `${server.url}/#people` });
        await expect(lintel.page.getByText(`${crowd + 2} people`, { exact: true })).toBeVisible();
        await expect(lintel.page.getByText('2 records are damaged and set aside.')).toBeVisible();
        expect(await recordCounts(lintel.page)).toMatchObject({ keys: 1, people: 1, sealed: crowd + 2, templates: 1 });
        await lintel.page.context().close();
      } finally {
        kill(copy);
        await removeCopy();
      }
    }
  } finally {
    await remove();
  }
});
