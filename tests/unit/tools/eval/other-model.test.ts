/** A model for an evaluation: what is installed stays as it is. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EvalError } from '../../../../src/tools/eval/eval-error';
import { otherModel } from '../../../../src/tools/eval/other-model';
import { fileServer, goneServer } from '../../../support/file-server';
import { FIRST, FIRST_BYTES, FIRST_PATH, MANIFEST, TestPlaces } from '../../../support/made-up-assets';
import { temporaryFolder } from '../../../support/temporary-folder';

describe('otherModel', () => {
  it('takes the file that is in public', async () => {
    const places = new TestPlaces(temporaryFolder(), await goneServer());
    places.put(FIRST.file, FIRST_BYTES);
    const cacheDir = temporaryFolder();
    expect(await otherModel(FIRST.id, MANIFEST, places, cacheDir)).toEqual({ asset: FIRST, path: join(places.publicDir, FIRST.file) });
  });

  it('fetches one that is not there into the cache, and leaves public alone', async () => {
    const places = new TestPlaces(temporaryFolder(), (await fileServer({ [FIRST_PATH]: FIRST_BYTES })).url);
    const cacheDir = temporaryFolder();
    const { path } = await otherModel(FIRST.id, MANIFEST, places, cacheDir);
    expect(path).toBe(join(cacheDir, FIRST.file));
    expect(existsSync(path)).toBe(true);
    expect(places.read(FIRST.file)).toBeNull();
    expect(places.installed).toBeNull();
  });

  it('says where to put one that cannot be had', async () => {
    const places = new TestPlaces(temporaryFolder(), await goneServer());
    const cacheDir = temporaryFolder();
    const failing = otherModel(FIRST.id, MANIFEST, places, cacheDir);
    await expect(failing).rejects.toThrow(EvalError);
    await expect(failing).rejects.toThrow(`or put its file (SHA-256 ${FIRST.sha256}) at ${join(cacheDir, FIRST.file)}.`);
  });

  it('names the models there are', async () => {
    const places = new TestPlaces(temporaryFolder(), await goneServer());
    await expect(otherModel('nonsense', MANIFEST, places, temporaryFolder())).rejects.toThrow(
      'There is no recognition model called nonsense: choose first-128 or second-512.',
    );
  });
});
