/** A database that is missing, blocked, taken over, newer, full or damaged. */
import type { Page } from '@playwright/test';
import { PASSPHRASE_COST } from '../../src/sealing/argon2';
import { expect, SCENES, test } from '../support/fixtures';
import { seedPeople } from '../support/seeded-people';
import { backupOf, CONTENT, PASSPHRASE } from '../unit/backup/made-up-backup';

/** A blank page of the same origin, as another tab would be. */
async function otherTab(page: Page, url: string): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(`${url}/icons/icon.svg`);
  return other;
}

test('no IndexedDB', async ({ open, camera, server }) => {
  const lintel = await open(await camera(SCENES.ada), { url: 'about:blank' });
  await lintel.page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  await lintel.page.goto(server.url);
  await expect(lintel.page.locator('[data-fault=store-missing]')).toContainText('This browser keeps no data');
  await lintel.go('Enrol');
  await expect(lintel.button('Capture')).toBeDisabled();
});

test('another tab upgrades the database', async ({ open, camera, server }) => {
  const lintel = await open(await camera(SCENES.ada));
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  const other = await otherTab(lintel.page, server.url);
  const opened = await other.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('lintel', 99);
        request.onsuccess = () => {
          request.result.close();
          resolve('upgraded');
        };
        request.onblocked = () => resolve('blocked');
      }),
  );
  expect(opened).toBe('upgraded');
  await expect(lintel.page.locator('[data-fault=store-upgraded]')).toContainText('Lintel was updated in another tab');

  await lintel.button('Reload the page').click();
  await expect(lintel.page.locator('[data-fault=store-newer]')).toContainText('The data are from a newer Lintel');
  const kept = await other.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('lintel');
        request.onsuccess = () => {
          const all = request.result.transaction('sealed').objectStore('sealed').count();
          all.onsuccess = () => resolve(all.result);
        };
      }),
  );
  expect(kept).toBe(1);
});

test('another tab blocks the upgrade, then lets go', async ({ open, camera, server }) => {
  const lintel = await open(await camera(SCENES.ada), { url: `${server.url}/icons/icon.svg` });
  const holder = await otherTab(lintel.page, server.url);
  await holder.evaluate(
    () =>
      new Promise<void>((resolve) => {
        // An older version that does not let go: a database without Lintel's stores, opened and held.
        const request = indexedDB.open('lintel', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('older');
        request.onsuccess = () => {
          Object.assign(window, { held: request.result });
          resolve();
        };
      }),
  );
  // Deleting it waits for the holder, and opening it waits for the deletion.
  await holder.evaluate(() => void indexedDB.deleteDatabase('lintel'));
  await lintel.page.goto(server.url);
  await expect(lintel.page.locator('[data-fault=store-blocked]')).toContainText('Another tab holds the data', { timeout: 15_000 });
  await holder.close();
  await lintel.button('Reload the page').click();
  await expect(lintel.status).toHaveText('Nobody is enrolled yet.');
  await lintel.enrol('Ada');
});

test('no room left: said, nothing lost, and tried again', async ({ open, camera, server }) => {
  const file = await camera(SCENES.ada);
  const before = await open(file);
  await before.skipCountdown();
  await before.enrol('Ada');
  await before.page.context().close();

  // Chromium asks for the room left at the first write and then not for some twenty seconds: Lintel must not have started.
  const lintel = await open(file, { url: `${server.url}/icons/icon.svg` });
  const { page } = lintel;
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 });
  await page.goto(server.url);
  await lintel.go('Enrol');
  await lintel.introduce('Ben');
  await lintel.button('Capture').click();
  await expect(page.locator('[data-fault=store-full]')).toContainText('There is no room left', { timeout: 20_000 });
  await expect(lintel.status).not.toContainText('Enrolled: Ben');
  await expect(lintel.name).toHaveValue('Ben');

  const isSaidAgain = async (change: () => Promise<unknown>): Promise<void> => {
    await lintel.button('Understood').click();
    await expect(page.locator('[data-fault=store-full]')).toHaveCount(0);
    await change();
    await expect(page.locator('[data-fault=store-full]')).toBeVisible();
  };
  // Settings, and a backup that would replace everybody.
  await isSaidAgain(async () => {
    await lintel.go('Settings');
    await page.getByRole('slider', { name: 'Countdown' }).fill('9');
  });
  await isSaidAgain(async () => {
    await lintel.go('People');
    const choosing = page.waitForEvent('filechooser');
    await lintel.button('Restore…').click();
    const buffer = Buffer.from(await (await backupOf(CONTENT, PASSPHRASE_COST)).arrayBuffer());
    await (await choosing).setFiles({ name: 'mine.lintelbackup', mimeType: 'application/octet-stream', buffer });
    await page.getByRole('dialog').getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Replace everybody' }).click();
  });
  await page.reload();
  expect(await lintel.people()).toEqual(['Ada']);
  await lintel.go('Settings');
  await expect(page.getByRole('slider', { name: 'Countdown' })).toHaveValue('0');

  await session.send('Storage.overrideQuotaForOrigin', { origin: server.url });
  await lintel.go('Enrol');
  await lintel.introduce('Ben');
  await lintel.button('Capture').click();
  await expect(lintel.status).toHaveText('Enrolled: Ben', { timeout: 20_000 });
  expect(await lintel.people()).toEqual(['Ada', 'Ben']);
});

