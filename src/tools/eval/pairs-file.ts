/** Reads a list of pairs in the format of Labeled Faces in the Wild. */
import { EvalError } from './eval-error';
import type { Photo } from './photos';

/** Two photographs, by their index in the list of photographs. */
export interface PhotoPair {
  readonly a: number;
  readonly b: number;
  readonly isGenuine: boolean;
}

/**
 * The pairs of every fold. The first line says how many folds there are and how many genuine pairs each has, or only
 * the latter for a single fold; as many impostor pairs follow the genuine ones. `Name 1 2` are two images of one
 * person, `Name 1 Other 2` of two.
 * @throws EvalError naming the line that is wrong, or the image that is not there.
 */
export function pairsOf(text: string, photos: readonly Photo[]): PhotoPair[][] {
  const lines = text.split(/\r?\n/).map((line) => line.trim().split(/\s+/));
  while (lines.at(-1)?.[0] === '') lines.pop();
  const [header = [], ...rows] = lines;
  const { folds, pairsPerFold } = sizeOf(header);
  const promised = folds * pairsPerFold * 2;
  if (rows.length !== promised) {
    throw new EvalError(`The pairs file promises ${promised} pairs in its first line and has ${rows.length}: get it whole.`);
  }
  const indexOf = indexBy(photos);
  const pairs = rows.map((row, index) => pairOf(row, index + 2, indexOf));
  return Array.from({ length: folds }, (_, fold) => pairs.slice(fold * pairsPerFold * 2, (fold + 1) * pairsPerFold * 2));
}

function sizeOf(header: readonly string[]): { folds: number; pairsPerFold: number } {
  const numbers = header.map(Number);
  const isUsable = numbers.length <= 2 && numbers.every((number) => Number.isInteger(number) && number > 0);
  if (!isUsable || numbers.length === 0) {
    throw new EvalError('The first line of the pairs file must be the number of folds and of pairs per fold, as in "10 300".');
  }
  const [first, second] = numbers as [number, number?];
  return second === undefined ? { folds: 1, pairsPerFold: first } : { folds: first, pairsPerFold: second };
}

type IndexOf = (person: string, number: string) => number;

function indexBy(photos: readonly Photo[]): IndexOf {
  const indices = new Map(photos.map(({ person, number }, index) => [`${person}\0${number}`, index]));
  return (person, number) => {
    const index = indices.get(`${person}\0${Number(number)}`);
    if (index !== undefined) return index;
    const file = `${person}/${person}_${number.padStart(4, '0')}.jpg`;
    throw new EvalError(`The pairs file names ${file}, which is not in the folder: give the folder that the file belongs to.`);
  };
}

function pairOf(row: readonly string[], line: number, indexOf: IndexOf): PhotoPair {
  const [person, first, third, fourth] = row;
  if (person !== undefined && first !== undefined && third !== undefined && row.length <= 4) {
    return fourth === undefined
      ? { a: indexOf(person, first), b: indexOf(person, third), isGenuine: true }
      : { a: indexOf(person, first), b: indexOf(third, fourth), isGenuine: false };
  }
  throw new EvalError(`Line ${line} of the pairs file is neither "Name 1 2" nor "Name 1 Other 2": correct it.`);
}
