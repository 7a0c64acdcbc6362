/** The photographs of a folder: one folder per person, as Labeled Faces in the Wild has them. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EvalError } from './eval-error';

export interface Photo {
  /** Path below the folder, as in `Ada/Ada_0001.jpg`. */
  readonly file: string;
  /** The person's folder. */
  readonly person: string;
  /** The number at the end of the file's name; null when there is none. */
  readonly number: number | null;
}

const PICTURE = /\.(jpe?g|png|webp)$/i;
const NUMBER = /_?(\d+)\.\w+$/;

/**
 * All photographs, in order of person and number.
 * @throws EvalError when the folder is not there or holds none.
 */
export async function photosIn(dir: string): Promise<Photo[]> {
  const people = await readdir(dir, { withFileTypes: true }).catch(() => {
    throw new EvalError(`There is no folder ${dir}: give one that holds a folder for each person.`);
  });
  const photos: Photo[] = [];
  for (const { name: person } of people.filter((entry) => !entry.isFile())) {
    const files = await readdir(join(dir, person)).catch(() => []);
    photos.push(...files.filter((file) => PICTURE.test(file)).map((file) => photoOf(person, file)));
  }
  if (photos.length === 0) {
    throw new EvalError(`There are no photographs in ${dir}: put them into one folder per person, as in Name/Name_0001.jpg.`);
  }
  const { compare } = new Intl.Collator('en', { numeric: true });
  return photos.sort((a, b) => compare(a.person, b.person) || compare(a.file, b.file));
}

/** How many people the photographs show. */
export function peopleIn(photos: readonly Photo[]): number {
  return new Set(photos.map(({ person }) => person)).size;
}

function photoOf(person: string, name: string): Photo {
  const digits = NUMBER.exec(name)?.[1];
  return { file: `${person}/${name}`, person, number: digits === undefined ? null : Number(digits) };
}
