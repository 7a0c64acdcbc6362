/** Which people come out of a predecessor's database, and which entries are refused alone. */
import { describe, expect, it } from 'vitest';
import { lengthOf } from '../../../src/core/embedding';
import { readFacesDb, writeFacesDb } from '../../../src/migration/faces-db';
import { arrayOf, bytesOf, dictOf, largestError, littleEndian, NAMES, pythonPickles, refusalOf, textOf, vectorOf } from './pickles';

const data = (seed: number): Uint8Array => littleEndian(vectorOf(seed));
const good = arrayOf(data(0));

/** The reasons why the entry is refused next to one that is taken. */
function reasonFor(name: string, array: Uint8Array): string | undefined {
  const { people, refused } = readFacesDb(dictOf(['Kept', good], [name, array]));
  expect(people.map((person) => person.name)).toEqual(['Kept']);
  expect(refused.map(({ index }) => index)).toEqual([1]);
  return refused[0]?.reason;
}

describe('readFacesDb', () => {
  it.each(pythonPickles())('reads $what, protocol $protocol, numpy $numpy', ({ bytes }) => {
    const db = readFacesDb(bytes);
    expect(db.people.map(({ name }) => name)).toEqual(NAMES);
    expect(db.refused).toEqual([]);
    expect(largestError(db)).toBeLessThan(1e-6);
  });

  it('reads an empty database', () => {
    for (const empty of ['(dp0\n.', '}q\x00.', '\x80\x04}\x94.']) expect(readFacesDb(bytesOf(empty))).toEqual({ people: [], refused: [] });
  });

  it('reads a file that is part of a larger buffer', () => {
    const whole = bytesOf('before', dictOf(['Ada', good]), 'after');
    expect(readFacesDb(whole.subarray(6, whole.length - 5)).people).toHaveLength(1);
  });

  it('reads one array under two names', () => {
    const { people } = readFacesDb(bytesOf('\x80\x03}', textOf('Ada'), good, 'q\x07s', textOf('Ben'), 'h\x07s.'));
    expect(people.map(({ name }) => name)).toEqual(['Ada', 'Ben']);
    expect(people[1]!.embedding).toEqual(people[0]!.embedding);
  });

  it('brings vectors that are almost of unit length to it', () => {
    const longer = littleEndian(vectorOf(0).map((value) => value * 1.000012));
    expect(lengthOf(readFacesDb(dictOf(['Ada', arrayOf(longer)])).people[0]!.embedding)).toBeCloseTo(1, 6);
  });

  it('reads vectors that were written down with five decimals', () => {
    const rounded = littleEndian(vectorOf(0).map((value) => Number(value.toFixed(5))));
    expect(readFacesDb(dictOf(['Ada', arrayOf(rounded)])).people).toHaveLength(1);
  });

  it('trims names and composes their accents', () => {
    expect(readFacesDb(dictOf([' Jose\u0301 ', good])).people[0]!.name).toBe('Jos\u00e9');
  });

  it.each([
    ['a name that is too long', 'a'.repeat(65), 'has a name of more than 64 characters'],
    ['a name that is far too long', 'a'.repeat(60_000), 'has a name of more than 64 characters'],
    ['no name', ' ', 'has an empty name'],
    ['a control in its name', 'A\u0007', 'has a name with characters that cannot be shown'],
  ])('refuses an entry with %s, and repeats no name', (_, name, reason) => {
    expect(readFacesDb(dictOf([name, good], ['Kept', good]))).toMatchObject({ people: [{ name: 'Kept' }], refused: [{ index: 0, name: null, reason }] });
  });

  it('refuses a name with half a surrogate pair alone', () => {
    const half = bytesOf('X\x05\x00\x00\x00Al\xed\xb3\xa9');
    const { people, refused } = readFacesDb(bytesOf('\x80\x03}', half, good, 's', textOf('Kept'), good, 's.'));
    expect(people).toHaveLength(1);
    expect(refused[0]!.reason).toMatch(/cannot be shown/);
  });

  it('refuses the later of two names that are the same to Lintel', () => {
    expect(reasonFor('KEPT', good)).toBe('has the name of an earlier entry');
  });

  it.each([
    ['512 numbers', littleEndian(vectorOf(0, 512)), [512], /^has 512 numbers instead of 128$/],
    ['no numbers', new Uint8Array(0), [0], /^has 0 numbers/],
    ['a column', data(1), [128, 1], /\(128, 1\)/],
    ['a cube', data(1), [1, 1, 128], /\(1, 1, 128\)/],
    ['a single number', new Uint8Array(4), [], /one row/],
    ['zeros', new Uint8Array(512), [128], /unit length/],
    ['a vector that is too long', littleEndian(vectorOf(1).map((value) => value * 1.00004)), [128], /unit length/],
    ['a vector that is too short', littleEndian(vectorOf(1).map((value) => value * 0.99996)), [128], /unit length/],
    ['NaN', littleEndian(vectorOf(1).fill(Number.NaN, 5, 6)), [128], /not finite/],
    ['infinity', littleEndian(vectorOf(1).fill(-Infinity, 5, 6)), [128], /not finite/],
  ])('refuses an entry with %s alone', (_, bytes, shape, reason) => {
    expect(reasonFor('Ada', arrayOf(bytes, shape))).toMatch(reason);
  });

  it('refuses 64-bit numbers that 32 bits cannot hold', () => {
    const wide = Buffer.alloc(1024);
    wide.writeDoubleLE(1e300, 0);
    expect(reasonFor('Ada', arrayOf(wide, [128], 'f8'))).toMatch(/not finite/);
  });

  it('refuses a file whose bytes are text that no byte can write', () => {
    const text = '\u0100'.repeat(512);
    const call = bytesOf('c_codecs\nencode\n', textOf(text), textOf('latin1'), '\x86R');
    const file = Buffer.from(dictOf(['Ada', arrayOf(data(0))]));
    const start = file.indexOf('B\x00\x02\x00\x00', 0, 'latin1');
    const changed = bytesOf(file.subarray(0, start), call, file.subarray(start + 5 + 512));
    expect(refusalOf(readFacesDb, changed)).toMatch(/text where the bytes of an array should be/);
  });

  it('refuses more name than 10 000 people need', () => {
    const entries = Array.from({ length: 20 }, (_, i) => [String(i).padEnd(60_000), good] as const);
    expect(refusalOf(readFacesDb, dictOf(...entries))).toMatch(/too much text/);
  });
});

