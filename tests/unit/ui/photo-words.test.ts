/** What is said of photographs. */
import { describe, expect, it } from 'vitest';
import { openedBatch, type PhotoBatch } from '../../../src/decision/photographs';
import { batchText } from '../../../src/ui/photo-words';

const batch = (total: number, change: Partial<PhotoBatch> = {}): string => batchText({ ...openedBatch('Ada', total, null), done: total, ...change });

describe('batchText', () => {
  it.each([
    [batch(0), 'the photographs you choose become further samples.'],
    [batch(1, { taken: 1 }), 'the photograph became a sample.'],
    [batch(1), 'the photograph became no sample.'],
    [batch(3), 'none of 3 photographs became a sample.'],
    [batch(3, { taken: 1 }), '1 of 3 photographs became a sample.'],
    [batch(3, { taken: 2, done: 2 }), '2 of 3 photographs became samples. 1 was not looked at.'],
    [batch(4, { taken: 1, done: 2 }), '1 of 4 photographs became a sample. 2 were not looked at.'],
  ])('%s', (said, wanted) => {
    expect(said).toBe(wanted);
  });
});
