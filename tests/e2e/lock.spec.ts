/** The admin lock: verifying is free, everything else waits for the PIN, also by key, link, drop and second tab. */
import type { Page } from '@playwright/test';
import type { LintelPage } from '../support/browser';
import { expect, SCENES, test } from '../support/fixtures';
import { seedPeople } from '../support/seeded-people';

const PIN = '246810';

const asked = (page: Page) => page.getByRole('dialog').getByRole('heading', { name: 'PIN', exact: true });

async function typePin(page: Page, pin: string): Promise<void> {
  await page.getByRole('dialog').getByLabel('PIN', { exact: true }).fill(pin);
  await page.keyboard.press('Enter');
}

async function setPin(lintel: LintelPage): Promise<void> {
  await lintel.go('Settings');
  await lintel.button('Set a PIN…').click();
  const dialog = lintel.page.getByRole('dialog');
  await dialog.getByLabel('New PIN', { exact: true }).fill(PIN);
  await dialog.getByLabel('New PIN, again').fill(PIN);
  await lintel.page.keyboard.press('Enter');
  await expect(lintel.status).toHaveText('Admin lock: A PIN is set');
}

/** Drops files on the page, as from a file manager. */
async function drop(page: Page, ...names: readonly string[]): Promise<void> {
  await page.evaluate((files) => {
    const dataTransfer = new DataTransfer();
    for (const name of files) dataTransfer.items.add(new File(['not looked at'], name));
    const target = document.querySelector('lintel-app')!;
    for (const kind of ['dragover', 'drop']) target.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true, composed: true }));
  }, names);
}

