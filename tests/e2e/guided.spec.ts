/** A guided enrolment: the first sample makes the person, further ones make the template surer. */
import { expect, SCENES, test } from '../support/fixtures';

test('a sample too much like another is refused, now and when more are added later', async ({ open, camera }) => {
  const first = await open(await camera(SCENES.ada));
  await first.skipCountdown();
  await first.enrol('Ada');
  const { page } = first;
  await expect(page.getByText('1 of 5 samples')).toBeVisible();
  await expect(page.getByText('Turn your head a little to your left.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Sample 1' })).toBeVisible();
  await first.button('Capture').click();
  await expect(page.getByText('Too much like a sample there is. Turn a little more.')).toBeVisible();
  await first.button('Done for now').click();
  await expect(page.getByRole('list', { name: 'Samples' })).toHaveCount(0);
  await first.page.context().close();

  const later = await open(await camera(SCENES.adaLater));
  await later.go('People');
  await later.button('Add samples').click();
  await expect(later.status).toHaveText('Enrolled: Ada');
  await expect(later.page.getByText('1 of 5 samples')).toBeVisible();
  await later.page.keyboard.press('Space');
  await expect(later.page.getByText('Too much like a sample there is. Turn a little more.')).toBeVisible();
  await later.go('People');
  await expect(later.page.getByRole('listitem')).toContainText('1 sample');
});

test('a stranger’s face is not added to somebody', async ({ open, camera }) => {
  const first = await open(await camera(SCENES.ada));
  await first.skipCountdown();
  await first.enrol('Ada');
  await first.page.context().close();

  const stranger = await open(await camera(SCENES.cleo));
  await stranger.go('People');
  await stranger.button('Add samples').click();
  await expect(stranger.page.getByText('1 of 5 samples')).toBeVisible();
  await stranger.page.keyboard.press('Space');
  await expect(stranger.page.getByText('Not alike enough to the other samples. Is it the same person?')).toBeVisible();
  await expect(stranger.page.getByText('1 of 5 samples')).toBeVisible();
});

test('a picture that is too dark is refused with what would help', async ({ open, camera }) => {
  const dark = await open(await camera({ faces: [{ photo: 'ben', widthPx: 170, brightness: 0.22 }] }));
  await dark.skipCountdown();
  await dark.go('Enrol');
  await expect(dark.page.locator('.hint')).toHaveText('Too dark. Turn towards the light.');
  await dark.introduce('Ben');
  await dark.button('Capture').click();
  await expect(dark.status).toHaveText('Too dark. Turn towards the light. Then try again.', { timeout: 30_000 });
  expect(await dark.people()).toEqual([]);
});
