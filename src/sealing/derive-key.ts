/** From a passphrase to key bytes, without holding up the page where it has workers for that. */
import { computeKeyBytes, type PassphraseCost } from './argon2';
import type { KeyBytesReply, KeyBytesRequest } from './argon2-protocol';

/** The part of a `Worker` that is used, so that tests can stand in for it. */
export interface Argon2WorkerLike {
  postMessage(message: KeyBytesRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<KeyBytesReply>) => unknown) | null;
  onmessageerror: ((event: MessageEvent) => unknown) | null;
  onerror: ((event: ErrorEvent) => unknown) | null;
}

/** How long the worker may stay silent: far longer than Argon2id takes on a Pi that has other things to do. */
export const SILENCE_MS = 30_000;

let createWorker: (() => Argon2WorkerLike) | null = null;

/** From now on passphrases go to workers that `create` makes; null works them out in this thread. */
export function deriveInWorkers(create: (() => Argon2WorkerLike) | null): void {
  createWorker = create;
}

/**
 * 32 bytes that only this passphrase gives with this salt. Every passphrase gets a worker of its own, which takes its
 * memory and the passphrase with it when it is ended. Where one fails it is worked out here: a page that stands still for
 * a moment is better than people who cannot be unlocked.
 */
export async function deriveKeyBytes(passphrase: string, salt: Uint8Array, cost: PassphraseCost): Promise<Uint8Array<ArrayBuffer>> {
  const found = createWorker === null ? null : await ask(createWorker, { passphrase, salt, cost }).catch(() => null);
  return found ?? computeKeyBytes(passphrase, salt, cost);
}

/** Null when the worker failed. @throws whatever `create` throws. */
function ask(create: () => Argon2WorkerLike, request: KeyBytesRequest): Promise<KeyBytesReply> {
  return new Promise((resolve) => {
    const worker = create();
    const end = (reply: KeyBytesReply): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(reply);
    };
    const timer = setTimeout(() => end(null), SILENCE_MS);
    worker.onmessage = ({ data }) => end(data);
    worker.onerror = () => end(null);
    worker.onmessageerror = () => end(null);
    worker.postMessage(request);
  });
}
