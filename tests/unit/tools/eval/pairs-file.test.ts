/** Lists of pairs as Labeled Faces in the Wild has them. */
import { describe, expect, it } from 'vitest';
import { pairsOf } from '../../../../src/tools/eval/pairs-file';
import type { Photo } from '../../../../src/tools/eval/photos';

const PHOTOS: Photo[] = [
  { file: 'Ada/Ada_0001.jpg', person: 'Ada', number: 1 },
  { file: 'Ada/Ada_0002.jpg', person: 'Ada', number: 2 },
  { file: 'Ben/Ben_0001.jpg', person: 'Ben', number: 1 },
  { file: 'Ben/Ben_0012.jpg', person: 'Ben', number: 12 },
];

const GENUINE = [
  { a: 0, b: 1, isGenuine: true },
  { a: 2, b: 3, isGenuine: true },
];
const IMPOSTOR = [
  { a: 0, b: 2, isGenuine: false },
  { a: 1, b: 3, isGenuine: false },
];

describe('pairsOf', () => {
  it('reads several folds', () => {
    const text = '2\t1\nAda\t1\t2\nAda\t1\tBen\t1\nBen\t1\t12\nAda\t2\tBen\t12\n';
    expect(pairsOf(text, PHOTOS)).toEqual([
      [GENUINE[0], IMPOSTOR[0]],
      [GENUINE[1], IMPOSTOR[1]],
    ]);
  });

  it('reads a single fold, with spaces, Windows line ends and empty lines at the end', () => {
    const text = '2\r\nAda 1 2\r\nBen 1 12\r\nAda 1 Ben 1\r\nAda 2 Ben 12\r\n\r\n';
    expect(pairsOf(text, PHOTOS)).toEqual([[...GENUINE, ...IMPOSTOR]]);
  });

  it('names an image that is not there', () => {
    expect(() => pairsOf('1\nAda 1 2\nAda 1 Cleo 3\n', PHOTOS)).toThrow('The pairs file names Cleo/Cleo_0003.jpg, which is not in the folder');
  });

  it.each(['', 'Ada 1 2', '1 2 3', '0', '1.5', '-1 3'])('refuses "%s" for a first line', (header) => {
    expect(() => pairsOf(`${header}\nAda 1 2\nAda 1 Ben 1\n`, PHOTOS)).toThrow('The first line of the pairs file must be');
  });

  it('refuses a file that was cut off', () => {
    expect(() => pairsOf('2 1\nAda 1 2\nAda 1 Ben 1\nBen 1 12\n', PHOTOS)).toThrow('promises 4 pairs in its first line and has 3');
  });

  it.each(['Ada 1', 'Ada 1 2 3 4', ''])('names a line that is no pair: "%s"', (line) => {
    expect(() => pairsOf(`1\n${line}\nAda 1 Ben 1\n`, PHOTOS)).toThrow(/^Line 2 of the pairs file is neither/);
  });
});
