/** Enrolling from photographs: one, several, of several people, and files that are none. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { LintelPage } from '../support/browser';
import { photoBytes } from '../../src/tools/camera-file';
import { expect, SCENES, test } from '../support/fixtures';
import { turnedJpeg } from '../support/turned-jpeg';

interface FileToChoose {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A camera file of one frame is a JPEG. */
function jpeg(name: string, path: string): FileToChoose {
  return { name, mimeType: 'image/jpeg', buffer: readFileSync(path) };
}

async function choose({ page }: LintelPage, ...files: FileToChoose[]): Promise<void> {
  await expect(page.getByRole('button', { name: 'From photographs…' })).toBeEnabled();
  await page.locator('input[type=file]').setInputFiles(files);
}

function refusals({ page }: LintelPage) {
  return page.getByRole('list', { name: 'Photographs that were not used' }).getByRole('listitem');
}

/** Drops a file on the page as a file manager does. */
async function drop(page: Page, { name, mimeType, buffer }: FileToChoose): Promise<void> {
  const carried = await page.evaluateHandle(
    ({ base64, name, type }) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type }));
      return transfer;
    },
    { base64: buffer.toString('base64'), name, type: mimeType },
  );
  await page.dispatchEvent('lintel-app', 'dragover', { dataTransfer: carried });
  await expect(page.getByText('Drop photographs to enrol from them.')).toBeVisible();
  await page.dispatchEvent('lintel-app', 'drop', { dataTransfer: carried });
  await expect(page.getByText('Drop photographs to enrol from them.')).toBeHidden();
}

test('photographs enrol without a camera, and every refused one has its reason', async ({ open, camera, easel }) => {
  const ada = jpeg('ada.jpg', await camera({ ...SCENES.ada, frames: 1 }));
  const lintel = await open(null);
  await lintel.go('Enrol');
  await choose(lintel, ada);
  await expect(lintel.page.getByText('Type a name first.')).toBeVisible();

  await lintel.introduce('Ada');
  const text = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') };
  const small = { faces: [{ photo: 'ada', widthPx: 45 }], frames: 1 } as const;
  await choose(
    lintel,
    text,
    ada,
    jpeg('again.jpg', await camera({ ...SCENES.ada, frames: 1 })),
    jpeg('ben.jpg', await camera({ ...SCENES.ben, frames: 1 })),
    jpeg('empty.jpg', await camera({ ...SCENES.nobody, frames: 1 })),
    jpeg('far away.jpg', await camera(small)),
  );
  await expect(lintel.status).toHaveText('Enrolled: Ada', { timeout: 20_000 });
  await expect(lintel.page.getByText('Ada: 1 of 6 photographs became a sample.')).toBeVisible({ timeout: 30_000 });
  await expect(refusals(lintel)).toHaveText([
    'notes.txt: Chromium cannot read this as a picture. JPEG, PNG and WebP work.',
    'again.jpg: Too much like a sample there is: it would add nothing.',
    'ben.jpg: Not alike enough to the other samples. Is it the same person?',
    'empty.jpg: No face was found in it.',
    /^far away\.jpg: The face is too small/,
  ]);
  await expect(lintel.name).toHaveValue('');

  // The name box is empty: what is dropped now is of Ada as well.
  await drop(lintel.page, { ...ada, name: 'wider.jpg', buffer: await turnedJpeg(easel, ada.buffer, 1.25) });
  await expect(lintel.page.getByText('Ada: the photograph became a sample.')).toBeVisible({ timeout: 20_000 });
  await lintel.button('Close').click();
  expect(await lintel.people()).toEqual(['Ada']);
  await expect(lintel.page.getByRole('listitem')).toContainText('2 samples');

  // Nobody is replaced without a question.
  await lintel.go('Enrol');
  await lintel.introduce('ada');
  await choose(lintel, ada);
  const dialog = lintel.page.getByRole('dialog');
  await expect(dialog).toContainText('Ada is already enrolled');
  await dialog.getByRole('button', { name: 'Overwrite' }).click();
  await expect(lintel.status).toHaveText('Enrolled: ada', { timeout: 20_000 });
  await expect(lintel.page.getByText('ada: the photograph became a sample.')).toBeVisible();
  expect(await lintel.people()).toEqual(['ada']);
  await expect(lintel.page.getByRole('listitem')).toContainText('1 sample');
});

test('of several faces one is chosen with the keyboard, and is known to the camera', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  const { page } = lintel;
  await lintel.skipCountdown();
  await lintel.go('Enrol');
  await lintel.introduce('Ada');
  const together = { name: 'together.jpg', mimeType: 'image/jpeg', buffer: photoBytes('sample1.jpg') };
  const dialog = page.getByRole('dialog');

  await choose(lintel, together);
  await expect(dialog).toContainText(/together\.jpg shows \d+ faces/, { timeout: 20_000 });
  await page.keyboard.press('Escape');
  await expect(refusals(lintel)).toHaveText(['together.jpg: It shows several faces, and none was chosen.']);

  await choose(lintel, together);
  await expect(dialog).toBeVisible({ timeout: 20_000 });
  // Ada is the one whose middle is a quarter of the width from the left.
  const canvas = (await dialog.locator('canvas').boundingBox())!;
  const faces = await dialog.getByRole('button', { name: /^Face \d of \d$/ }).all();
  const middles = await Promise.all(faces.map(async (face) => face.boundingBox().then((box) => (box!.x + box!.width / 2 - canvas.x) / canvas.width)));
  const nearest = middles.map((x) => Math.abs(x - 487 / 1920));
  const ada = faces[nearest.indexOf(Math.min(...nearest))]!;
  for (let presses = 0; presses < 12 && !(await ada.evaluate((button) => button.matches(':focus'))); presses += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(ada).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lintel.status).toHaveText('Enrolled: Ada', { timeout: 20_000 });
  expect(await lintel.verify()).toMatch(/^MATCH: Ada \(0\.\d{3}\)$/);
});

test('a photograph joins the enrolment under way, upright as its camera says', async ({ open, camera, easel }) => {
  const lintel = await open(await camera({ ...SCENES.ada, swayPx: 0 }));
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  const samples = lintel.page.getByRole('list', { name: 'Samples' }).getByRole('listitem');
  const before = await samples.count();
  const { buffer } = jpeg('ada.jpg', await camera({ ...SCENES.ada, frames: 1 }));
  await choose(lintel, { name: 'turned.jpg', mimeType: 'image/jpeg', buffer: await turnedJpeg(easel, buffer, 1.25) });
  await expect(lintel.page.getByText('Ada: the photograph became a sample.')).toBeVisible({ timeout: 20_000 });
  await expect(samples).toHaveCount(before + 1);
  await expect(lintel.status).toHaveText('Enrolled: Ada');
  // The camera goes on as before.
  await expect(lintel.page.getByText(/^1 face · \d+ px$/)).toBeVisible();
  expect(await lintel.verify()).toMatch(/^MATCH: Ada/);
});