test('a damaged record is set aside and said, and everybody else stays', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  const { page } = lintel;
  await lintel.skipCountdown();
  for (const name of ['Ada', 'Ben', 'Cleo']) await lintel.enrol(name);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('lintel');
        request.onsuccess = () => {
          const database = request.result;
          const writing = database.transaction('sealed', 'readwrite');
          const reading = writing.objectStore('sealed').getAll();
          reading.onsuccess = () => {
            const [record] = reading.result as { sealed: Uint8Array }[];
            record!.sealed[100]! ^= 1;
            writing.objectStore('sealed').put(record);
          };
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
          writing.onerror = () => reject(new Error('not written'));
        };
      }),
  );
  await page.reload();
  const left = await lintel.people();
  expect(left).toHaveLength(2);
  await expect(page.getByText(/1 record is damaged and set aside/)).toBeVisible();
  expect(await lintel.verify()).toMatch(new RegExp(`^UNSURE \\(best: (${left.join('|')}),.* It could also be \\u2068(${left.join('|')})\\u2069`));
});

test('what one tab enrols, the other knows', async ({ open, camera, server }) => {
  const first = await open(await camera(SCENES.ada));
  await first.skipCountdown();
  const other = await first.page.context().newPage();
  await other.goto(`${server.url}/#people`);
  await expect(other.getByText('Nobody is enrolled yet.')).toBeVisible();
  await first.enrol('Ada');
  await expect(other.getByText('Ada')).toBeVisible();
});

test('a clock that jumps years forwards and back loses nobody and no setting', async ({ open, server }) => {
  const lintel = await open(null, { blocksServiceWorker: true });
  const { page } = lintel;
  expect(await lintel.people()).toEqual([]);
  await lintel.setSlider('Countdown', 7);
  await seedPeople(page, [{ name: 'Ada', samples: 2 }, { name: 'Ben', samples: 1 }]);
  for (const year of [2101, 1971, 2026]) {
    const later = await page.context().newPage();
    await later.addInitScript((wanted) => {
      const shiftMs = Date.UTC(wanted, 0, 1) - Date.now();
      window.Date = new Proxy(Date, {
        construct: (real, parts) => Reflect.construct(real, parts.length === 0 ? [real.now() + shiftMs] : parts) as Date,
        get: (real, key) => (key === 'now' ? () => real.now() + shiftMs : (Reflect.get(real, key) as unknown)),
      });
    }, year);
    await later.goto(`${server.url}/#people`);
    expect(await later.evaluate(() => new Date().getFullYear())).toBe(year);
    const names = later.getByRole('listitem').locator('bdi');
    await expect(names, String(year)).toHaveText(['Ada', 'Ben']);
    await later.getByRole('listitem').filter({ hasText: 'Ben' }).getByRole('button', { name: 'Delete' }).click();
    await later.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(names).toHaveText(['Ada']);
    // What can be undone can be undone by a clock that nobody sets.
    await later.getByRole('button', { name: 'Undo' }).click();
    await expect(names).toHaveText(['Ada', 'Ben']);
    await later.goto(`${server.url}/#settings`);
    await expect(later.getByRole('slider', { name: 'Countdown' })).toHaveValue('7');
    await later.close();
  }
});
