/** The entry of the Argon2 worker: computes what takes a quarter of a second and more away from the page. */
import { computeKeyBytes } from './argon2';
import type { KeyBytesReply, KeyBytesRequest } from './argon2-protocol';

onmessage = async ({ data: { passphrase, salt, cost } }: MessageEvent<KeyBytesRequest>): Promise<void> => {
  const reply: KeyBytesReply = await computeKeyBytes(passphrase, salt, cost).catch(() => null);
  postMessage(reply);
};
