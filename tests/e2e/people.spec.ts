/** People: names, search, overwriting, deleting, undoing. */
import { expect, SCENES, test } from '../support/fixtures';

test('people are listed, found, deleted after a question, and brought back', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  const { page } = lintel;
  await lintel.skipCountdown();
  for (const name of ['Zoë', 'Ada', 'Ben']) await lintel.enrol(name);
  expect(await lintel.people()).toEqual(['Ada', 'Ben', 'Zoë']);
  await expect(page.getByRole('listitem').filter({ hasText: 'Ada' })).toContainText(/20\d\d.*1 sample/);

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('zO');
  await expect(page.getByRole('listitem')).toHaveText(/Zoë/);
  await page.getByRole('searchbox').fill('nobody');
  await expect(page.getByText('Nobody is called “nobody”.')).toBeVisible();
  await page.getByRole('searchbox').fill('');

  const ben = page.getByRole('listitem').filter({ hasText: 'Ben' });
  await ben.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Delete Ben?');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(ben).toBeVisible();

  await ben.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(lintel.status).toHaveText('Deleted: Ben');
  await expect(ben).toHaveCount(0);
  await lintel.button('Undo').click();
  await expect(lintel.status).toHaveText('Restored: Ben');
  // One face under three names: nobody is named.
  expect(await lintel.verify()).toMatch(/^UNSURE \(best: \S+, 0\.\d{3}\)\. It could also be /);
  await expect(page.getByRole('list', { name: /Scores/ }).getByRole('listitem')).toHaveCount(3);

  await lintel.go('People');
  await ben.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(lintel.button('Undo')).toBeVisible();
  await expect(lintel.button('Undo')).toHaveCount(0, { timeout: 12_000 });
  await page.reload();
  expect(await lintel.people()).toEqual(['Ada', 'Zoë']);
});

test('an existing name asks before it is overwritten', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  await lintel.go('Enrol');
  await lintel.introduce(' aDA ');
  await lintel.button('Capture').click();
  const dialog = lintel.page.getByRole('dialog');
  await expect(dialog).toContainText('Ada is already enrolled');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(lintel.status).toHaveText('Enrolled: Ada');

  await lintel.button('Capture').click();
  await dialog.getByRole('button', { name: 'Overwrite' }).click();
  await expect(lintel.status).toHaveText('Enrolled: aDA');
  expect(await lintel.people()).toEqual(['aDA']);
});

test('names may be long, composed and written from the right, but not empty', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  await lintel.skipCountdown();
  await lintel.go('Enrol');
  for (const [typed, problem] of [['   ', 'Type a name first.'], ['x'.repeat(65), 'longer than 64 characters'], ['a\u202eb', 'cannot be shown']] as const) {
    await lintel.introduce(typed);
    await lintel.button('Capture').click();
    await expect(lintel.page.getByText(problem)).toBeVisible();
    await expect(lintel.name).toBeFocused();
  }
  const longest = 'Maximiliane-'.repeat(5) + 'Anna';
  for (const [typed, saved] of [['  Ana   María ', 'Ana María'], ['عبد الرحمن', 'عبد الرحمن'], [longest, longest]] as const) {
    await lintel.introduce(typed);
    await lintel.button('Capture').click();
    await expect(lintel.status).toHaveText(`Enrolled: ${saved}`);
  }
  expect((await lintel.people()).sort()).toEqual(['Ana María', 'عبد الرحمن', longest].sort());
  const width = await lintel.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width).toBeLessThanOrEqual(0);
});
