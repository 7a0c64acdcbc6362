/** Tells whether a PIN is the one that was set, without keeping it. */
import { PASSPHRASE_COST, SALT_BYTES } from './argon2';
import { deriveKeyBytes } from './derive-key';

/** What is kept of a PIN. */
export interface SecretCheck {
  readonly salt: Uint8Array<ArrayBuffer>;
  /** Argon2id of the PIN, at the cost of a passphrase. */
  readonly derived: Uint8Array<ArrayBuffer>;
}

const DERIVED_BYTES = 32;

export async function newSecretCheck(secret: string, cost = PASSPHRASE_COST): Promise<SecretCheck> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  return { salt, derived: await deriveKeyBytes(secret, salt, cost) };
}

export async function isSecret({ salt, derived }: SecretCheck, secret: string, cost = PASSPHRASE_COST): Promise<boolean> {
  const other = await deriveKeyBytes(secret, salt, cost);
  return other.every((byte, at) => byte === derived[at]);
}

/** Reads a check without trust; null when it is none. */
export function parseSecretCheck(stored: unknown): SecretCheck | null {
  const { salt, derived } = (stored ?? {}) as Partial<Record<keyof SecretCheck, unknown>>;
  const isWhole = salt instanceof Uint8Array && salt.length === SALT_BYTES && derived instanceof Uint8Array && derived.length === DERIVED_BYTES;
  return isWhole ? { salt: salt as Uint8Array<ArrayBuffer>, derived: derived as Uint8Array<ArrayBuffer> } : null;
}
