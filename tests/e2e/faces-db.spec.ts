/** People come from the predecessor's database and go into one. */
import { readFileSync } from 'node:fs';
import { readFacesDb, writeFacesDb } from '../../src/migration/faces-db';
import { expect, SCENES, test } from '../support/fixtures';

/** A made-up vector of unit length. */
function vectorOf(seed: number, dimensions = 128): Float32Array {
  const raw = Array.from({ length: dimensions }, (_, at) => Math.sin(seed + at * at));
  const length = Math.hypot(...raw);
  return Float32Array.from(raw, (value) => value / length);
}

function pickle(people: readonly (readonly [string, Float32Array])[]) {
  const buffer = Buffer.from(writeFacesDb(people.map(([name, vector]) => ({ name, vector }))));
  return { name: 'faces_db.pkl', mimeType: 'application/octet-stream', buffer };
}

test('a database is shown before it is imported, and what cannot be used says why', async ({ open }) => {
  const lintel = await open(null);
  const { page } = lintel;
  await lintel.go('People');
  const file = page.getByLabel('faces_db.pkl');
  await expect(lintel.button('Import faces_db.pkl…')).toBeEnabled();
  await expect(lintel.button('Export faces_db.pkl')).toBeDisabled();

  await file.setInputFiles({ name: 'evil.pkl', mimeType: 'application/octet-stream', buffer: Buffer.from("cos\nsystem\n(S'true'\ntR.") });
  await expect(lintel.alert).toContainText(/evil\.pkl.*os\.system.*never runs.*Nothing was changed\./s);
  await lintel.button('Understood').click();
  await expect(lintel.alert).toBeHidden();

  await file.setInputFiles(pickle([['Zoë', vectorOf(1)], ['عبد الرحمن', vectorOf(2)], ['Too long', vectorOf(3, 512)]]));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2 people would be added');
  await expect(dialog.getByRole('list', { name: 'Added' }).getByRole('listitem')).toHaveText(['Zoë', 'عبد الرحمن']);
  await expect(dialog.getByRole('list', { name: 'Refused' }).getByRole('listitem')).toHaveText(['Entry 3, Too long: has 512 numbers instead of 128']);
  await expect(dialog).toContainText('legacy templates');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await lintel.people()).toEqual([]);

  await file.setInputFiles(pickle([['Zoë', vectorOf(1)], ['عبد الرحمن', vectorOf(2)]]));
  await dialog.getByRole('button', { name: 'Add 2' }).click();
  await expect(lintel.status).toHaveText('Imported: 2 people');
  await page.reload();
  expect((await lintel.people()).sort()).toEqual(['Zoë', 'عبد الرحمن'].sort());

  await file.setInputFiles(pickle([['ZOË', vectorOf(4)], ['Ben', vectorOf(5)]]));
  await expect(dialog.getByRole('list', { name: 'Enrolled already' }).getByRole('listitem')).toHaveText(['ZOË, as Zoë']);
  await expect(dialog.getByRole('button', { name: 'Add 1 and replace 1' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Add 1', exact: true }).click();
  await expect(lintel.status).toHaveText('Imported: 1 person');
  await page.reload();
  expect((await lintel.people()).sort()).toEqual(['Ben', 'Zoë', 'عبد الرحمن'].sort());
});

test('everybody is exported after a warning, and the file can be read', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  const { page } = lintel;
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  await lintel.go('People');
  await page.getByLabel('faces_db.pkl').setInputFiles(pickle([['Ben', vectorOf(6)]]));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add 1' }).click();
  await expect(lintel.status).toHaveText('Imported: 1 person');

  await lintel.button('Export faces_db.pkl').click();
  await expect(dialog).toContainText('names and templates of 2 people');
  await expect(dialog).toContainText('not encrypted');
  await expect(dialog).toContainText('must use the same network');
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('faces_db.pkl');
  const { people, refused } = readFacesDb(readFileSync(await download.path()));
  expect(people.map(({ name }) => name)).toEqual(['Ben']);
  expect(Math.max(...people[0]!.embedding.map((value, at) => Math.abs(value - vectorOf(6)[at]!)))).toBeLessThan(1e-6);
  // Ada is in it with the numbers of the network that runs here.
  expect(refused).toEqual([{ index: 0, name: 'Ada', reason: 'has 512 numbers instead of 128' }]);
  await expect(lintel.status).toHaveText('Written to faces_db.pkl: 2 people');
});
