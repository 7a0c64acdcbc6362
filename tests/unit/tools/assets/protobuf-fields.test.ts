/** Protobuf messages, taken apart and put together again. */
import { describe, expect, it } from 'vitest';
import { contentsOf, field, fieldsOf, messageOf, textOf } from '../../../../src/tools/assets/protobuf-fields';
import { noise } from '../../../support/made-up-assets';

/** One field of every kind, a long varint, an empty text, and a field number of two bytes. */
const EVERY_KIND = Uint8Array.of(
  ...[0x08, 0xac, 0x02], // 1: varint 300
  ...[0x11, 1, 2, 3, 4, 5, 6, 7, 8], // 2: 64 bits
  ...[0x1a, 2, 0x68, 0x69], // 3: "hi"
  ...[0x25, 9, 8, 7, 6], // 4: 32 bits
  ...[0x18, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01], // 3: a varint of ten bytes
  ...[0x1a, 0], // 3: ""
  ...[0xa2, 0x06, 1, 0x21], // 100: "!"
);

describe('fieldsOf and messageOf', () => {
  it('give the message back byte for byte', () => {
    const fields = fieldsOf(EVERY_KIND);
    expect(fields.map(({ number }) => number)).toEqual([1, 2, 3, 4, 3, 3, 100]);
    expect(fields.map(({ content }) => content?.length ?? null)).toEqual([null, null, 2, null, null, 0, 1]);
    expect(messageOf(fields)).toEqual(EVERY_KIND);
  });

  it('read a message that lies inside a larger buffer', () => {
    const within = Buffer.concat([Buffer.of(1, 2, 3), EVERY_KIND, Buffer.of(4)]).subarray(3, -1);
    expect(messageOf(fieldsOf(within))).toEqual(EVERY_KIND);
    expect(textOf(fieldsOf(within), 3)).toBe('hi');
  });

  it('know the empty message', () => {
    expect(fieldsOf(new Uint8Array())).toEqual([]);
    expect(messageOf([])).toEqual(new Uint8Array());
  });

  it.each([
    ['a length beyond the end', [0x1a, 5, 1]],
    ['a tag without a value', [0x08]],
    ['half a number', [0x25, 1, 2]],
    ['a kind that does not exist', [0x0f, 1]],
  ])('refuse %s', (_, bytes) => {
    expect(() => fieldsOf(Uint8Array.from(bytes))).toThrow();
  });
});

describe('field', () => {
  it('encodes text and bytes as protobuf does', () => {
    expect([...field(3, 'hi').encoded]).toEqual([0x1a, 2, 0x68, 0x69]);
    expect([...field(100, Uint8Array.of(0x21)).encoded]).toEqual([0xa2, 0x06, 1, 0x21]);
  });

  it('comes back the same, however long and in whatever language', () => {
    const long = noise(70_000);
    const parts = fieldsOf(messageOf([field(1, long), field(2, 'Größe · 顔')]));
    expect(Buffer.compare(contentsOf(parts, 1)[0]!, long)).toBe(0);
    expect(textOf(parts, 2)).toBe('Größe · 顔');
  });
});

describe('contentsOf and textOf', () => {
  it('find the fields of one number, in their order, and no numbers', () => {
    const fields = fieldsOf(EVERY_KIND);
    expect(contentsOf(fields, 3).map((content) => content.length)).toEqual([2, 0]);
    expect(contentsOf(fields, 1)).toEqual([]);
    expect(textOf(fields, 7)).toBe('');
  });
});
