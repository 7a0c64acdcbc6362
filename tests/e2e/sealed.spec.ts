/** People are sealed on the disk: none of an older version is lost, and none can be read without the key. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readBackup } from '../../src/backup/read-backup';
import type { LintelPage } from '../support/browser';
import { expect, SCENES, test } from '../support/fixtures';
import { databaseV2, recordCounts, writeDatabaseV1, writeDatabaseV2 } from '../support/old-database';
import { findInProfile, tracesOfEmbedding, tracesOfText } from '../support/profile-search';
import { seedPeople } from '../support/seeded-people';

const PASSPHRASE = 'a warm stone over a door';
const OTHER = 'another stone under a floor';

/** Lintel on a database of version 1. */
async function openOld(open: (camera: null, options: { url: string }) => Promise<LintelPage>, url: string, script?: () => void): Promise<LintelPage> {
  const lintel = await open(null, { url: `${url}/icons/icon.svg` });
  await writeDatabaseV1(lintel.page);
  if (script !== undefined) await lintel.page.addInitScript(script);
  await lintel.page.goto(url);
  return lintel;
}

async function fillPassphrase(page: Page, label: string, passphrase: string, isNew = true): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(label, { exact: true }).fill(passphrase);
  if (isNew) await dialog.getByLabel(`${label}, again`).fill(passphrase);
  await page.keyboard.press('Enter');
}

async function protectWithPassphrase(lintel: LintelPage, passphrase: string): Promise<void> {
  const { page } = lintel;
  await lintel.go('Settings');
  await lintel.button('Protect with a passphrase…').click();
  await fillPassphrase(page, 'New passphrase', passphrase);
  await expect(page.getByRole('heading', { name: 'Protection: Passphrase' })).toBeVisible();
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

test('people of version 1 are sealed, and nobody is lost', async ({ open, server }) => {
  const lintel = await openOld(open, server.url);
  const { page } = lintel;
  await lintel.go('People');
  const ada = page.getByRole('listitem').filter({ hasText: 'Ada' });
  await expect(ada).toContainText('2 samples');
  await expect(ada).toContainText('1 correction');
  await expect(page.getByRole('listitem').filter({ hasText: 'عبد الرحمن' })).toContainText('1 sample');
  // Ben and his template were damaged before; they are said and left as they are.
  await expect(page.getByText('2 records are damaged and set aside.')).toBeVisible();
  expect(await recordCounts(page)).toMatchObject({ keys: 1, people: 1, sealed: 2, templates: 1 });
  await lintel.go('Settings');
  await expect(page.getByRole('slider', { name: 'Countdown' })).toHaveValue('7');
  await expect(page.getByRole('heading', { name: 'Protection: Key on this device' })).toBeVisible();
  await page.reload();
  expect((await lintel.people()).sort()).toEqual(['Ada', 'عبد الرحمن'].sort());
});

test('people of version 2 stay sealed as they are, and get a log', async ({ open, server }) => {
  const lintel = await open(null, { url: `${server.url}/icons/icon.svg` });
  const { page } = lintel;
  await writeDatabaseV2(page);
  await page.goto(server.url);
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  expect(await recordCounts(page)).toEqual({ keys: 1, log: 0, logEnds: 0, logNames: 0, people: 0, sealed: 2, settings: 1, templates: 0 });
  await unlock(page, databaseV2().passphrase);
  expect((await lintel.people()).sort()).toEqual(['Ada', 'عبد الرحمن'].sort());
  await expect(page.getByRole('listitem').filter({ hasText: 'Ada' })).toContainText('1 correction');
});

test('an upgrade that stops half-way keeps everybody as they were, and goes on later', async ({ open, server }) => {
  const lintel = await openOld(open, server.url, () => {
    if (sessionStorage.getItem('stop') === 'never') return;
    // One person is sealed and written; the second never is.
    const real = Reflect.get(IDBObjectStore.prototype, 'put') as (...asked: unknown[]) => IDBRequest<IDBValidKey>;
    let written = 0;
    IDBObjectStore.prototype.put = function (...asked: unknown[]) {
      if (this.name === 'sealed' && (written += 1) === 2) throw new DOMException('as a test wants it', 'DataError');
      return real.apply(this, asked);
    };
  });
  const { page } = lintel;
  await expect(page.locator('[data-fault=store-failed]')).toBeVisible();
  expect(await recordCounts(page)).toMatchObject({ keys: 1, people: 3, sealed: 0, templates: 5 });
  await page.evaluate(() => sessionStorage.setItem('stop', 'never'));
  await page.reload();
  expect((await lintel.people()).sort()).toEqual(['Ada', 'عبد الرحمن'].sort());
  expect(await recordCounts(page)).toMatchObject({ sealed: 2, people: 1 });
});

test('a passphrase is set, asked for, changed and given up', async ({ open, server }) => {
  const lintel = await open(null);
  const { page } = lintel;
  expect(await lintel.people()).toEqual([]);
  await seedPeople(page, [{ name: 'Ada', samples: 2 }, { name: 'Ben', samples: 1 }]);
  await page.reload();
  expect(await lintel.people()).toEqual(['Ada', 'Ben']);
  await expect(page.getByRole('link', { name: 'Encrypted, key on this device' })).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(`${server.url}/#people`);
  await expect(other.getByText('2 people', { exact: true })).toBeVisible();

  await protectWithPassphrase(lintel, PASSPHRASE);
  // The other tab has the old key, and says so instead of writing with it.
  await expect(other.locator('[data-fault=store-rekeyed]')).toContainText('The protection was changed in another tab');
  await other.close();

  await page.getByRole('button', { name: 'Lock now' }).click();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByText('Ada')).toHaveCount(0);
  // Digits of a passphrase are no shortcuts.
  await page.getByLabel('Passphrase', { exact: true }).pressSequentially('12345?/');
  await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('12345?/');
  await page.keyboard.press('Enter');
  await expect(lintel.alert).toHaveText('That is not the passphrase. Nothing was changed.');
  await unlock(page, PASSPHRASE);
  expect(await lintel.people()).toEqual(['Ada', 'Ben']);
  await expect(page.getByRole('listitem').filter({ hasText: 'Ada' })).toContainText('2 samples');

  await lintel.go('Settings');
  await page.getByRole('button', { name: 'Change the passphrase…' }).click();
  await fillPassphrase(page, 'Current passphrase', OTHER, false);
  await fillPassphrase(page, 'New passphrase', OTHER);
  await expect(page.getByRole('dialog')).toContainText('That is not the passphrase.');
  await fillPassphrase(page, 'Current passphrase', PASSPHRASE, false);
  await fillPassphrase(page, 'New passphrase', OTHER);
  await expect(lintel.status).toHaveText('Protection: The passphrase was changed');
  await page.reload();
  await unlock(page, PASSPHRASE);
  await expect(lintel.alert).toBeVisible();
  await unlock(page, OTHER);
  expect(await lintel.people()).toEqual(['Ada', 'Ben']);

  await lintel.go('Settings');
  await page.getByRole('button', { name: 'Keep the key on this device…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it here' }).click();
  await expect(page.getByRole('heading', { name: 'Protection: Key on this device' })).toBeVisible();
  await page.reload();
  expect(await lintel.people()).toEqual(['Ada', 'Ben']);
});

