/** Results outlive the run that made them, a power cut included. */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Configuration, fileNameFor, keyFor, SavedResults } from '../../../../src/tools/eval/saved-results';
import type { PhotoResult } from '../../../../src/tools/eval/photo-result';
import { temporaryFolder } from '../../../support/temporary-folder';

const EMBEDDED: PhotoResult = { kind: 'embedded', embedding: Float32Array.of(0.6, -0.8), pipeline: 'p-1' };
const FAILED: PhotoResult = { kind: 'failed', reason: 'no face found' };

const CONFIGURATION: Configuration = {
  model: 'm',
  pipeline: 'p-1',
  worker: ['script', 'sha'],
  minLength: { haar: 2, ultralight: 1 },
  detector: { kind: 'haar', minFacePx: 30 },
  preparation: { maxSidePx: 1280 },
};

describe('SavedResults', () => {
  it('gives back what was saved, to the last bit', async () => {
    const path = join(temporaryFolder(), 'deep/results.jsonl');
    const first = await SavedResults.open(path, false);
    await first.add('a', EMBEDDED);
    await first.add('b', FAILED);
    await first.close();
    const second = await SavedResults.open(path, false);
    expect(second.get('a')).toEqual(EMBEDDED);
    expect(second.get('b')).toEqual(FAILED);
    expect(second.get('c')).toBeUndefined();
    await second.close();
  });

  it('goes on after a line that was cut off', async () => {
    const path = join(temporaryFolder(), 'results.jsonl');
    const first = await SavedResults.open(path, false);
    await first.add('a', FAILED);
    await first.close();
    appendFileSync(path, '{"key":"b","kind":"embed');
    const second = await SavedResults.open(path, false);
    expect(second.get('b')).toBeUndefined();
    await second.add('c', EMBEDDED);
    await second.close();
    const third = await SavedResults.open(path, false);
    expect([third.get('a'), third.get('c')]).toEqual([FAILED, EMBEDDED]);
    await third.close();
  });

  it('forgets everything when it is to be fresh', async () => {
    const path = join(temporaryFolder(), 'results.jsonl');
    const first = await SavedResults.open(path, false);
    await first.add('a', FAILED);
    await first.close();
    const second = await SavedResults.open(path, true);
    expect(second.get('a')).toBeUndefined();
    await second.close();
    expect(readFileSync(path, 'utf8')).toBe('');
  });
});

describe('keyFor and fileNameFor', () => {
  const changes: Partial<Configuration>[] = [
    { model: 'other' },
    { pipeline: 'p-2' },
    { worker: ['script', 'other'] },
    { minLength: { haar: 2.1, ultralight: 1 } },
    { detector: { kind: 'haar', minFacePx: 31 } },
    { preparation: { maxSidePx: 640 } },
  ];
  it.each(changes)('change with %j', (change) => {
    const changed = { ...CONFIGURATION, ...change };
    expect(keyFor(Uint8Array.of(1), changed)).not.toBe(keyFor(Uint8Array.of(1), CONFIGURATION));
    expect(fileNameFor(changed)).not.toBe(fileNameFor(CONFIGURATION));
  });

  it('a key changes with the photograph and with nothing else', () => {
    expect(keyFor(Uint8Array.of(1), CONFIGURATION)).toBe(keyFor(Uint8Array.of(1), { ...CONFIGURATION }));
    expect(keyFor(Uint8Array.of(2), CONFIGURATION)).not.toBe(keyFor(Uint8Array.of(1), CONFIGURATION));
  });
});
