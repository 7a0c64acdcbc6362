/** What is presented to the camera: files of living faces, and of attacks by their type. */
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { EvalError } from '../eval/eval-error';

export interface Presentation {
  /** Path of the file below its folder. */
  readonly file: string;
  /** The type of attack: the name of its folder; null is a living face. */
  readonly attack: string | null;
  /** `mjpeg` is JPEG after JPEG, as the camera files of the tests are. */
  readonly medium: 'photograph' | 'film' | 'mjpeg';
}

const MEDIA: readonly (readonly [Presentation['medium'], RegExp])[] = [
  ['photograph', /\.(jpe?g|png|webp)$/i],
  ['film', /\.(mp4|m4v|mov|webm)$/i],
  ['mjpeg', /\.mjpe?g$/i],
];

const KINDS = 'photographs (.jpg, .png, .webp) or films (.mp4, .webm, .mjpeg)';

/**
 * The files of living faces, in any folder below this one.
 * @throws EvalError when the folder is not there or holds none.
 */
export async function livePresentations(dir: string): Promise<Presentation[]> {
  const files = await mediaIn(dir, '--live');
  if (files.length === 0) throw new EvalError(`There is no living face in ${dir}: put ${KINDS} there.`);
  return files.map((found) => ({ ...found, attack: null }));
}

/**
 * The files of attacks; the first folder below this one names the type.
 * @throws EvalError when the folder is not there, holds none, or holds one whose type is not named.
 */
export async function spoofPresentations(dir: string): Promise<Presentation[]> {
  const files = await mediaIn(dir, '--spoof');
  if (files.length === 0) throw new EvalError(`There is no attack in ${dir}: put ${KINDS} into one folder per type, as in ${join(dir, 'print')}.`);
  return files.map((found) => {
    const [attack, ...rest] = found.file.split('/');
    if (rest.length === 0) throw new EvalError(`${found.file} in ${dir} is in no folder: the folder names the type of attack, as in print/${found.file}.`);
    return { ...found, attack: attack! };
  });
}

async function mediaIn(dir: string, option: string): Promise<Omit<Presentation, 'attack'>[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => {
    throw new EvalError(`There is no folder ${dir}: give ${option} one that is there.`);
  });
  const { compare } = new Intl.Collator('en', { numeric: true });
  return entries
    .flatMap((entry) => {
      const medium = entry.isDirectory() ? undefined : MEDIA.find(([, names]) => names.test(entry.name))?.[0];
      return medium === undefined ? [] : [{ file: relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'), medium }];
    })
    .sort((a, b) => compare(a.file, b.file));
}