test('without the key nobody is read and nothing is overwritten; erasing starts anew', async ({ open }) => {
  const lintel = await open(null);
  const { page } = lintel;
  expect(await lintel.people()).toEqual([]);
  await seedPeople(page, [{ name: 'Ada', samples: 1 }]);
  await page.reload();
  expect(await lintel.people()).toEqual(['Ada']);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('lintel');
        request.onsuccess = () => {
          const writing = request.result.transaction('keys', 'readwrite');
          writing.objectStore('keys').clear();
          writing.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
  );
  await page.reload();
  await expect(page.locator('[data-fault=key-lost]')).toContainText('The key is missing or damaged');
  expect(await recordCounts(page)).toMatchObject({ keys: 0, sealed: 1 });
  await page.locator('[data-fault=key-lost]').getByRole('button', { name: 'Erase everything…' }).click();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
  await reloaded;
  await expect(page.getByText('Nobody is enrolled yet.').first()).toBeVisible();
  expect(await recordCounts(page)).toMatchObject({ keys: 1, sealed: 0 });
});

for (const protection of ['device', 'passphrase'] as const) {
  test(`the profile on the disk shows neither name nor embedding: ${protection}`, async ({ open, camera, profile, server }) => {
    const name = 'Quirinius Zebulon';
    const lintel = await open(await camera(SCENES.ada), { url: 'about:blank' });
    const { page } = lintel;
    await page.addInitScript(() => void Reflect.deleteProperty(window, 'showSaveFilePicker'));
    await page.goto(server.url);
    if (protection === 'passphrase') await protectWithPassphrase(lintel, PASSPHRASE);
    await lintel.skipCountdown();
    await lintel.enrol(name);
    // What was enrolled is known from a backup.
    await lintel.go('People');
    await lintel.button('Back up…').click();
    const downloading = page.waitForEvent('download');
    await fillPassphrase(page, 'Passphrase', PASSPHRASE);
    const { people } = await readBackup(new Blob([readFileSync(await (await downloading).path())]), PASSPHRASE);
    expect(people.map((person) => person.name)).toEqual([name]);
    await page.context().close();

    const traces = new Map([...tracesOfText(name), ...people[0]!.samples.flatMap(({ embedding }) => [...tracesOfEmbedding(embedding)])]);
    expect(findInProfile(profile, traces)).toEqual([]);
    // The search finds what is there in the clear: a setting.
    expect(findInProfile(profile, tracesOfText('haar+ultralight'))).not.toEqual([]);
  });
}
