/** Makes a worker for one passphrase. */
import type { Argon2WorkerLike } from '../sealing/derive-key';
import url from '../sealing/argon2-worker.ts?worker&url';
import { ownScript } from './own-script';

export function createArgon2Worker(): Argon2WorkerLike {
  return new Worker(ownScript(url) as string, { type: 'module', name: 'lintel-argon2' });
}
