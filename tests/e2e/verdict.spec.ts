/** Verdicts beyond yes and no: one person asked for by name, nobody named when unsure, and verdicts that are corrected. */
import { expect, SCENES, test } from '../support/fixtures';

test('of two who look alike nobody is named, but each can be verified by name', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  const { page } = lintel;
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  await lintel.enrol('Grace');
  const question = page.getByRole('group', { name: 'Resemblance' });
  await expect(question).toContainText(/This face looks like Ada \([01]\.\d{3}\)\. Is it\s+Ada\?/);
  await question.getByRole('button', { name: 'No, keep both' }).click();
  await expect(question).toHaveCount(0);

  expect(await lintel.verify()).toMatch(/^UNSURE \(best: (Ada|Grace), [01]\.\d{3}\)\. It could also be \u2068(Ada|Grace)\u2069\./);
  // The verdict stays until something else is asked for.
  await lintel.go('People');
  await lintel.go('Verify');
  await page.getByRole('combobox', { name: 'Whom to verify' }).selectOption({ label: 'Ada' });
  expect(await lintel.verify()).toMatch(/^MATCH: Ada/);
});

test('somebody who was enrolled twice is made one again', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  await lintel.enrol('Adda');
  await lintel.page.getByRole('button', { name: 'Yes, keep one' }).click();
  await expect(lintel.status).toHaveText('Enrolled: Ada');
  expect(await lintel.people()).toEqual(['Ada']);
  await expect(lintel.page.getByRole('listitem')).toContainText('2 samples');
});

test('“That’s not me” is remembered, listed, and can be forgotten', async ({ open, camera }) => {
  const before = await open(await camera(SCENES.ada));
  await before.skipCountdown();
  await before.enrol('Ada');
  await before.page.context().close();

  const lintel = await open(await camera(SCENES.adaLater));
  const { page } = lintel;
  expect(await lintel.verify()).toMatch(/^MATCH: Ada/);
  await expect(page.getByText(/^Of .* strangers in reference photographs, .* scored? this high\.$/)).toBeVisible();
  await lintel.button('That’s not me').click();
  await expect(page.getByText('Remembered: this face is not Ada.')).toBeVisible();
  expect(await lintel.verify()).toMatch(/^UNSURE \(best: Ada, .* Somebody said of a face like this one/);

  await lintel.go('People');
  await page.getByText('1 correction').click();
  await page.getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByText('1 correction')).toHaveCount(0);
  expect(await lintel.verify()).toMatch(/^MATCH: Ada/);
});

test('“That was…” adds a sample, and can be undone', async ({ open, camera }) => {
  const before = await open(await camera(SCENES.ada));
  await before.skipCountdown();
  await before.enrol('Ada');
  await before.page.context().close();

  const lintel = await open(await camera(SCENES.cleo));
  const { page } = lintel;
  expect(await lintel.verify()).toMatch(/^NO MATCH/);
  const who = page.getByLabel('That was me');
  await who.selectOption({ label: 'Ada' });
  await expect(page.getByText('Learnt: this face is Ada.')).toBeVisible();
  await lintel.button('Undo').click();
  await expect(who).toBeVisible();
  await lintel.go('People');
  await expect(page.getByRole('listitem').filter({ hasText: 'Ada' })).toContainText('1 sample');
});
