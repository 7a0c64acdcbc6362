/** Somebody from the predecessor's database is recognised in its way, and then enrols properly. */
import { readFileSync } from 'node:fs';
import { PIPELINE_VERSION, PREDECESSOR_MODEL } from '../../src/core/model';
import { LEGACY_THRESHOLD } from '../../src/decision/thresholds';
import { writeFacesDb } from '../../src/migration/faces-db';
import type { LintelPage } from '../support/browser';
import { expect, SCENES, test } from '../support/fixtures';
import { analysePhoto, startWorker } from '../support/production-worker';
import { buildWith } from '../support/recognition-builds';
import { startServer } from '../support/server';

test('a template of the predecessor matches in its way, until the person enrols properly', async ({ open, camera }) => {
  const dist = await buildWith(PREDECESSOR_MODEL);
  test.skip(dist === null, `${PREDECESSOR_MODEL} is not in public/models: "npm run assets -- --model ${PREDECESSOR_MODEL}" fetches it`);
  const server = await startServer(dist!);
  try {
    const lintel = await open(await camera(SCENES.ada), { url: server.url, blocksServiceWorker: true });
    const { page } = lintel;
    await lintel.skipCountdown();
    // On another day, further away, tilted, in less light: as the predecessor would have embedded that.
    const blank = await page.context().newPage();
    await blank.goto(`${server.url}/icons/icon.svg`);
    await startWorker(blank);
    const { legacyEmbedding } = await analysePhoto(blank, {
      photo: firstPictureOf(await camera(SCENES.adaLater)),
      kind: 'ultralight',
      wantsLegacy: true,
    });
    expect(legacyEmbedding).toHaveLength(128);
    const database = writeFacesDb([{ name: 'Ada', vector: Float32Array.from(legacyEmbedding!) }]);

    await lintel.go('People');
    await page.getByLabel('faces_db.pkl').setInputFiles({ name: 'faces_db.pkl', mimeType: 'application/octet-stream', buffer: Buffer.from(database) });
    await page.getByRole('dialog').getByRole('button', { name: 'Add 1' }).click();
    await expect(lintel.status).toHaveText('Imported: 1 person');
    await expect(page.getByRole('listitem')).toContainText('From the predecessor');
    expect(await pipelinesOf(lintel)).toEqual(['predecessor']);

    const verdict = await lintel.verify();
    expect(verdict).toMatch(/^MATCH: Ada/);
    const score = Number(/0\.\d{3}/.exec(verdict)?.[0]);
    test.info().annotations.push({ type: 'measured', description: `score between the two legacy embeddings: ${score}` });
    expect(score).toBeGreaterThanOrEqual(LEGACY_THRESHOLD.cosine);
    await expect(page.getByText('This rests on a template of the predecessor, which errs more')).toBeVisible();

    await lintel.button('Enrol properly').click();
    // A straight look is taken by itself, any other one for the asking.
    await expect(page.getByText(/^1 face/)).toBeAttached();
    await page.keyboard.press('Space');
    await expect(lintel.status).toHaveText('Enrolled: Ada', { timeout: 30_000 });
    expect(await lintel.people()).toEqual(['Ada']);
    await expect(page.getByRole('listitem')).toContainText('1 sample');
    await expect(page.getByRole('listitem')).not.toContainText('predecessor');
    expect(await pipelinesOf(lintel)).toEqual([PIPELINE_VERSION]);

    expect(await lintel.verify()).toMatch(/^MATCH: Ada/);
    await expect(page.getByText('This rests on a template of the predecessor')).toHaveCount(0);
  } finally {
    await server.stop();
  }
});

/** The first picture of a camera file, which is one JPEG after the other, in base64. */
function firstPictureOf(file: string): string {
  const pictures = readFileSync(file);
  const second = pictures.indexOf(Buffer.of(0xff, 0xd8, 0xff), 3);
  return pictures.subarray(0, second).toString('base64');
}

/** How the templates on the disk were made. */
function pipelinesOf({ page }: LintelPage): Promise<string[]> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('lintel');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('The database does not open.'));
    });
    const records = await new Promise<{ models: string[] }[]>((resolve, reject) => {
      const request = database.transaction('sealed').objectStore('sealed').getAll();
      request.onsuccess = () => resolve(request.result as { models: string[] }[]);
      request.onerror = () => reject(new Error('The records cannot be read.'));
    });
    database.close();
    return records.flatMap(({ models }) => models.map((model) => model.split('/')[1]!));
  });
}
