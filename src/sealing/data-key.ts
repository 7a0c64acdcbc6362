/**
 * [Note: keys] Everything about people is sealed under one data key of 32 random bytes. Three keys are derived from it:
 * for records, for the tags by which a name is found, and for the log. The data key itself is kept in one of two ways. *On
 * the device*: in the browser's own storage, as a key that no script can read out; whoever can copy the whole profile has
 * it too. *Wrapped*: under a secret that is not on the device, and nothing on the device opens it without. Where the secret
 * comes from is the wrapping's business (`wrapping.ts`): a passphrase that is typed, or a security key that is touched.
 */
import { isBytes, parseWrapping, type Secret, type Wrapping } from './wrapping';

const DATA_KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What records are sealed with, and names are found by. */
export interface RecordKeys {
  /** Of the data key: records of two ids never open with the same keys. */
  readonly id: string;
  readonly records: CryptoKey;
  readonly names: CryptoKey;
  readonly log: CryptoKey;
}

export interface DeviceKey {
  readonly kind: 'device';
  readonly id: string;
  /** HKDF, not extractable. */
  readonly key: CryptoKey;
}

/** The data key under a secret. How that is come by stands beside it. */
export type WrappedKey = Wrapping & {
  readonly id: string;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly wrapped: Uint8Array<ArrayBuffer>;
};

/** The data key, as it is kept. */
export type KeptKey = DeviceKey | WrappedKey;

export type Protection = KeptKey['kind'];

/** A new data key, kept as it is wanted: under the secret, or on the device when that is null. */
export async function newKey(secret: Secret | null): Promise<{ kept: KeptKey; keys: RecordKeys }> {
  const id = crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(DATA_KEY_BYTES));
  const key = await importDataKey(bytes);
  const kept: KeptKey = secret === null ? { kind: 'device', id, key } : await wrap(id, bytes, secret);
  bytes.fill(0);
  return { kept, keys: await recordKeysOf(id, key) };
}

export function openDeviceKey({ id, key }: DeviceKey): Promise<RecordKeys> {
  return recordKeysOf(id, key);
}

/** Null when it is not the secret. */
export async function openWrappedKey(kept: WrappedKey, secret: CryptoKey): Promise<RecordKeys | null> {
  const bytes = await unwrap(kept, secret);
  if (bytes === null) return null;
  const key = await importDataKey(bytes);
  bytes.fill(0);
  return recordKeysOf(kept.id, key);
}

/** The same data key under another secret, so that no record needs to be sealed anew; null when `before` is not the one it has. */
export async function rewrapped(kept: WrappedKey, before: CryptoKey, after: Secret): Promise<WrappedKey | null> {
  const bytes = await unwrap(kept, before);
  if (bytes === null) return null;
  const anew = await wrap(kept.id, bytes, after);
  bytes.fill(0);
  return anew;
}

/** Reads a kept key without trust; null when it is none. */
export function parseKeptKey(stored: unknown): KeptKey | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { kind, id, key, nonce, wrapped } = stored as Record<string, unknown>;
  if (typeof id !== 'string' || id === '') return null;
  if (kind === 'device') return key instanceof CryptoKey && key.algorithm.name === 'HKDF' ? { kind, id, key } : null;
  const wrapping = parseWrapping(stored);
  const isWhole = wrapping !== null && isBytes(nonce, NONCE_BYTES) && isBytes(wrapped, DATA_KEY_BYTES + TAG_BYTES);
  return isWhole ? { ...wrapping, id, nonce, wrapped } : null;
}

async function wrap(id: string, bytes: Uint8Array<ArrayBuffer>, { wrapping, key }: Secret): Promise<WrappedKey> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: boundTo(id) }, key, bytes);
  return { ...wrapping, id, nonce, wrapped: new Uint8Array(wrapped) };
}

async function unwrap({ id, nonce, wrapped }: WrappedKey, secret: CryptoKey): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData: boundTo(id) }, secret, wrapped));
  } catch {
    return null;
  }
}

function boundTo(id: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(['lintel data key', 1, id]));
}

function importDataKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
}

async function recordKeysOf(id: string, key: CryptoKey): Promise<RecordKeys> {
  const from = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(info) });
  const [records, names, log] = await Promise.all([
    crypto.subtle.deriveKey(from('lintel records 1'), key, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveKey(from('lintel names 1'), key, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
    crypto.subtle.deriveKey(from('lintel log 1'), key, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  ]);
  return { id, records, names, log };
}
