/** Which files of a folder are photographs, and of whom. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { peopleIn, photosIn } from '../../../../src/tools/eval/photos';
import { temporaryFolder } from '../../../support/temporary-folder';

function folderWith(...files: string[]): string {
  const folder = temporaryFolder();
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  return folder;
}

describe('photosIn', () => {
  it('finds the pictures of every person in order of their numbers, and nothing else', async () => {
    const folder = folderWith('Ben/Ben_0010.jpg', 'Ben/Ben_0009.JPEG', 'Ada/Ada_0001.png', 'Ada/notes.txt', 'pairs.txt', 'loose.jpg');
    const photos = await photosIn(folder);
    expect(photos).toEqual([
      { file: 'Ada/Ada_0001.png', person: 'Ada', number: 1 },
      { file: 'Ben/Ben_0009.JPEG', person: 'Ben', number: 9 },
      { file: 'Ben/Ben_0010.jpg', person: 'Ben', number: 10 },
    ]);
    expect(peopleIn(photos)).toBe(2);
  });

  it('takes pictures without a number too', async () => {
    expect(await photosIn(folderWith('Ada/smile.jpg'))).toEqual([{ file: 'Ada/smile.jpg', person: 'Ada', number: null }]);
  });

  it('says that there is no such folder', async () => {
    const folder = join(temporaryFolder(), 'nowhere');
    await expect(photosIn(folder)).rejects.toThrow(`There is no folder ${folder}: give one that holds a folder for each person.`);
  });

  it('says that there are no photographs', async () => {
    await expect(photosIn(folderWith('loose.jpg', 'Ada/notes.txt'))).rejects.toThrow(/^There are no photographs in .*: put them into one folder per person/);
  });
});
