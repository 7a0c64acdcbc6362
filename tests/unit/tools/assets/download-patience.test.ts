/** How long a download waits for a server that has fallen silent. */
import { join } from 'node:path';
import { stat } from 'node:fs/promises';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { download } from '../../../../src/tools/assets/download';
import { type Answer, fileServer, silent, stallingAfter } from '../../../support/file-server';
import { noise } from '../../../support/made-up-assets';
import { temporaryFolder } from '../../../support/temporary-folder';

const CONTENT = noise(50_000);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
});

/** A download under way, and what became of it. */
async function begin(answer: Answer) {
  const server = await fileServer({ '/file': CONTENT }, answer);
  const partFile = join(temporaryFolder(), 'file');
  const request = server.nextRequest();
  const outcome = { error: null as unknown, bytes: 0 };
  const ended = download({ url: `${server.url}/file`, partFile, bytes: CONTENT.length, onProgress: (bytes) => (outcome.bytes = bytes) }).catch(
    (error: unknown) => (outcome.error = error),
  );
  await request;
  return { outcome, ended, partFile };
}

/** Lets whatever is due happen, without a timer. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('download', () => {
  it('waits 5 seconds for the first byte, and no longer', async () => {
    const { outcome, ended } = await begin(silent);
    vi.advanceTimersByTime(4999);
    await settle();
    expect(outcome.error).toBeNull();
    vi.advanceTimersByTime(1);
    await ended;
    expect(outcome.error).toMatchObject({ message: 'no answer for 5 seconds' });
  });

  it('waits 20 seconds for the next piece, and keeps what has come', async () => {
    const { outcome, ended, partFile } = await begin(stallingAfter(CONTENT.length / 2));
    await vi.waitUntil(() => outcome.bytes === CONTENT.length / 2, { timeout: 10_000 });
    vi.advanceTimersByTime(19_000);
    await settle();
    expect(outcome.error).toBeNull();
    vi.advanceTimersByTime(1001);
    await ended;
    expect(outcome.error).toMatchObject({ message: 'no answer for 20 seconds' });
    expect((await stat(partFile)).size).toBe(CONTENT.length / 2);
  });
});
