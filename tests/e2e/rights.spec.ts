/** The rights of people: consent before a sample, expiry, what is kept handed over, and erasure that proves itself. */
import { readFileSync } from 'node:fs';
import { expect, SCENES, test } from '../support/fixtures';
import { seedPeople } from '../support/seeded-people';

/** The system's own window cannot be pressed from here: a download stands for it. */
const WITHOUT_PICKER = (): void => void Reflect.deleteProperty(window, 'showSaveFilePicker');

test('nobody is enrolled without consent, which can be read, handed over, and erased with everything else', async ({ open, camera, server }) => {
  const lintel = await open(await camera(SCENES.ada), { url: 'about:blank' });
  const { page } = lintel;
  await page.addInitScript(WITHOUT_PICKER);
  await page.goto(server.url);
  await lintel.skipCountdown();
  await lintel.go('Enrol');
  await lintel.name.fill('Ada');
  await lintel.button('Capture').click();
  await expect(page.getByText('Tick the box once they agree. Nobody is enrolled without that.')).toBeVisible();
  await expect(lintel.agreement).toBeFocused();
  await lintel.agreement.check();
  await page.getByRole('checkbox', { name: 'The person is under 16' }).check();
  await expect(page.getByText('Nobody under 16 can agree alone.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Entered by' }).fill('Emmy');
  await lintel.button('Capture').click();
  await expect(page.getByText('Type who consents for the child.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Parent or guardian' }).fill('Grace');
  await lintel.button('Capture').click();
  await expect(lintel.status).toHaveText('Enrolled: Ada');

  // Of the form only who enters is left for the next.
  await lintel.name.fill('Ben');
  await expect(lintel.agreement).not.toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Entered by' })).toHaveValue('Emmy');
  expect(await lintel.verify()).toMatch(/^MATCH: Ada/);

  await lintel.go('People');
  await lintel.button('Data and rights…').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/Last seen\s*\w+ \d+, 20\d\d, or up to a day later/);
  await expect(dialog).toContainText(/Entered by\s*Emmy\s*Parent or guardian\s*Grace/);
  const exporting = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export their data…' }).click();
  const text = readFileSync(await (await exporting).path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ kind: 'lintel-person', name: 'Ada', consent: { enteredBy: 'Emmy', guardian: 'Grace' }, samples: [{ learntBy: 'enrolment' }] });
  await expect(dialog).toContainText('The file was written.');

  await dialog.getByRole('button', { name: 'Erase for good…' }).click();
  await expect(dialog).toContainText('Backups and exports made before');
  await dialog.getByRole('button', { name: 'Erase for good', exact: true }).click();
  await expect(dialog).toContainText('Records under this person’s id: 0. Records under their name: 0. Names kept for the log: 0.');
  await expect(dialog).toContainText('Nothing is left of this person in Lintel on this device.');
  const saving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the receipt…' }).click();
  expect(readFileSync(await (await saving).path(), 'utf8')).not.toContain('Ada');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(lintel.button('Undo')).toHaveCount(0);
  await page.reload();
  expect(await lintel.people()).toEqual([]);
});

test('whoever has no consent on record is said, expires when it is told to, and stays when somebody says so', async ({ open }) => {
  const lintel = await open(null);
  const { page } = lintel;
  await lintel.go('People');
  await seedPeople(page, [{ name: 'Ada', samples: 1 }, { name: 'Ben', samples: 1 }]);
  await page.reload();
  const ada = page.getByRole('list', { name: 'People' }).getByRole('listitem').filter({ hasText: 'Ada' });
  const dialog = page.getByRole('dialog');
  await expect(ada).toContainText('No consent on record');
  await ada.getByRole('button', { name: 'Data and rights…' }).click();
  await dialog.getByRole('button', { name: 'Record consent…' }).click();
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(lintel.agreement).toBeFocused();
  await lintel.agreement.check();
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialog).toContainText('The consent is on record.');

  const [year, month, date] = [new Date().getFullYear() + 1, '05', '17'];
  await dialog.getByLabel('Recognised until').fill(`${year}-${month}-${date}`);
  await dialog.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(dialog).toContainText('The expiry date was changed.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(ada).not.toContainText('No consent on record');
  await expect(ada).toContainText(`Recognised until May 17, ${year}`);

  // A week before, a second before the end of the day, and after it.
  await page.clock.setFixedTime(new Date(year, 4, 10, 12));
  await page.reload();
  await expect(page.getByRole('region', { name: '1 person expires within 14 days' })).toContainText('Ada');
  await page.clock.setFixedTime(new Date(year, 4, 17, 23, 59, 59));
  await page.reload();
  await expect(ada).toContainText('Recognised until');
  await expect(page.getByText('is about to be deleted')).toHaveCount(0);
  await page.clock.setFixedTime(new Date(year, 4, 18));
  await expect(ada).toContainText('Expired: recognised until');
  const due = page.getByRole('alert').filter({ hasText: '1 person is about to be deleted' });
  await expect(due).toContainText(/Expired, and not recognised any more\. Deleted after May 19, \d+/);
  await due.getByRole('button', { name: 'Keep' }).click();
  await expect(due).toHaveCount(0);
  await page.reload();
  await expect(ada).toBeVisible();
  await expect(ada).not.toContainText('ecognised until');
});

test('erasing everything says that nothing was found', async ({ open }) => {
  const lintel = await open(null);
  const { page } = lintel;
  await lintel.go('Settings');
  await lintel.button('Erase everything…').click();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
  await reloaded;
  const proof = page.getByText('The database was looked for again and not found.');
  await expect(proof).toBeVisible();
  await lintel.button('Understood').click();
  await expect(proof).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(proof).toHaveCount(0);
});
