/** Ten thousand people: read at the start, listed, searched, and one of them recognised among all others. */
import { expect, SCENES, test } from '../support/fixtures';
import { seedCrowd } from '../support/seeded-people';

const CROWD = 10_000;

test('somebody is recognised among ten thousand', async ({ open, camera }) => {
  test.setTimeout(180_000);
  const lintel = await open(await camera(SCENES.ada));
  const { page } = lintel;
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  await seedCrowd(page, CROWD);
  await page.reload();

  expect(await lintel.verify()).toMatch(/^MATCH: Ada \(0\.\d{3}\)$/);
  await expect(page.getByText('The highest scores of 10,001 people:')).toBeVisible();
  await expect(page.getByRole('list', { name: /Scores/ }).getByRole('listitem')).toHaveCount(50);

  expect(await lintel.people()).toHaveLength(100);
  await page.getByRole('button', { name: 'Show 100 more of 9,901' }).click();
  await expect(page.getByRole('listitem').locator('bdi')).toHaveCount(200);
  await page.getByRole('searchbox').fill('person 9999');
  await expect(page.getByText('1 of 10,001 people')).toBeVisible();

  // Asked about one of the crowd, Lintel says no, and still shows how far that one is.
  await lintel.go('Verify');
  await page.getByRole('searchbox', { name: 'Whom to verify' }).fill('person 1234');
  await page.getByRole('button', { name: 'Person 1234', exact: true }).click();
  expect(await lintel.verify()).toMatch(/^NO MATCH \(best: Person 1234, /);
});
