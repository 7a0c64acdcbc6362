/** Pickles of made-up vectors that Python wrote (see make-pickles.py), and the means to write others by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FacesDb } from '../../../src/migration/faces-db';
import { PickleError } from '../../../src/migration/pickle-error';

/** The people of every pickle in `pickles.json`, in their order; person i has `vectorOf(i)`. */
export const NAMES = ['Ada', 'José', '王小明 😀 \\u0041'];

export interface PythonPickle {
  readonly what: string;
  readonly numpy: string;
  readonly protocol: number;
  readonly bytes: Uint8Array;
}

type Line = Omit<PythonPickle, 'bytes'> & { readonly base64: string };

/** What Python wrote. */
export function pythonPickles(): PythonPickle[] {
  const lines = JSON.parse(readFileSync(join(import.meta.dirname, 'pickles.json'), 'utf8')) as Line[];
  return lines.map(({ base64, ...line }) => ({ ...line, bytes: Uint8Array.from(Buffer.from(base64, 'base64')) }));
}

/** A made-up vector of unit length; make-pickles.py makes the same. */
export function vectorOf(seed: number, dimensions = 128): Float32Array {
  const raw = Array.from({ length: dimensions }, (_, i) => Math.sin(seed + i * i));
  const length = Math.hypot(...raw);
  return Float32Array.from(raw, (value) => value / length);
}

/** A pickle from its parts: text is one byte per character, numbers are bytes. */
export function bytesOf(...parts: readonly (string | number | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'number' ? [part] : typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])),
  );
}

/** An array as protocol 3 writes it, with the bytes given. */
export function arrayOf(data: Uint8Array, shape: readonly number[] = [data.length / 4], type = 'f4', order = '<'): Uint8Array {
  return bytesOf(
    'cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85C\x01b\x87R(K\x01(',
    ...shape.flatMap((side) => ['J', ...fourBytes(side)]),
    ...['tcnumpy\ndtype\n', textOf(type), '\x89\x88\x87R(K\x03', textOf(order), 'NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89'],
    ...['B', ...fourBytes(data.length), data, 'tb'],
  );
}

/** A string as protocols 1 to 5 write it. */
export function textOf(text: string): Uint8Array {
  const utf8 = Buffer.from(text, 'utf8');
  return bytesOf('X', ...fourBytes(utf8.length), utf8);
}

/** A whole pickle of protocol 3 with these entries. */
export function dictOf(...entries: readonly (readonly [name: string, array: Uint8Array])[]): Uint8Array {
  return bytesOf('\x80\x03}', ...entries.flatMap(([name, array]) => [textOf(name), array, 's']), '.');
}

/** The bytes of a vector, lowest first. */
export function littleEndian(vector: Float32Array): Uint8Array {
  const bytes = Buffer.alloc(vector.length * 4);
  vector.forEach((value, i) => bytes.writeFloatLE(value, i * 4));
  return bytes;
}

/** What a reader says of a file that it refuses. @throws when it reads it, or fails in another way. */
export function refusalOf(read: (bytes: Uint8Array) => unknown, bytes: Uint8Array): string {
  try {
    read(bytes);
  } catch (error) {
    if (error instanceof PickleError) return error.message;
    throw error;
  }
  throw new Error('The file was read.');
}

/** How far the people of a file are from those of `pickles.json`, as the largest difference of a number. */
export function largestError(db: FacesDb): number {
  return Math.max(
    ...db.people.flatMap(({ embedding }, person) => {
      const expected = vectorOf(person);
      return [...embedding].map((value, i) => Math.abs(value - expected[i]!));
    }),
  );
}

function fourBytes(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, (value >> 24) & 0xff];
}
