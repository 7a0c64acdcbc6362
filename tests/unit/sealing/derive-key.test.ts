/** Argon2id away from the page: a worker for every passphrase, and what happens when it fails. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { computeKeyBytes } from '../../../src/sealing/argon2';
import type { KeyBytesReply, KeyBytesRequest } from '../../../src/sealing/argon2-protocol';
import { type Argon2WorkerLike, deriveInWorkers, deriveKeyBytes, SILENCE_MS } from '../../../src/sealing/derive-key';
import { CHEAP, PASSPHRASE } from '../backup/made-up-backup';

const SALT = new Uint8Array(16);

/** What was asked of workers, and how many were ended. */
let asked: KeyBytesRequest[];
let ended: number;

/** Workers that do what the test says once they are asked. */
function useWorkersThat(answer: (worker: Argon2WorkerLike) => void): void {
  [asked, ended] = [[], 0];
  deriveInWorkers(() => {
    const worker: Argon2WorkerLike = {
      onmessage: null,
      onmessageerror: null,
      onerror: null,
      postMessage: (request) => {
        asked.push(request);
        queueMicrotask(() => answer(worker));
      },
      terminate: () => void (ended += 1),
    };
    return worker;
  });
}

const reply = (data: KeyBytesReply) => ({ data }) as MessageEvent<KeyBytesReply>;

afterEach(() => {
  deriveInWorkers(null);
  vi.useRealTimers();
});

describe('a passphrase in the worker', () => {
  it('gives what the worker answers, and the worker is ended', async () => {
    const answer = new Uint8Array(32).fill(3);
    useWorkersThat((worker) => worker.onmessage?.(reply(answer)));
    expect(await deriveKeyBytes(PASSPHRASE, SALT, CHEAP)).toBe(answer);
    expect(asked).toEqual([{ passphrase: PASSPHRASE, salt: SALT, cost: CHEAP }]);
    expect(ended).toBe(1);
  });

  it.each([
    ['does not start', (worker: Argon2WorkerLike) => worker.onerror?.({} as ErrorEvent)],
    ['cannot be read', (worker: Argon2WorkerLike) => worker.onmessageerror?.({} as MessageEvent)],
    ['has no memory', (worker: Argon2WorkerLike) => worker.onmessage?.(reply(null))],
    ['is silent', () => void vi.advanceTimersByTime(SILENCE_MS)],
  ])('is worked out here when the worker %s', async (_, fail) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    useWorkersThat(fail);
    expect(await deriveKeyBytes(PASSPHRASE, SALT, CHEAP)).toEqual(await computeKeyBytes(PASSPHRASE, SALT, CHEAP));
    expect(ended).toBe(1);
  });

  it('is worked out here when there can be no worker', async () => {
    deriveInWorkers(() => {
      throw new TypeError('as a test wants it');
    });
    expect(await deriveKeyBytes(PASSPHRASE, SALT, CHEAP)).toEqual(await computeKeyBytes(PASSPHRASE, SALT, CHEAP));
  });
});
