/**
 * [Note: keys] Everything about people is sealed under one data key of 32 random bytes. Three keys are derived from it, one
 * for records, one for the tags by which a name is found and one for the log. The data key itself is kept in one of two ways. *Device*: in
 * the browser's own storage, as a key that no script can read out; whoever can copy the whole profile has it too.
 * *Passphrase*: wrapped under a key that the passphrase gives; nothing on the device opens it without.
 */
import { deriveKeyBytes, PASSPHRASE_COST, type PassphraseCost, SALT_BYTES } from './argon2';

const DATA_KEY_BYTES = 32;
const NONCE_BYTES = 12;

/** Beyond these a stored cost is no cost but damage: the device would stand still. */
const MAX_COST: PassphraseCost = { memoryKiB: 1024 * 1024, passes: 16 };

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

export interface PassphraseKey {
  readonly kind: 'passphrase';
  readonly id: string;
  readonly cost: PassphraseCost;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

/** The data key, as it is kept. */
export type KeptKey = DeviceKey | PassphraseKey;

export type Protection = KeptKey['kind'];

/** A new data key, kept as it is wanted: under the passphrase, or on the device when that is null. */
export async function newKey(passphrase: string | null, cost = PASSPHRASE_COST): Promise<{ kept: KeptKey; keys: RecordKeys }> {
  const id = crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(DATA_KEY_BYTES));
  const key = await importDataKey(bytes);
  const kept: KeptKey = passphrase === null ? { kind: 'device', id, key } : await wrap(id, bytes, passphrase, cost);
  bytes.fill(0);
  return { kept, keys: await recordKeysOf(id, key) };
}

export function openDeviceKey({ id, key }: DeviceKey): Promise<RecordKeys> {
  return recordKeysOf(id, key);
}

/** Null when it is not the passphrase. */
export async function openPassphraseKey(kept: PassphraseKey, passphrase: string): Promise<RecordKeys | null> {
  const bytes = await unwrap(kept, passphrase);
  if (bytes === null) return null;
  const key = await importDataKey(bytes);
  bytes.fill(0);
  return recordKeysOf(kept.id, key);
}

/** The same data key under another passphrase, so that no record needs to be sealed anew; null when `before` is not the one it has. */
export async function rewrapped(kept: PassphraseKey, before: string, passphrase: string, cost = PASSPHRASE_COST): Promise<PassphraseKey | null> {
  const bytes = await unwrap(kept, before);
  if (bytes === null) return null;
  const anew = await wrap(kept.id, bytes, passphrase, cost);
  bytes.fill(0);
  return anew;
}

/** Reads a kept key without trust; null when it is none. */
export function parseKeptKey(stored: unknown): KeptKey | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { kind, id, key, cost, salt, nonce, wrapped } = stored as Record<string, unknown>;
  if (typeof id !== 'string' || id === '') return null;
  if (kind === 'device') return key instanceof CryptoKey && key.algorithm.name === 'HKDF' ? { kind, id, key } : null;
  const isWhole = kind === 'passphrase' && isCost(cost) && isBytes(salt, SALT_BYTES) && isBytes(nonce, NONCE_BYTES) && isBytes(wrapped, DATA_KEY_BYTES + 16);
  return isWhole ? { kind, id, cost, salt, nonce, wrapped } : null;
}

async function wrap(id: string, bytes: Uint8Array<ArrayBuffer>, passphrase: string, cost: PassphraseCost): Promise<PassphraseKey> {
  const [salt, nonce] = [crypto.getRandomValues(new Uint8Array(SALT_BYTES)), crypto.getRandomValues(new Uint8Array(NONCE_BYTES))];
  const key = await wrappingKeyOf(passphrase, salt, cost);
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: boundTo(id) }, key, bytes);
  return { kind: 'passphrase', id, cost, salt, nonce, wrapped: new Uint8Array(wrapped) };
}

async function unwrap({ id, cost, salt, nonce, wrapped }: PassphraseKey, passphrase: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = await wrappingKeyOf(passphrase, salt, cost);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData: boundTo(id) }, key, wrapped));
  } catch {
    return null;
  }
}

async function wrappingKeyOf(passphrase: string, salt: Uint8Array, cost: PassphraseCost): Promise<CryptoKey> {
  const bytes = await deriveKeyBytes(passphrase, salt, cost);
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
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

function isCost(value: unknown): value is PassphraseCost {
  const { memoryKiB, passes } = (value ?? {}) as Partial<PassphraseCost>;
  const isWithin = (count: number | undefined, most: number): boolean => Number.isInteger(count) && count! >= 1 && count! <= most;
  return isWithin(memoryKiB, MAX_COST.memoryKiB) && isWithin(passes, MAX_COST.passes);
}

function isBytes(value: unknown, length: number): value is Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array && value.length === length;
}
