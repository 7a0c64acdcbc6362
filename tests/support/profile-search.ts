/** Searches everything that Chromium wrote to a profile for what must not be there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A name in the ways in which a program may have written it. */
export function tracesOfText(text: string): Map<string, Buffer> {
  const forms = [text, text.toLowerCase()];
  return new Map(forms.flatMap((form) => [[`${form}, UTF-8`, Buffer.from(form)], [`${form}, UTF-16`, Buffer.from(form, 'utf16le')], [`${form}, base64`, inBase64(Buffer.from(form))]]));
}

/** Six numbers of an embedding: as 32-bit floats, as 16-bit floats, and in base64 wherever in a group of three they begin. */
export function tracesOfEmbedding(embedding: Float32Array): Map<string, Buffer> {
  const part = embedding.slice(10, 16);
  const bytes = Buffer.from(part.buffer);
  const half = Buffer.from(Uint16Array.from(part, toFloat16).buffer);
  return new Map([
    ['32-bit floats', bytes],
    ['16-bit floats', half],
    ...[0, 1, 2].map((shift): [string, Buffer] => [`base64, ${shift}`, inBase64(bytes.subarray(shift))]),
  ]);
}

/** What was found, with the file it is in. */
export function findInProfile(profile: string, traces: ReadonlyMap<string, Buffer>): string[] {
  const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap((file) => {
    const path = join(file.parentPath, file.name);
    const bytes = readFileSync(path);
    return [...traces].filter(([, trace]) => bytes.includes(trace)).map(([what]) => `${what} in ${path.slice(profile.length)}`);
  });
}

/** Without what depends on the bytes before and after. */
function inBase64(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64'));
}

/** The nearest 16-bit float of a number between −1 and 1, to within its last digit; numbers near 0 become 0. */
function toFloat16(value: number): number {
  const sign = value < 0 ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size < 2 ** -14) return sign;
  const exponent = Math.floor(Math.log2(size));
  const fraction = Math.round((size / 2 ** exponent - 1) * 1024);
  return sign | (((exponent + 15) << 10) + fraction);
}
