/** The predecessor's database, `faces_db.pkl`: a pickled dictionary of names and embeddings of 128 numbers. */
import { type Embedding, lengthOf, normalise } from '../core/embedding';
import { nameKey, type NameProblem, type ParsedName, parseName } from '../decision/person-name';
import { unreadable } from './pickle-error';
import { readPickle } from './pickle-reader';
import { type NamedVector, writePickle } from './pickle-writer';
import type { ArrayContent } from './pickle-values';

/** Numbers in an embedding of the predecessor's network. */
const DIMENSIONS = 128;

/**
 * How far from 1 the length of an embedding may be. Dividing by the length in 32 bits leaves it within 1.3e-7, writing it
 * down with five decimals within 1.2e-5 (the worst of 40 000 made-up vectors); what is further off was changed since.
 */
const MAX_LENGTH_ERROR = 2e-5;

/** Longest name that is parsed, in UTF-16 code units: eight for each of the 64 characters a name may have. */
const MAX_NAME_UNITS = 512;

/** All names of a file together, in UTF-16 code units, because counting characters is slow. */
const MAX_ALL_NAME_UNITS = 2 ** 20;

const NAME_REASONS: Readonly<Record<NameProblem, string>> = {
  empty: 'has an empty name',
  'too-long': 'has a name of more than 64 characters',
  unprintable: 'has a name with characters that cannot be shown',
};

/** Somebody who can be taken over. */
export interface FacesDbPerson {
  /** As `parseName` leaves it; no two people of a file share a `nameKey`. */
  readonly name: string;
  /** 128 numbers, at unit length. */
  readonly embedding: Embedding;
}

/** An entry that cannot be taken over, while the others can. */
export interface RefusedEntry {
  /** Its place in the file; the first is 0. */
  readonly index: number;
  /** Null when the name is what is wrong. */
  readonly name: string | null;
  /** Completes "This entry …". */
  readonly reason: string;
}

export interface FacesDb {
  readonly people: readonly FacesDbPerson[];
  readonly refused: readonly RefusedEntry[];
}

/**
 * Reads a `faces_db.pkl`, in the order of the file. Nothing in it is run; see `pickle-reader.ts`. A pickle carries no
 * checksum: a name, sign or small digit that changed on the way cannot be seen. Of 10 000 files with one to four changes,
 * 3.6 % were read with other numbers than were written, and in 0.06 % their cosine with the written ones was below 0.9999.
 * @throws PickleError when the file is not a pickled dictionary of names and arrays of floats.
 */
export function readFacesDb(bytes: Uint8Array): FacesDb {
  const people: FacesDbPerson[] = [];
  const refused: RefusedEntry[] = [];
  const keys = new Set<string>();
  const entries = readPickle(bytes);
  if (entries.reduce((units, { name }) => units + name.length, 0) > MAX_ALL_NAME_UNITS) throw unreadable('holds too much text');
  for (const [index, { name: written, array }] of entries.entries()) {
    const parsed: ParsedName = written.length > MAX_NAME_UNITS ? { kind: 'problem', problem: 'too-long' } : parseName(written);
    if (parsed.kind === 'problem') {
      refused.push({ index, name: null, reason: NAME_REASONS[parsed.problem] });
      continue;
    }
    const { name } = parsed;
    const embedding = keys.has(nameKey(name)) ? 'has the name of an earlier entry' : embeddingOf(array);
    if (typeof embedding === 'string') {
      refused.push({ index, name, reason: embedding });
    } else {
      keys.add(nameKey(name));
      people.push({ name, embedding });
    }
  }
  return { people, refused };
}

/**
 * Writes people as the predecessor does: a pickle of protocol 3 that Python loads with numpy 1.x and 2.x, each vector as
 * a float32 array of one dimension. Vectors are written as they are.
 * @throws RangeError when two people have one name, which a dictionary cannot hold, or a number is not finite.
 */
export function writeFacesDb(people: readonly NamedVector[]): Uint8Array {
  if (new Set(people.map(({ name }) => name)).size < people.length) throw new RangeError('Two people have one name.');
  if (!people.every(({ vector }) => vector.every(Number.isFinite))) throw new RangeError('A vector has a number that is not finite.');
  return writePickle(people);
}

/** The array as an embedding, or what is wrong with it. */
function embeddingOf(array: ArrayContent): Embedding | string {
  const { shape } = array;
  const isVector = shape.length === 1 || (shape.length === 2 && shape[0] === 1);
  if (!isVector) return `has numbers in the shape (${shape.join(', ')}) instead of one row`;
  if (shape.at(-1) !== DIMENSIONS) return `has ${shape.at(-1)!} numbers instead of ${DIMENSIONS}`;
  const vector = numbersOf(array);
  if (!vector.every(Number.isFinite)) return 'has numbers that are not finite';
  const isUnitLength = Math.abs(lengthOf(vector) - 1) <= MAX_LENGTH_ERROR;
  return isUnitLength ? normalise(vector) : 'has an embedding that is not of unit length';
}

/** The 128 numbers of an array, in 32 bits. */
function numbersOf({ dtype, data: { content } }: ArrayContent): Float32Array {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittleEndian = dtype.littleEndian === true;
  return Float32Array.from({ length: DIMENSIONS }, (_, i) =>
    dtype.bytesPerNumber === 4 ? view.getFloat32(i * 4, isLittleEndian) : view.getFloat64(i * 8, isLittleEndian),
  );
}

/** One byte per character. @throws PickleError for a character that is more than a byte, as Python does. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const byte = character.charCodeAt(0);
    if (byte > 0xff) throw unreadable('has text where the bytes of an array should be');
    return byte;
  });
}