describe('writeFacesDb', () => {
  const people = NAMES.map((name, i) => ({ name, vector: vectorOf(i) }));

  it('writes what is read back', () => {
    const db = readFacesDb(writeFacesDb(people));
    expect(db.people.map(({ name }) => name)).toEqual(NAMES);
    expect(largestError(db)).toBeLessThan(1e-7);
  });

  it('writes nobody', () => {
    expect(readFacesDb(writeFacesDb([]))).toEqual({ people: [], refused: [] });
  });

  it('writes vectors of the other network at their own length', () => {
    const { refused } = readFacesDb(writeFacesDb([{ name: 'Ada', vector: vectorOf(0, 512) }]));
    expect(refused[0]!.reason).toBe('has 512 numbers instead of 128');
  });

  it('writes 10 000 people, who are all read back', () => {
    const vector = vectorOf(0);
    const crowd = Array.from({ length: 10_000 }, (_, i) => ({ name: `Person ${i}`, vector }));
    expect(readFacesDb(writeFacesDb(crowd)).people).toHaveLength(10_000);
    expect(refusalOf(readFacesDb, writeFacesDb([...crowd, { name: 'One more', vector }]))).toMatch(/more than 10000 people/);
  });

  it('refuses two people of one name, and numbers that are not finite', () => {
    expect(() => writeFacesDb([people[0]!, people[0]!])).toThrow(/one name/);
    expect(() => writeFacesDb([{ name: 'Ada', vector: Float32Array.of(Number.NaN) }])).toThrow(/not finite/);
  });
});
