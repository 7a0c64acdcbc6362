/** The two ways in which pickles write text: UTF-8, and the escapes of protocol 0. */
import { unreadable } from './pickle-error';

/** For sequences of 2, 3 and 4 bytes: the bits that mark the first byte, and the first code point that needs so many. */
const UTF8_SEQUENCES = [
  { mask: 0xe0, mark: 0xc0, from: 0x80 },
  { mask: 0xf0, mark: 0xe0, from: 0x800 },
  { mask: 0xf8, mark: 0xf0, from: 0x10000 },
] as const;

const LAST_CODE_POINT = 0x10ffff;

/** Code units that become text at once; a call takes no more than some ten thousand arguments. */
const UNITS_AT_ONCE = 8192;

/**
 * Reads UTF-8 as Python's pickle writes it: half a surrogate pair is let through, as it can stand in a Python string.
 * @throws PickleError for anything else that is not UTF-8.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i]!;
    if (first < 0x80) {
      units[length++] = first;
      i += 1;
      continue;
    }
    const extra = UTF8_SEQUENCES.findIndex(({ mask, mark }) => (first & mask) === mark) + 1;
    const sequence = UTF8_SEQUENCES[extra - 1];
    if (sequence === undefined || i + extra >= bytes.length) throw notUtf8();
    let codePoint = first & ~sequence.mask;
    for (const next of bytes.subarray(i + 1, i + 1 + extra)) {
      if ((next & 0xc0) !== 0x80) throw notUtf8();
      codePoint = (codePoint << 6) | (next & 0x3f);
    }
    if (codePoint < sequence.from || codePoint > LAST_CODE_POINT) throw notUtf8();
    if (codePoint >= 0x10000) units[length++] = 0xd7c0 + (codePoint >> 10);
    units[length++] = codePoint < 0x10000 ? codePoint : 0xdc00 | (codePoint & 0x3ff);
    i += 1 + extra;
  }
  return textOf(units.subarray(0, length));
}

/** Writes UTF-8 as Python's pickle reads it. */
export function encodeUtf8(text: string): number[] {
  return Array.from(text).flatMap((character) => {
    const codePoint = character.codePointAt(0)!;
    if (codePoint < 0x80) return [codePoint];
    const extra = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
    const bytes = [UTF8_SEQUENCES[extra - 1]!.mark | (codePoint >> (6 * extra))];
    for (let i = extra - 1; i >= 0; i -= 1) bytes.push(0x80 | ((codePoint >> (6 * i)) & 0x3f));
    return bytes;
  });
}

/** One character per byte. */
export function decodeLatin1(bytes: Uint8Array): string {
  return textOf(bytes);
}

/**
 * Reads a line of protocol 0: one character per byte, and `\uXXXX` or `\UXXXXXXXX` for those that no byte can write.
 * @throws PickleError for another use of the backslash, which Python writes as an escape itself.
 */
export function decodeEscapes(line: Uint8Array): string {
  return decodeLatin1(line).replace(/\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8}))?/g, (_, short?: string, long?: string) => {
    const codePoint = Number.parseInt(short ?? long ?? '', 16);
    if (!(codePoint <= LAST_CODE_POINT)) throw unreadable('has text with a broken escape');
    return String.fromCodePoint(codePoint);
  });
}

function textOf(units: Uint8Array | Uint16Array): string {
  let text = '';
  for (let i = 0; i < units.length; i += UNITS_AT_ONCE) text += String.fromCharCode(...units.subarray(i, i + UNITS_AT_ONCE));
  return text;
}

function notUtf8(): Error {
  return unreadable('has text that is not UTF-8');
}
