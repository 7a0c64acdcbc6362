/** From a passphrase to a key: Argon2id, which makes every guess cost memory and time. */
import { argon2id } from 'hash-wasm';

/** What one guess costs. */
export interface PassphraseCost {
  readonly memoryKiB: number;
  /** Passes over the memory. */
  readonly passes: number;
}

/**
 * The second recommendation of RFC 9106 (64 MiB, 3 passes) on one lane, since WASM has one thread here. It takes 0.25 s on
 * a 2-core x86-64 machine; nothing was measured on a Pi.
 */
export const PASSPHRASE_COST: PassphraseCost = { memoryKiB: 64 * 1024, passes: 3 };

export const SALT_BYTES = 16;

const KEY_BYTES = 32;

/**
 * 32 bytes that only this passphrase gives with this salt, computed in this thread. The passphrase is composed (NFKC)
 * first, so that it does not matter which keyboard wrote an accent.
 */
export function computeKeyBytes(passphrase: string, salt: Uint8Array, { memoryKiB, passes }: PassphraseCost): Promise<Uint8Array<ArrayBuffer>> {
  return argon2id({
    password: passphrase.normalize('NFKC'),
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: 1,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  }) as Promise<Uint8Array<ArrayBuffer>>;
}
