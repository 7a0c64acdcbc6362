/** Takes a protobuf message apart into its fields and puts it together again, byte for byte, without its schema. */
import protobuf from 'protobufjs/minimal.js';

const LENGTH_DELIMITED = 2;

/** One field as it stands in the message. */
export interface Field {
  readonly number: number;
  /** Tag and value as encoded. */
  readonly encoded: Uint8Array;
  /** The value of a length-delimited field (text, bytes, a message); null for numbers. */
  readonly content: Uint8Array | null;
}

/** @throws RangeError or Error when the bytes are no protobuf message. */
export function fieldsOf(message: Uint8Array): Field[] {
  // A plain view: the reader would hand out slices of a Buffer that share its memory under other rules.
  const bytes = new Uint8Array(message.buffer, message.byteOffset, message.byteLength);
  const reader = protobuf.Reader.create(bytes);
  const fields: Field[] = [];
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const tag = reader.uint32();
    const wireType = tag & 7;
    let content: Uint8Array | null = null;
    if (wireType === LENGTH_DELIMITED) content = reader.bytes();
    else reader.skipType(wireType);
    fields.push({ number: tag >>> 3, encoded: bytes.subarray(start, reader.pos), content });
  }
  return fields;
}

/** The message made of these fields, in this order. */
export function messageOf(fields: readonly Field[]): Uint8Array {
  return new Uint8Array(Buffer.concat(fields.map(({ encoded }) => encoded)));
}

/** A length-delimited field. */
export function field(number: number, content: Uint8Array | string): Field {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const encoded = protobuf.Writer.create().uint32((number << 3) | LENGTH_DELIMITED).bytes(bytes).finish();
  return { number, encoded: new Uint8Array(encoded), content: bytes };
}

/** The contents of all fields with this number. */
export function contentsOf(fields: readonly Field[], number: number): Uint8Array[] {
  return fields.flatMap(({ number: own, content }) => (own === number && content !== null ? [content] : []));
}

/** The first field with this number as text; empty when there is none. */
export function textOf(fields: readonly Field[], number: number): string {
  const [first] = contentsOf(fields, number);
  return first === undefined ? '' : new TextDecoder().decode(first);
}
