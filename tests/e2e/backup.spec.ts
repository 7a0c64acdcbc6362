/** People go into an encrypted file and come back, after it was tried. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { LintelPage } from '../support/browser';
import { expect, test } from '../support/fixtures';
import { seedCrowd, seedPeople } from '../support/seeded-people';

const PASSPHRASE = 'a warm stone over a door';
const PEOPLE = [{ name: 'Ada', samples: 3 }, { name: 'Ben', samples: 1 }, { name: 'عبد الرحمن', samples: 2 }];

/** The system's own window cannot be pressed from here: a download, or a file of the page's own, stands for it. */
const WITHOUT_PICKER = (): void => void Reflect.deleteProperty(window, 'showSaveFilePicker');
const PICKS_OWN_FILE = (): void => {
  const pick = async ({ suggestedName }: { suggestedName: string }) => (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
  Object.assign(window, { showSaveFilePicker: pick });
};

async function openWith(open: (camera: string | null, options: { url: string }) => Promise<LintelPage>, url: string, script: () => void): Promise<LintelPage> {
  const lintel = await open(null, { url: 'about:blank' });
  await lintel.page.addInitScript(script);
  await lintel.page.goto(url);
  await lintel.go('People');
  await seedPeople(lintel.page, PEOPLE);
  await lintel.page.reload();
  return lintel;
}

const backupDialog = (page: Page): Locator => page.getByRole('dialog');

async function typePassphrase(page: Page, passphrase: string, again: string | null = null): Promise<void> {
  const dialog = backupDialog(page);
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  if (again !== null) await dialog.getByLabel('Passphrase, again').fill(again);
}

const listed = (page: Page, name: string): Locator => backupDialog(page).getByRole('list', { name, exact: true }).getByRole('listitem');

test('a backup is written, tried, and restored on a device that has changed', async ({ open, server }) => {
  const lintel = await openWith(open, server.url, WITHOUT_PICKER);
  const { page } = lintel;
  await lintel.go('People');
  await expect(page.getByText('There is no backup yet.')).toBeVisible();
  const reminder = page.getByText('there is no backup. Should the card fail, they are lost.');
  await expect(reminder).toBeVisible();

  await lintel.button('Back up…').click();
  await typePassphrase(page, 'short', 'short');
  await backupDialog(page).getByRole('button', { name: 'Write' }).click();
  await expect(backupDialog(page)).toContainText('Take at least 12 characters.');
  await typePassphrase(page, PASSPHRASE, `${PASSPHRASE}s`);
  await backupDialog(page).getByRole('button', { name: 'Write' }).click();
  await expect(backupDialog(page)).toContainText('The two are not the same.');
  await typePassphrase(page, PASSPHRASE, PASSPHRASE);
  const downloading = page.waitForEvent('download');
  await backupDialog(page).getByRole('button', { name: 'Write' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^lintel-\d{4}-\d\d-\d\d\.lintelbackup$/);
  const buffer = readFileSync(await download.path());
  expect(buffer.includes('Ada')).toBe(false);
  await expect(lintel.alert).toContainText('holds 3 people. It was opened again and is whole.');
  await lintel.button('Understood').click();
  await expect(page.getByText(/Last backup: .*, 3 people\./)).toBeVisible();
  await expect(reminder).toBeHidden();

  const file = { name: 'mine.lintelbackup', mimeType: 'application/octet-stream', buffer };
  const choose = async (what: string, chosen = file): Promise<void> => {
    const choosing = page.waitForEvent('filechooser');
    await lintel.button(what).click();
    await (await choosing).setFiles(chosen);
  };
  await choose('Try a backup…', { ...file, buffer: buffer.subarray(0, -1) });
  await typePassphrase(page, PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(backupDialog(page)).toContainText('It does not open');
  await page.keyboard.press('Escape');
  await choose('Try a backup…');
  await typePassphrase(page, 'a warm stone over a floor');
  await page.keyboard.press('Enter');
  await expect(backupDialog(page)).toContainText('the passphrase is another one');
  await typePassphrase(page, PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(lintel.alert).toContainText(/mine\.lintelbackup opens and is whole.*holds 3 people\. Nothing here was changed\./);

  // Ada goes and another comes; then Ada comes back and the other stays.
  await page.getByRole('listitem').filter({ hasText: 'Ada' }).getByRole('button', { name: 'Delete' }).click();
  await backupDialog(page).getByRole('button', { name: 'Delete' }).click();
  await expect(lintel.status).toHaveText('Deleted: Ada');
  await seedCrowd(page, 1);
  await page.reload();
  await choose('Restore…');
  await typePassphrase(page, PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(listed(page, 'Added')).toHaveText(['Ada']);
  await expect(listed(page, 'Not in the backup')).toHaveText(['Person 0']);
  await expect(backupDialog(page)).toContainText('2 people have everything already.');
  await backupDialog(page).getByRole('button', { name: 'Add 1' }).click();
  await expect(lintel.status).toHaveText('Restored: 1 person');
  await page.reload();
  expect((await lintel.people()).sort()).toEqual(['Ada', 'Ben', 'Person 0', 'عبد الرحمن'].sort());
  await expect(page.getByRole('listitem').filter({ hasText: 'Ada' })).toContainText('3 samples');

  await choose('Restore…');
  await typePassphrase(page, PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(backupDialog(page)).toContainText('1 person who is not in the backup would be deleted.');
  await backupDialog(page).getByRole('button', { name: 'Replace everybody' }).click();
  await expect(lintel.status).toHaveText('Restored: 3 people');
  await page.reload();
  expect((await lintel.people()).sort()).toEqual(['Ada', 'Ben', 'عبد الرحمن'].sort());
});

test('a backup goes where a person chose, and one that fails leaves the older one as it was', async ({ open, server }) => {
  const lintel = await openWith(open, server.url, PICKS_OWN_FILE);
  const { page } = lintel;
  await lintel.go('People');
  const write = async (): Promise<void> => {
    await lintel.button('Back up…').click();
    await typePassphrase(page, PASSPHRASE, PASSPHRASE);
    await backupDialog(page).getByRole('button', { name: 'Write' }).click();
  };
  const kept = () =>
    page.evaluate(async () => {
      const files: [string, number[]][] = [];
      for await (const [name, handle] of await navigator.storage.getDirectory()) {
        files.push([name, [...new Uint8Array(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer())]]);
      }
      return files;
    });
  await write();
  await expect(lintel.alert).toContainText('It was opened again and is whole.');
  const before = await kept();
  expect(before).toHaveLength(1);
  expect(Buffer.from(before[0]![1].slice(0, 12)).toString()).toBe('LintelBackup');
  await lintel.button('Understood').click();

  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 });
  await write();
  await expect(lintel.alert).toContainText('The backup was not written.');
  await session.send('Storage.overrideQuotaForOrigin', { origin: server.url });
  expect(await kept()).toEqual(before);
});
