/** Files that are whole or not there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileError, readIfThere, sha256Of, writeAtomically } from '../../../../src/tools/assets/files';
import { temporaryFolder } from '../../../support/temporary-folder';

/** The sentence that the disk's refusal is told in. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FileError);
  return (error as FileError).message;
}

/** A path below a file, where no file can be. */
function impossiblePath(): string {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  return join(file, 'model');
}

describe('sha256Of', () => {
  it('is the published hash of "abc", in lower case', () => {
    expect(sha256Of(new TextEncoder().encode('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('readIfThere', () => {
  it('is null for a file that is not there, and fails for what is no file', async () => {
    const folder = temporaryFolder();
    expect(await readIfThere(join(folder, 'none'))).toBeNull();
    expect(await refusal(readIfThere(folder))).toBe(
      `${folder} cannot be read (illegal operation on a directory): put that right and run this again.`,
    );
    const path = impossiblePath();
    expect(await refusal(readIfThere(path))).toBe(`${path} cannot be read (not a directory): put that right and run this again.`);
  });
});

describe('writeAtomically', () => {
  it('makes the folders, replaces what was there, and leaves nothing beside it', async () => {
    const folder = join(temporaryFolder(), 'a/b');
    const path = join(folder, 'file');
    await writeAtomically(path, 'a longer first text');
    await writeAtomically(path, Uint8Array.of(1, 2));
    expect([...readFileSync(path)]).toEqual([1, 2]);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('leaves the old file when the new one cannot be written', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'file');
    writeFileSync(path, 'old');
    mkdirSync(`${path}.writing`);
    await expect(writeAtomically(path, 'new')).rejects.toThrow();
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('says what it cannot write, and why', async () => {
    const path = impossiblePath();
    expect(await refusal(writeAtomically(path, 'new'))).toMatch(/file\/model cannot be written \(.+\): put that right and run this again\.$/);
  });

  it.runIf(existsSync('/dev/full'))('says that the disk is full, and what to do', async () => {
    const path = join(temporaryFolder(), 'file');
    symlinkSync('/dev/full', `${path}.writing`);
    expect(await refusal(writeAtomically(path, 'new'))).toBe(
      `${path} cannot be written because the disk is full: free some space and run this again.`,
    );
    expect(existsSync(path)).toBe(false);
  });

  it('is not disturbed by what a power cut left half written', async () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(`${path}.writing`, 'half of something much longer');
    await writeAtomically(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
  });
});
