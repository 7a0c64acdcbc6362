/** People under a security key: what it opens, and what happens without it, with another one, or with one that cannot do it. */
import type { Page } from '@playwright/test';
import type { LintelPage } from '../support/browser';
import { expect, test } from '../support/fixtures';
import { KeyPort } from '../support/security-key';
import { seedPeople } from '../support/seeded-people';

async function seeded(lintel: LintelPage): Promise<KeyPort> {
  const { page } = lintel;
  expect(await lintel.people()).toEqual([]);
  await seedPeople(page, [{ name: 'Ada', samples: 2 }, { name: 'Ben', samples: 1 }]);
  await page.reload();
  expect(await lintel.people()).toEqual(['Ada', 'Ben']);
  return KeyPort.open(page);
}

async function askForKey(lintel: LintelPage, button = 'Protect with a security key…'): Promise<void> {
  await lintel.go('Settings');
  await lintel.button(button).click();
  await lintel.page.getByRole('dialog').getByRole('button', { name: 'Touch the key' }).click();
}

const protection = (page: Page, name: string) => page.getByRole('heading', { name: `Protection: ${name}` });

/** Changes the kept key as whoever can write to the disk may. */
async function damageKey(page: Page, what: 'wrapped' | 'salt'): Promise<void> {
  await page.evaluate(
    (field) =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('lintel');
        request.onsuccess = () => {
          const store = request.result.transaction('keys', 'readwrite').objectStore('keys');
          const reading = store.get('data-key') as IDBRequest<Record<string, Uint8Array>>;
          reading.onsuccess = () => {
            const bytes = reading.result[field]!;
            store.put({ ...reading.result, [field]: field === 'salt' ? bytes.slice(1) : bytes.map((byte, at) => (at === 7 ? byte ^ 1 : byte)) }, 'data-key');
            store.transaction.oncomplete = () => {
              request.result.close();
              resolve();
            };
          };
        };
      }),
    what,
  );
}

test('a security key protects people, opens them, and is given up again', async ({ open }) => {
  const lintel = await open(null);
  const { page } = lintel;
  const port = await seeded(lintel);
  await port.plugIn();
  await askForKey(lintel);
  await expect(protection(page, 'Security key')).toBeVisible();
  await expect(lintel.status).toHaveText('Protection: Security key');
  expect(await lintel.people()).toEqual(['Ada', 'Ben']);
  await expect(page.getByRole('link', { name: 'Encrypted under a security key' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByText('Ada')).toHaveCount(0);
  // Nobody touches it.
  await port.touch(false);
  await lintel.button('Unlock').click();
  await expect(page.getByText('Touch your security key…')).toBeVisible();
  await lintel.button('Stop waiting').click();
  await expect(lintel.button('Unlock')).toBeEnabled();
  await expect(lintel.alert).toHaveCount(0);
  await port.touch(true);
  await lintel.button('Unlock').click();
  expect(await lintel.people()).toEqual(['Ada', 'Ben']);
  await expect(page.getByRole('listitem').filter({ hasText: 'Ada' })).toContainText('2 samples');

  // Another key, in place of the first.
  await port.plugIn();
  await askForKey(lintel, 'Use another security key…');
  await expect(lintel.status).toHaveText('Protection: Security key');
  await page.reload();
  await lintel.button('Unlock').click();
  expect(await lintel.people()).toEqual(['Ada', 'Ben']);
  await lintel.go('Settings');
  await lintel.button('Keep the key on this device…').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it here' }).click();
  await expect(protection(page, 'Key on this device')).toBeVisible();
  await page.reload();
  expect(await lintel.people()).toEqual(['Ada', 'Ben']);
});

test('another key, and a damaged one, open nothing and change nothing', async ({ open }) => {
  const lintel = await open(null);
  const { page } = lintel;
  const port = await seeded(lintel);
  await port.plugIn();
  await askForKey(lintel);
  await expect(lintel.status).toHaveText('Protection: Security key');
  await damageKey(page, 'wrapped');
  await page.reload();
  await lintel.button('Unlock').click();
  await expect(lintel.alert).toHaveText('No security key answered, or another one did. Nothing was changed.');
  await damageKey(page, 'wrapped');
  await port.plugIn();
  await page.reload();
  await lintel.button('Unlock').click();
  await expect(lintel.alert).toHaveText('No security key answered, or another one did. Nothing was changed.');
  await expect(page.getByText('Ada')).toHaveCount(0);
  await damageKey(page, 'salt');
  await page.reload();
  await expect(page.locator('[data-fault=key-lost]')).toBeVisible();
});

test('a key that cannot do it, says no or is not there changes nothing', async ({ open }) => {
  const lintel = await open(null);
  const { page } = lintel;
  const port = await seeded(lintel);
  const failsWith = async (fault: string): Promise<void> => {
    await askForKey(lintel);
    await expect(page.locator(`[data-fault=${fault}]`)).toContainText('Nothing was changed');
    await expect(protection(page, 'Key on this device')).toBeVisible();
  };
  await port.plugIn({ hasPrf: false });
  await failsWith('security-key-unfit');
  await lintel.button('Understood').click();
  // Its PIN is wrong.
  await port.plugIn({ isUserVerified: false });
  await failsWith('security-key-silent');
  await port.pullOut();
  await askForKey(lintel);
  await expect(page.getByText('Follow Chromium and touch your security key.')).toBeVisible();
  await lintel.button('Stop waiting').click();
  await expect(lintel.button('Protect with a security key…')).toBeEnabled();
  await expect(page.locator('[data-fault]')).toHaveCount(0);
  await page.reload();
  expect(await lintel.people()).toEqual(['Ada', 'Ben']);
});

test('at an address without a name no key is offered, and why', async ({ open, server }) => {
  const lintel = await open(null, { url: server.url.replace('localhost', '127.0.0.1') });
  await expect(lintel.button('Enrol')).toBeVisible();
  await expect(lintel.page.getByRole('button', { name: /^Security key/ })).toBeDisabled();
  await lintel.go('Settings');
  await expect(lintel.page.getByText('a key needs a name, such as localhost')).toBeVisible();
  await expect(lintel.button('Protect with a security key…')).toHaveCount(0);
});

test('the first run offers the three protections, and goes on without a choice', async ({ open }) => {
  const lintel = await open(null);
  const { page } = lintel;
  const port = await KeyPort.open(page);
  await port.plugIn();
  const way = (name: RegExp) => page.getByRole('group', { name: /With which key/ }).getByRole('button', { name });
  await expect(way(/^Key on this device/)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('link', { name: 'Enrol the first person' })).toBeVisible();
  await way(/^Passphrase/).click();
  await page.keyboard.press('Escape');
  await expect(way(/^Passphrase/)).toBeFocused();
  await way(/^Security key/).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Touch the key' }).click();
  await expect(way(/^Security key/)).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await lintel.button('Unlock').click();
  await expect(way(/^Security key/)).toHaveAttribute('aria-pressed', 'true');
});
