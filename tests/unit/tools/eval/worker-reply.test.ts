/** What a reply of the worker means for a photograph. */
import { describe, expect, it } from 'vitest';
import { resultOf } from '../../../../src/tools/eval/worker-reply';

describe('resultOf', () => {
  it('takes an embedding', () => {
    const outcome = { kind: 'embedded', embedding: [0.6, 0.8], embeddingLength: 5, origin: { pipeline: 'p-1' } };
    expect(resultOf({ kind: 'outcome', timings: {}, outcome })).toEqual({ kind: 'embedded', embedding: Float32Array.of(0.6, 0.8), pipeline: 'p-1' });
  });

  it.each([
    [{ kind: 'no-face' }, 'no face found'],
    [{ kind: 'implausible' }, 'what was found is not shaped like a face'],
    [{ kind: 'rejected', embeddingLength: 1.234, minLength: 2.7 }, 'not a usable face: embedding length 1.23, at least 2.7 is needed'],
    [{ kind: 'something-new' }, 'something-new'],
  ])('names the reason of %j', (outcome, reason) => {
    expect(resultOf({ kind: 'outcome', timings: {}, outcome })).toEqual({ kind: 'failed', reason });
  });

  it('names a picture that cannot be read and a worker that failed', () => {
    expect(resultOf({ kind: 'unreadable' })).toEqual({ kind: 'failed', reason: 'the picture cannot be read' });
    expect(resultOf({ kind: 'fault', fault: { code: 'worker-hung', detail: 'silent for 120 s' } })).toEqual({
      kind: 'failed',
      reason: 'the worker failed: worker-hung, silent for 120 s',
    });
  });
});
