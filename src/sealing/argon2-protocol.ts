/** What page and Argon2 worker say to each other: one question, one answer, and the worker is ended. */
import type { PassphraseCost } from './argon2';

export interface KeyBytesRequest {
  readonly passphrase: string;
  readonly salt: Uint8Array;
  readonly cost: PassphraseCost;
}

/** The key bytes; null when there was no memory for them. */
export type KeyBytesReply = Uint8Array<ArrayBuffer> | null;
