/** The text of pickles, both ways. */
import { describe, expect, it } from 'vitest';
import { PickleError } from '../../../src/migration/pickle-error';
import { decodeEscapes, decodeUtf8, encodeUtf8 } from '../../../src/migration/pickle-text';

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('UTF-8', () => {
  it.each(['', 'Ada', 'José', '王小明', '👩‍👩‍👧', '\u0000\u007f\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}', '😀é'.repeat(10_000)])('writes and reads %.20s', (text) => {
    expect(encodeUtf8(text)).toEqual([...Buffer.from(text, 'utf8')]);
    expect(decodeUtf8(Uint8Array.from(encodeUtf8(text)))).toBe(text);
  });

  it('writes and reads half a surrogate pair, as Python does', () => {
    expect(encodeUtf8('\udce9')).toEqual([0xed, 0xb3, 0xa9]);
    expect(decodeUtf8(Uint8Array.of(0xed, 0xb3, 0xa9))).toBe('\udce9');
  });

  it.each([
    ['a continuation without a start', '\x80'],
    ['a start without a continuation', '\xc3('],
    ['a start at the end', 'a\xc3'],
    ['a sequence cut short', '\xe7\x8e'],
    ['two bytes for one', '\xc1\x81'],
    ['three bytes for two', '\xe0\x81\x81'],
    ['four bytes for three', '\xf0\x80\x81\x81'],
    ['a code point too high', '\xf4\x90\x80\x80'],
    ['a byte that starts nothing', '\xff'],
  ])('refuses %s', (_, text) => {
    expect(() => decodeUtf8(latin1(text))).toThrow(PickleError);
  });
});

describe('the escapes of protocol 0', () => {
  it('are read, and other bytes are characters', () => {
    expect(decodeEscapes(latin1('Jos\xe9 \\u738b \\U0001f600 \\u005cu0041'))).toBe('José 王 😀 \\u0041');
  });

  it.each(['\\', '\\n', '\\u12', '\\u12g4', '\\U0001f60', '\\U00110000'])('are refused when broken (%s)', (text) => {
    expect(() => decodeEscapes(latin1(text))).toThrow(PickleError);
  });
});
