/** Settings: kept, reset, and obeyed. */
import { expect, SCENES, test } from '../support/fixtures';

test('settings are kept across restarts and can be reset', async ({ open, camera }) => {
  const file = await camera(SCENES.ada);
  const before = await open(file);
  await before.setSlider('Countdown', 7);
  await before.setSlider('Smallest face', 80);
  await before.setSlider('Scale factor', 1.2);
  await before.setSlider('Min neighbours', 3);
  await before.setSlider('Frames per second', 10);
  await before.button('High security').click();
  await before.page.getByLabel('Resolution').selectOption('320x240');
  await before.page.getByLabel('Theme').selectOption('dark');
  await before.page.waitForTimeout(300);
  await before.page.context().close();

  const { page } = await open(file);
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('button', { name: 'High security' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('slider', { name: 'Countdown' })).toHaveValue('7');
  await expect(page.getByRole('slider', { name: 'Smallest face' })).toHaveValue('80');
  await expect(page.getByRole('slider', { name: 'Scale factor' })).toHaveValue('1.2');
  await expect(page.getByRole('slider', { name: 'Min neighbours' })).toHaveValue('3');
  await expect(page.getByRole('slider', { name: 'Frames per second' })).toHaveValue('10');
  await expect(page.getByLabel('Resolution')).toHaveValue('320x240');
  await expect(page.locator('lintel-app')).toHaveAttribute('data-theme', 'dark');

  await page.getByRole('button', { name: 'Reset to defaults' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByRole('button', { name: 'Balanced' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByLabel('Resolution')).toHaveValue('640x480');
  await expect(page.locator('lintel-app')).toHaveAttribute('data-theme', 'light');
});

test('the threshold decides', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ben));
  await lintel.skipCountdown();
  await lintel.enrol('Ben');
  await lintel.page.context().close();

  // Two people who look alike to the network: about 0.3.
  const stranger = await open(await camera(SCENES.dan));
  expect(await stranger.verify()).toMatch(/^NO MATCH \(best: Ben, 0\.\d{3}; threshold 0\.4\d{2}\)$/);
  await stranger.setSlider('Threshold', 0.2);
  expect(await stranger.verify()).toMatch(/^MATCH: Ben \(0\.[23]\d{2}\)$/);
  await stranger.go('Settings');
  await stranger.button('High security').click();
  expect(await stranger.verify()).toMatch(/threshold 0\.(4[5-9]|5)\d*\)$/);
});

test('the resolution reaches the camera at once', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  await lintel.go('Enrol');
  await expect(lintel.page.locator('video')).toHaveJSProperty('videoWidth', 640);
  await lintel.go('Settings');
  await lintel.page.getByLabel('Resolution').selectOption('320x240');
  await lintel.go('Enrol');
  await expect(lintel.page.locator('video')).toHaveJSProperty('videoWidth', 320);
});

test('verification starts by itself once a face holds still, once per visit', async ({ open, camera }) => {
  const lintel = await open(await camera({ ...SCENES.ada, swayPx: 0 }));
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  await lintel.go('Settings');
  await lintel.page.getByRole('checkbox', { name: 'Start by itself' }).check();
  await lintel.go('Verify');
  await expect(lintel.status).toHaveText(/^MATCH: Ada/);
  await expect(lintel.status).toHaveText('', { timeout: 10_000 });
  await lintel.page.waitForTimeout(3000);
  await expect(lintel.status).toHaveText('');
});
