/** Which files are presented, and as what. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { livePresentations, spoofPresentations } from '../../../../src/tools/pad/presentations';
import { temporaryFolder } from '../../../support/temporary-folder';

function folderWith(...files: string[]): string {
  const dir = temporaryFolder();
  for (const file of files) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), '');
  }
  return dir;
}

describe('living faces', () => {
  it('are photographs and films in any folder, in order', async () => {
    const dir = folderWith('b10.jpg', 'b2.PNG', 'Ada/one.webm', 'Ada/deep/two.mjpeg', 'notes.txt');
    expect(await livePresentations(dir)).toEqual([
      { file: 'Ada/deep/two.mjpeg', attack: null, medium: 'mjpeg' },
      { file: 'Ada/one.webm', attack: null, medium: 'film' },
      { file: 'b2.PNG', attack: null, medium: 'photograph' },
      { file: 'b10.jpg', attack: null, medium: 'photograph' },
    ]);
  });

  it('must be there', async () => {
    await expect(livePresentations('/nowhere/at/all')).rejects.toThrow('There is no folder /nowhere/at/all: give --live one that is there.');
    await expect(livePresentations(folderWith('notes.txt'))).rejects.toThrow('There is no living face in');
  });
});

describe('attacks', () => {
  it('are named by their folder', async () => {
    const dir = folderWith('print/a.jpg', 'phone/dark/b.mp4', 'phone/c.jpeg');
    expect((await spoofPresentations(dir)).map(({ file, attack, medium }) => [file, attack, medium])).toEqual([
      ['phone/c.jpeg', 'phone', 'photograph'],
      ['phone/dark/b.mp4', 'phone', 'film'],
      ['print/a.jpg', 'print', 'photograph'],
    ]);
  });

  it('must be there and have a type', async () => {
    await expect(spoofPresentations('/nowhere/at/all')).rejects.toThrow('give --spoof one that is there');
    await expect(spoofPresentations(folderWith('print/notes.txt'))).rejects.toThrow('There is no attack in');
    await expect(spoofPresentations(folderWith('print/a.jpg', 'b.jpg'))).rejects.toThrow('b.jpg in');
  });
});
