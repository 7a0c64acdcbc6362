/** From start to verdict with the keyboard alone. */
import { expect, SCENES, test } from '../support/fixtures';

test('enrol and verify without a pointer', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  const { page } = lintel;
  await expect(lintel.status).toHaveText('Nobody is enrolled yet.');
  // A photograph cannot move its head; without a pointer the choice is made by arrow keys.
  await page.keyboard.press('4');
  await page.getByRole('radio', { name: 'Careful' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: 'Convenience' })).toBeChecked();
  await page.keyboard.press('2');
  await expect(lintel.button('Capture')).toBeEnabled();
  for (let presses = 0; presses < 12 && !(await lintel.name.evaluate((box) => box.matches(':focus'))); presses += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(lintel.name).toBeFocused();
  await page.keyboard.type('Ada 1/2?');
  await expect(lintel.name).toHaveValue('Ada 1/2?');
  await page.keyboard.press('Enter');
  // Nobody is enrolled who did not agree: the box is where the focus goes.
  await expect(lintel.agreement).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(lintel.status).toHaveText('Enrolled: Ada 1/2?');

  await page.evaluate(() => (document.activeElement?.shadowRoot?.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Escape');
  await expect(page.getByText('The camera is off.')).toBeVisible();

  await page.keyboard.press('1');
  await expect(page.locator('video')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.locator('div.countdown')).toHaveText('3');
  await expect(lintel.status).toHaveText(/^MATCH: Ada 1\/2\? \(0\.\d{3}\)$/);
  await page.keyboard.press('Escape');
  await expect(page.getByText('The camera is off.')).toBeVisible();
});

test('the keys are listed, dialogs give the focus back, and focus is visible', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  const { page } = lintel;
  await lintel.go('Settings');
  await page.getByRole('button', { name: 'Reset to defaults' }).focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  const outline = await page.getByRole('button', { name: 'Reset to defaults' }).evaluate((button) => getComputedStyle(button).outlineStyle);
  expect(outline).toBe('solid');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Reset to defaults' })).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Search people');
});
