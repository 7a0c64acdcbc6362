/** The ways to come by the secret that a data key is wrapped under: a passphrase, or a security key. */
import { PASSPHRASE_COST, type PassphraseCost, SALT_BYTES } from './argon2';
import { deriveKeyBytes } from './derive-key';

export interface PassphraseWrapping {
  readonly kind: 'passphrase';
  readonly cost: PassphraseCost;
  readonly salt: Uint8Array<ArrayBuffer>;
}

export interface SecurityKeyWrapping {
  readonly kind: 'security-key';
  /** By which the security key knows what it made here. It says nothing to anybody else. */
  readonly credential: Uint8Array<ArrayBuffer>;
  /** What the security key is asked; its answer is the secret. */
  readonly salt: Uint8Array<ArrayBuffer>;
}

/** How a secret is come by. It is kept beside the wrapped key, and gives nobody the secret. */
export type Wrapping = PassphraseWrapping | SecurityKeyWrapping;

/** A secret, as the AES-256-GCM key that it gives, and how to come by it again. */
export interface Secret {
  readonly wrapping: Wrapping;
  readonly key: CryptoKey;
}

/** Of the question to a security key, and of its answer. */
export const PRF_BYTES = 32;

/** The longest credential id that WebAuthn allows. */
const MAX_CREDENTIAL_BYTES = 1023;

/** Beyond these a stored cost is no cost but damage: the device would stand still. */
const MAX_COST: PassphraseCost = { memoryKiB: 1024 * 1024, passes: 16 };

/** A new way in by this passphrase. */
export async function newPassphraseSecret(passphrase: string, cost = PASSPHRASE_COST): Promise<Secret> {
  const wrapping: PassphraseWrapping = { kind: 'passphrase', cost, salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)) };
  return { wrapping, key: await passphraseKey(wrapping, passphrase) };
}

/** What the passphrase gives; another passphrase gives another key. */
export async function passphraseKey({ salt, cost }: PassphraseWrapping, passphrase: string): Promise<CryptoKey> {
  const bytes = await deriveKeyBytes(passphrase, salt, cost);
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  bytes.fill(0);
  return key;
}

/** What the 32 bytes that a security key answered give. */
export async function securityKeyKey(answer: BufferSource): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', answer, 'HKDF', false, ['deriveKey']);
  const from = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode('lintel security key 1') };
  return crypto.subtle.deriveKey(from, key, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Reads a wrapping without trust; null when it is none. */
export function parseWrapping(stored: object): Wrapping | null {
  const { kind, cost, salt, credential } = stored as Record<string, unknown>;
  if (kind === 'passphrase') return isCost(cost) && isBytes(salt, SALT_BYTES) ? { kind, cost, salt } : null;
  const isCredential = credential instanceof Uint8Array && credential.length > 0 && credential.length <= MAX_CREDENTIAL_BYTES;
  const isWhole = kind === 'security-key' && isCredential && isBytes(salt, PRF_BYTES);
  return isWhole ? { kind, credential: credential as Uint8Array<ArrayBuffer>, salt } : null;
}

/** So many bytes, and nothing else. */
export function isBytes(value: unknown, length: number): value is Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array && value.length === length;
}

function isCost(value: unknown): value is PassphraseCost {
  const { memoryKiB, passes } = (value ?? {}) as Partial<PassphraseCost>;
  const isWithin = (count: number | undefined, most: number): boolean => Number.isInteger(count) && count! >= 1 && count! <= most;
  return isWithin(memoryKiB, MAX_COST.memoryKiB) && isWithin(passes, MAX_COST.passes);
}
