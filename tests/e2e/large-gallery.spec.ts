/** Ten thousand people: read at the start, listed, searched, and one of them recognised among all others. */
import { expect, SCENES, test } from '../support/fixtures';
import { type SeededPerson, seedPeople } from '../support/seeded-people';

const CROWD = 10_000;
/** Seeded in parts: the numbers of all at once are too many for one message. */
const PARTS = 10;

test('somebody is recognised among ten thousand', async ({ open, camera }) => {
  test.setTimeout(180_000);
  const lintel = await open(await camera(SCENES.ada));
  const { page } = lintel;
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  for (let part = 0; part < PARTS; part += 1) {
    const people = Array.from({ length: CROWD / PARTS }, (_, index): SeededPerson => ({ name: `Person ${part * (CROWD / PARTS) + index}`, samples: 1 }));
    await seedPeople(page, people, part);
  }
  await page.goto('about:blank');
  await page.goBack();

  expect(await lintel.verify()).toMatch(/^MATCH: Ada \(0\.\d{3}\)$/);
  await expect(page.getByText('The highest scores of 10,001 people:')).toBeVisible();
  await expect(page.getByRole('list', { name: /Scores/ }).getByRole('listitem')).toHaveCount(50);

  expect(await lintel.people()).toHaveLength(100);
  await page.getByRole('button', { name: 'Show 100 people more of 9,901' }).click();
  await expect(page.getByRole('listitem')).toHaveCount(200);
  await page.getByRole('searchbox').fill('person 9999');
  await expect(page.getByText('1 of 10,001 people')).toBeVisible();

  // Asked about one of the crowd, Lintel says no, and still shows how far that one is.
  await lintel.go('Verify');
  await page.getByRole('searchbox', { name: 'Whom to verify' }).fill('person 1234');
  await page.getByRole('button', { name: 'Person 1234', exact: true }).click();
  expect(await lintel.verify()).toMatch(/^NO MATCH \(best: Person 1234, /);
});
