/** The guided self-test: attempts are judged as at the door, and counted. */
import { expect, SCENES, test } from '../support/fixtures';

test('an attempt is judged and counted, and leaving forgets the counts', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  const { page } = lintel;
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  await lintel.go('Diagnostics');
  await page.getByRole('link', { name: /^Try it yourself/ }).click();
  await expect(page.getByText('Attempt 1 of 20')).toBeVisible();
  await lintel.button('Capture').click();
  await expect(lintel.status).toHaveText(/^MATCH: Ada/);
  await expect(page.getByText('Attempt 2 of 20')).toBeVisible();
  await expect(page.getByText(/^0 of 1 refused\. That still means up to 97\.5 %\.$/)).toBeVisible();

  await lintel.go('Verify');
  await lintel.go('Diagnostics');
  await page.getByRole('link', { name: /^Try it yourself/ }).click();
  await expect(page.getByText('Attempt 1 of 20')).toBeVisible();
});
