/**
 * [Note: backup format] The outside of a backup: a header of 32 bytes, then frames sealed with AES-256-GCM. `docs/format.md`
 * describes the file for other programs. The key is the passphrase's, and the salt makes it another one for every file,
 * so the number of a frame can be its nonce. A frame opens in its own place alone, the last one as the last alone, and
 * all of them under this header alone: whatever is changed, left out, moved or added shows.
 */
import { type PassphraseCost, SALT_BYTES } from '../sealing/argon2';
import { deriveKeyBytes } from '../sealing/derive-key';
import { BackupError } from './backup-error';

const MAGIC = new TextEncoder().encode('LintelBackup');

/** Of a file without the log, and of one with it: who knows the first alone is told so instead of finding what it does not know. */
export const FORMAT_VERSIONS = { withoutLog: 1, withLog: 2 } as const;
export const HEADER_BYTES = 32;

/** Bytes of content in every frame but the last, which has 1 to as many. */
export const FRAME_BYTES = 65_536;
const TAG_BYTES = 16;
export const SEALED_FRAME_BYTES = FRAME_BYTES + TAG_BYTES;

const NONCE_BYTES = 12;

/** The header of a new file. */
export function makeHeader(salt: Uint8Array, version: number = FORMAT_VERSIONS.withoutLog): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(HEADER_BYTES);
  header.set(MAGIC);
  new DataView(header.buffer).setUint32(MAGIC.length, version, true);
  header.set(salt, HEADER_BYTES - SALT_BYTES);
  return header;
}

/** The salt of a header. @throws BackupError `no-backup` or `newer`. */
export function saltOf(header: Uint8Array): Uint8Array {
  const isBackup = header.length === HEADER_BYTES && MAGIC.every((byte, at) => header[at] === byte);
  if (!isBackup) throw new BackupError('no-backup');
  const version = new DataView(header.buffer, header.byteOffset).getUint32(MAGIC.length, true);
  if (version > FORMAT_VERSIONS.withLog) throw new BackupError('newer');
  if (version < FORMAT_VERSIONS.withoutLog) throw new BackupError('no-backup');
  return header.subarray(HEADER_BYTES - SALT_BYTES);
}

/** What every frame of a file is sealed with. */
export interface FrameKey {
  readonly key: CryptoKey;
  readonly header: Uint8Array<ArrayBuffer>;
}

/** `cost` is the format's own but in tests. */
export async function frameKeyOf(passphrase: string, header: Uint8Array<ArrayBuffer>, cost: PassphraseCost): Promise<FrameKey> {
  const bytes = await deriveKeyBytes(passphrase, saltOf(header), cost);
  return { key: await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']), header };
}

export async function sealFrame({ key, header }: FrameKey, number: number, isLast: boolean, content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonceOf(number, isLast), additionalData: header }, key, content));
}

/** @throws DOMException `OperationError` when it is not this frame of this file. */
export async function openFrame({ key, header }: FrameKey, number: number, isLast: boolean, sealed: BufferSource): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonceOf(number, isLast), additionalData: header }, key, sealed));
}

function nonceOf(number: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(NONCE_BYTES);
  new DataView(nonce.buffer).setUint32(0, number, true);
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
}
