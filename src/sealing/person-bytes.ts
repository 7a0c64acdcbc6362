/**
 * A person as bytes, to be sealed: the length of the JSON (32 bits), the JSON, and then the numbers of all templates in
 * the order in which it lists them, as 32-bit floats. Everything is little-endian. `docs/format.md` says the same.
 */
import type { Person, Sample } from '../decision/gallery';
import { fieldsOf, parsePersonFields, parseTemplateFields, type TemplateRole } from '../decision/person-fields';

const LENGTH_BYTES = 4;
const FLOAT_BYTES = 4;

/** JSON, and the numbers that belong to it. */
export interface Entry {
  readonly json: unknown;
  readonly numbers: Float32Array;
}

/** An entry as bytes. */
export function encodeEntry(json: unknown, vectors: readonly Float32Array[] = []): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(json));
  const count = vectors.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(LENGTH_BYTES + text.length + count * FLOAT_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, text.length, true);
  bytes.set(text, LENGTH_BYTES);
  let at = LENGTH_BYTES + text.length;
  for (const vector of vectors) {
    // Every machine that Chromium runs on keeps floats in this order.
    bytes.set(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength), at);
    at += vector.byteLength;
  }
  return bytes;
}

/** @throws TypeError when the lengths do not fit; SyntaxError when the JSON is none. */
export function decodeEntry(bytes: Uint8Array): Entry {
  if (bytes.length < LENGTH_BYTES) throw new TypeError('is too short');
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  const end = LENGTH_BYTES + length;
  if (end > bytes.length || (bytes.length - end) % FLOAT_BYTES !== 0) throw new TypeError('has lengths that do not fit');
  const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(LENGTH_BYTES, end)));
  // A copy, since floats must begin at a multiple of four.
  return { json, numbers: new Float32Array(bytes.slice(end).buffer) };
}

/** A person with all their samples and denials. */
export function encodePerson({ samples, denials, ...person }: Person): Uint8Array<ArrayBuffer> {
  const described = (role: TemplateRole) => ({ embedding, ...rest }: Sample) => ({ ...rest, role, dimensions: embedding.length });
  const templates = [...samples.map(described('sample')), ...denials.map(described('denial'))];
  return encodeEntry({ kind: 'person', ...person, templates }, [...samples, ...denials].map(({ embedding }) => embedding));
}

/** @throws TypeError, of which the message completes "The record …", when it is not a whole person. */
export function decodePerson(bytes: Uint8Array): Person {
  return personOf(decodeEntry(bytes));
}

/** As `decodePerson`, of an entry that is decoded already. */
export function personOf({ json, numbers }: Entry): Person {
  const person = parsePersonFields(json);
  const { templates } = fieldsOf(json);
  if (!Array.isArray(templates)) throw new TypeError('has no templates');
  const samples: Sample[] = [];
  const denials: Sample[] = [];
  let at = 0;
  for (const template of templates as unknown[]) {
    const { dimensions, ...rest } = fieldsOf(template);
    const isCount = Number.isInteger(dimensions) && Number(dimensions) > 0;
    if (!isCount) throw new TypeError('has a template without numbers');
    const embedding = numbers.slice(at, at + Number(dimensions));
    at += Number(dimensions);
    const { role, sample } = parseTemplateFields({ ...rest, embedding });
    (role === 'sample' ? samples : denials).push(sample);
  }
  if (at !== numbers.length) throw new TypeError('has numbers that belong to no template');
  if (samples.length === 0) throw new TypeError('has no sample');
  return { ...person, samples, denials };
}
