/** The admin lock: verifying is free, everything else waits for the PIN, also by key, link, drop and second tab. */
import type { Page } from '@playwright/test';
import { expect, SCENES, test } from '../support/fixtures';

const PIN = '246810';

const asked = (page: Page) => page.getByRole('dialog').getByRole('heading', { name: 'PIN', exact: true });

async function typePin(page: Page, pin: string): Promise<void> {
  await page.getByRole('dialog').getByLabel('PIN', { exact: true }).fill(pin);
  await page.keyboard.press('Enter');
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
  await refuses(() => page.evaluate(() => void (location.hash = '#people')));
  expect(new URL(page.url()).hash).toBe('#verify');
  await refuses(() => page.goto(`${server.url}/#settings`));
  await lintel.go('Diagnostics');
  await expect(page.getByRole('heading', { name: 'Diagnostics' })).toBeVisible();

  const other = await page.context().newPage();
  await other.goto(`${server.url}/#people`);
  await expect(asked(other)).toBeVisible();
  await expect(other.getByRole('listitem')).toHaveCount(0);
  await other.close();

  await lintel.go('People');
  await typePin(page, '111111');
  await expect(page.getByRole('dialog')).toContainText('That is not the PIN.');
  await typePin(page, PIN);
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible();
});

test('five wrong tries wait, also after a reload and when the clock is set; erasing is the one way out', async ({ open }) => {
  const lintel = await open(null);
  const { page } = lintel;
  await lintel.go('Settings');
  await lintel.button('Set a PIN…').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('New PIN', { exact: true }).fill(PIN);
  await dialog.getByLabel('New PIN, again').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(lintel.status).toHaveText('Admin lock: A PIN is set');
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