test('what changes anything needs the PIN, however it is asked for; verifying does not', async ({ open, camera, server }) => {
  const lintel = await open(await camera(SCENES.ada));
  const { page } = lintel;
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  await lintel.go('Settings');
  await lintel.button('Set a PIN…').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('A forgotten PIN has one way out: everything is erased');
  await dialog.getByLabel('New PIN', { exact: true }).fill('123');
  await dialog.getByLabel('New PIN, again').fill('123');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Take at least 6 characters.');
  await dialog.getByLabel('New PIN', { exact: true }).fill(PIN);
  await dialog.getByLabel('New PIN, again').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(lintel.status).toHaveText('Admin lock: A PIN is set');
  // Whoever set it goes on.
  expect(await lintel.people()).toEqual(['Ada']);
  await lintel.go('Settings');
  await lintel.button('Lock settings now').click();
  await expect(page.getByRole('heading', { name: 'Verify' })).toBeAttached();
  expect(await lintel.verify()).toMatch(/^MATCH: Ada/);

  const refuses = async (ask: () => Promise<unknown>): Promise<void> => {
    await ask();
    await expect(asked(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(asked(page)).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Verify' })).toBeAttached();
  };
  await refuses(() => lintel.button('That’s not me').click());
  for (const destination of ['Enrol', 'People', 'Settings'] as const) await refuses(() => lintel.go(destination));
  for (const key of ['2', '3', '4', '/']) await refuses(() => page.keyboard.press(key));
  for (const place of ['enrol', 'people', 'settings', 'safety', 'self-test']) await refuses(() => page.evaluate((to) => void (location.hash = `#${to}`), place));
  expect(new URL(page.url()).hash).toBe('#verify');
  await refuses(() => page.goto(`${server.url}/#settings`));
  await lintel.go('Diagnostics');
  await expect(page.getByRole('heading', { name: 'Diagnostics' })).toBeVisible();

  // What is dropped is neither taken nor shown in Lintel's place; nor is what is dropped on the question for the PIN.
  await lintel.go('Verify');
  await drop(page, 'ada.jpg', 'people.lintel', 'faces_db.pkl');
  await lintel.go('Enrol');
  await expect(asked(page)).toBeVisible();
  await drop(page, 'ada.jpg', 'people.lintel', 'faces_db.pkl');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Verify' })).toBeAttached();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(lintel.alert).toHaveCount(0);

  const other = await page.context().newPage();
  await other.goto(`${server.url}/#people`);
  await expect(asked(other)).toBeVisible();
  await expect(other.getByRole('listitem')).toHaveCount(0);

  await lintel.go('People');
  // The page does not stand still while a PIN is tried: a worker does it, which then ends.
  const working = page.waitForEvent('worker', (worker) => worker.url().includes('argon2-worker'));
  await typePin(page, '111111');
  await (await working).waitForEvent('close');
  await expect(page.getByRole('dialog')).toContainText('That is not the PIN.');
  await typePin(page, PIN);
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible();
  // Open here, and shut there; a new PIN shuts what is open elsewhere.
  await expect(asked(other)).toBeVisible();
  await typePin(other, PIN);
  await expect(other.getByRole('heading', { name: 'People' })).toBeVisible();
  await lintel.go('Settings');
  await lintel.button('Change the PIN…').click();
  await page.getByRole('dialog').getByLabel('New PIN', { exact: true }).fill('a door of oak');
  await page.getByRole('dialog').getByLabel('New PIN, again').fill('a door of oak');
  await page.keyboard.press('Enter');
  await expect(other.getByRole('heading', { name: 'Verify' })).toBeAttached();
  await other.keyboard.press('3');
  await typePin(other, 'a door of oak');
  await expect(other.getByRole('listitem').filter({ hasText: 'Ada' })).toBeVisible();
});

test('five verifications that fail while it is locked make verifying wait, until the PIN is given', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  const { page } = lintel;
  expect(await lintel.people()).toEqual([]);
  await seedPeople(page, [{ name: 'Zoe', samples: 2 }]);
  await page.reload();
  await lintel.skipCountdown();
  await setPin(lintel);
  await lintel.setSlider('Lock by itself after', 60);
  await page.getByRole('checkbox', { name: 'Start by itself once a face holds still' }).check();
  await lintel.button('Lock settings now').click();
  const capture = lintel.button('Capture');
  const wait = page.getByRole('timer');
  for (let index = 0; index < 5; index += 1) {
    await expect(wait).toHaveCount(0);
    await capture.click();
    await expect(page.getByText('Looking…')).toBeVisible();
    await expect(lintel.status).toHaveText(/^NO MATCH/);
  }
  await expect(wait).toHaveText(/^The next verification is taken in 0:[23]\d/);
  await expect(capture).toBeDisabled();
  await page.keyboard.press('Space');

  await page.reload();
  await expect(lintel.status).toHaveText('Too many failed verifications. Verifying waits.');
  await expect(wait).toHaveText(/0:[12]\d/);
  await expect(page.locator('video')).toBeVisible();
  // Somebody stands there and holds still; nothing starts by itself, and nothing more is said.
  await page.waitForTimeout(3000);
  await expect(lintel.status).toHaveText('Too many failed verifications. Verifying waits.');
  await lintel.button('End the wait with the PIN…').click();
  await typePin(page, PIN);
  await expect(wait).toHaveCount(0);
  await expect(lintel.status).toHaveText(/^NO MATCH/);
  await lintel.go('Settings');
  await expect(page.getByRole('slider', { name: 'Lock by itself after' })).toHaveValue('60');
});

test('five wrong tries wait, also after a reload and when the clock is set; erasing is the one way out', async ({ open }) => {
  const lintel = await open(null);
  const { page } = lintel;
  await setPin(lintel);
  const dialog = page.getByRole('dialog');
  await page.reload();
  await expect(asked(page)).toBeVisible();
  for (let index = 0; index < 5; index += 1) {
    await expect(dialog.getByRole('button', { name: 'Unlock' })).toBeEnabled();
    await typePin(page, '111111');
    await expect(dialog.getByRole('alert')).toHaveText('That is not the PIN.');
  }
  await expect(dialog).toContainText(/The next is taken in 0:[23]\d/);
  await expect(dialog.getByRole('button', { name: 'Unlock' })).toBeDisabled();

  await page.addInitScript(() => {
    const real = Date.now;
    Date.now = () => real() + 1e10;
  });
  await page.reload();
  await lintel.go('Settings');
  await expect(dialog).toContainText(/The next is taken in 0:[23]\d/);
  await typePin(page, PIN);
  await expect(dialog.getByRole('button', { name: 'Unlock' })).toBeEnabled({ timeout: 45_000 });
  await typePin(page, PIN);
  await expect(page.getByRole('heading', { name: 'Admin lock: set' })).toBeVisible();

  await lintel.button('Lock settings now').click();
  await lintel.go('Settings');
  await dialog.getByText('Forgotten?').click();
  await dialog.getByRole('button', { name: 'Erase everything…' }).click();
  await expect(dialog).toContainText('This cannot be undone');
  await dialog.getByRole('button', { name: 'Erase everything' }).click();
  await lintel.go('Settings');
  await expect(page.getByRole('heading', { name: 'Admin lock: none' })).toBeVisible();
});
