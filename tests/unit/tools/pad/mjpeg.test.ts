/** A film of JPEGs is taken apart. */
import { describe, expect, it } from 'vitest';
import { picturesOfMjpeg } from '../../../../src/tools/pad/mjpeg';

/** What passes for a JPEG here, with a smaller one inside as cameras put there. */
function jpeg(mark: number): Uint8Array {
  return Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0xff, 0xd8, 0xff, mark, 0xff, 0xd9, 7, mark, 0xff, 0xd9);
}

const film = (count: number): Uint8Array => Buffer.concat(Array.from({ length: count }, (_, mark) => jpeg(mark)));
const marksOf = (pictures: readonly Uint8Array[]): number[] => pictures.map((picture) => picture[7]!);

describe('picturesOfMjpeg', () => {
  it('takes whole pictures, a fifth of a second apart at 30 a second', () => {
    const pictures = picturesOfMjpeg(film(14), 0.2, 50);
    expect(marksOf(pictures)).toEqual([0, 6, 12]);
    expect(pictures.map((picture) => [...picture])).toEqual([0, 6, 12].map((mark) => [...jpeg(mark)]));
  });

  it('takes no more than wanted, and of a short film the first', () => {
    expect(marksOf(picturesOfMjpeg(film(30), 0.2, 2))).toEqual([0, 6]);
    expect(marksOf(picturesOfMjpeg(film(1), 0.2, 50))).toEqual([0]);
    expect(marksOf(picturesOfMjpeg(film(4), 0.001, 50))).toEqual([0, 1, 2, 3]);
  });

  it('finds none in another file', () => {
    expect(picturesOfMjpeg(new TextEncoder().encode('not a film'), 0.2, 50)).toEqual([]);
    expect(picturesOfMjpeg(new Uint8Array(0), 0.2, 50)).toEqual([]);
  });
});
