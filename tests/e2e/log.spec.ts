/** The log on the screen: what happened stands there, it can be searched, checked and taken away, and names outlive nobody who is erased. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { LintelPage } from '../support/browser';
import { expect, SCENES, test } from '../support/fixtures';
import { openSeededStore, seedLog } from '../support/seeded-log';
import { seedPeople } from '../support/seeded-people';

async function openLog(lintel: LintelPage): Promise<void> {
  await lintel.go('Settings');
  await lintel.page.getByRole('link', { name: /^Log:/ }).click();
  await expect(lintel.page.getByRole('heading', { name: 'Log', exact: true })).toBeVisible();
}

/** The id of the one person who is in the database. */
function onlyId(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('lintel');
        request.onsuccess = () => {
          const keys = request.result.transaction('sealed').objectStore('sealed').getAllKeys();
          keys.onsuccess = () => {
            request.result.close();
            resolve(keys.result[0] as string);
          };
        };
      }),
  );
}

test('what happens stands in the log, with names as long as there are any', async ({ open, camera, server }) => {
  const lintel = await open(await camera(SCENES.ada), { url: 'about:blank' });
  const { page } = lintel;
  await page.addInitScript(() => void Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.goto(server.url);
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  expect(await lintel.verify()).toMatch(/^MATCH/);
  await openLog(lintel);
  const entries = page.getByRole('list', { name: 'Entries, newest first' }).getByRole('listitem');
  await expect(entries.filter({ hasText: 'Match Ada' })).toContainText(/score 0\.\d{3} · threshold 0\.\d{3}.*mobilefacenet/);
  await expect(entries.filter({ hasText: 'Enrolled Ada' })).toHaveCount(1);
  await expect(entries.filter({ hasText: 'Countdown · now 0' })).toHaveCount(1);
  await expect(entries.last()).toContainText('The log begins');
  await page.getByRole('button', { name: 'Check the log' }).click();
  await expect(page.getByText(/^Log intact from .* to .*\. Entries: \d+\.$/)).toBeVisible();

  await page.getByRole('combobox', { name: 'What' }).selectOption('Match');
  await expect(entries).toHaveCount(1);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const rows = readFileSync(await (await downloading).path(), 'utf8').trim().split('\r\n');
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatch(/,attempt,match,[0-9a-f-]{36},Ada,0\.\d+,/);
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(entries.filter({ hasText: 'Log exported' })).toHaveCount(1);

  // Whoever is deleted keeps their name here; whoever is erased does not.
  const adaId = await onlyId(page);
  await lintel.go('People');
  await lintel.button('Delete').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Nobody is enrolled yet.')).toBeVisible();
  await openLog(lintel);
  await expect(entries.filter({ hasText: 'Deleted Ada' })).toHaveCount(1);
  await openSeededStore(page);
  await page.evaluate((id) => window.seededStore!.log.forgetName(id), adaId);
  await lintel.go('Verify');
  await openLog(lintel);
  await expect(entries.filter({ hasText: 'Deleted somebody without a name' })).toHaveCount(1);
  await expect(page.getByText('Ada', { exact: true })).toHaveCount(0);
});

test('a long log is there at once, filtered, checked, and shows what was broken', async ({ open }) => {
  const lintel = await open(null, { viewport: { width: 800, height: 480 } });
  const { page } = lintel;
  expect(await lintel.people()).toEqual([]);
  await seedPeople(page, [{ name: 'Ada', samples: 1 }]);
  await page.reload();
  await expect(page.getByText('1 person', { exact: true })).toBeVisible();
  await seedLog(page, 2000, [await onlyId(page)], Date.now(), 60_000);
  await openLog(lintel);
  const entries = page.getByRole('list', { name: 'Entries, newest first' }).getByRole('listitem');
  await expect(entries).toHaveCount(25);
  await expect(page.getByText(/^2,00\d entries$/)).toBeVisible();
  await page.getByRole('combobox', { name: 'What' }).selectOption('No match');
  await expect(page.getByText(/^500 of 2,00\d entries$/)).toBeVisible();
  await expect(entries.first()).toContainText('No match closest: Ada');
  // Digits belong into the date: they lead nowhere else.
  await page.getByLabel('To', { exact: true }).pressSequentially('01022020');
  await expect(page.getByText('No entry is like that. Choose less of a filter.')).toBeVisible();
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.getByRole('combobox', { name: 'What' }).selectOption('No match');
  await page.getByRole('button', { name: 'Show older entries' }).click();
  await expect(entries).toHaveCount(125);
  await expect(page.getByRole('img', { name: /attempts 500, matches 0/ })).toBeVisible();
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(page.getByRole('img', { name: /^People who were recognised: 1/ })).toBeVisible();

  const overflow = await page.locator('main.page').evaluate((main) => main.scrollWidth - main.clientWidth);
  expect(overflow, 'sideways scrolling').toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`)).toEqual([]);

  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('lintel');
        request.onsuccess = () => {
          const writing = request.result.transaction('log', 'readwrite');
          writing.objectStore('log').delete(1234);
          writing.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
  );
  await page.getByRole('button', { name: 'Check the log' }).click();
  await expect(page.getByText('The log is not intact: 1 place is wrong.')).toBeVisible();
  await expect(page.getByText('Entry 1,234 is missing.')).toBeVisible();

  await page.getByRole('combobox', { name: 'Entries at most' }).selectOption('1000');
  await expect(entries.filter({ hasText: 'Oldest entries dropped' })).toHaveCount(1);
  await expect(page.getByText('1,000 entries', { exact: true })).toBeVisible();
});
