/** The disk as a power cut would leave it: whatever was acknowledged before is there, no other change, and Lintel opens. */
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '../support/fixtures';
import { seedPeople } from '../support/seeded-people';
import { imageOf } from '../support/sudden-death';

const IMAGES = Number(process.env.LINTEL_POWER_CUTS ?? 3);
const PLAIN = { blocksServiceWorker: true };

test(`every acknowledged deletion is in ${IMAGES} images of the disk`, async ({ open, profile }) => {
  test.setTimeout(60_000 + IMAGES * 20_000);
  const lintel = await open(null, PLAIN);
  const { page } = lintel;
  expect(await lintel.people()).toEqual([]);
  const names = Array.from({ length: 10 * IMAGES }, (_, at) => `Person ${String(at).padStart(3, '0')}`);
  await seedPeople(page, names.map((name) => ({ name, samples: 1 })));
  await page.reload();
  await expect(page.getByText(`${names.length} people`, { exact: true })).toBeVisible();

  let acknowledged = 0;
  const imagesTaken = new AbortController();
  const deleting = (async () => {
    for (const name of names) {
      if (imagesTaken.signal.aborted) return;
      await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await expect(lintel.status).toHaveText(`Deleted: ${name}`);
      acknowledged += 1;
    }
  })();
  const images: { image: string; remove: () => Promise<void>; least: number; most: number }[] = [];
  try {
    for (let number = 0; number < IMAGES; number += 1) {
      await delay(Math.random() * 1000);
      const least = acknowledged;
      const { image, remove } = await imageOf(profile);
      // One more may have been under way.
      images.push({ image, remove, least, most: acknowledged + 1 });
    }
    imagesTaken.abort();
    await deleting;
    await page.context().close();
    expect(acknowledged).toBeGreaterThan(0);

    for (const { image, least, most } of images) {
      const after = await open(null, { ...PLAIN, profile: image });
      const people = await after.people();
      const deleted = names.length - people.length;
      expect(people).toEqual(names.slice(deleted));
      expect(deleted).toBeGreaterThanOrEqual(least);
      expect(deleted).toBeLessThanOrEqual(most);
      await expect(after.page.getByText(/damaged and set aside/)).toHaveCount(0);
      await after.page.context().close();
    }
  } finally {
    for (const { remove } of images) await remove();
  }
});
