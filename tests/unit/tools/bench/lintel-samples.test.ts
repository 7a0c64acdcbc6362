/** What Lintel's stages come to. */
import { describe, expect, it } from 'vitest';
import { STAGES } from '../../../../src/inference/protocol';
import { lintelSample, STAGES_TO_BOX } from '../../../../src/tools/bench/lintel-samples';
import { peerSample } from '../../../../src/tools/bench/page-contender';
import { predecessorSample } from '../../../../src/tools/bench/predecessor';

const RAW = {
  searched: { copy: 1, detect: 12 },
  isFollowed: true,
  tracked: { copy: 1, detect: 4, landmarks: 3 },
  verdict: { copy: 1, detect: 5, find: 15, landmarks: 6, align: 1, embed: 30 },
  trackedMs: 9,
  verdictMs: 60,
  outcome: 'embedded',
  boxed: { find: 15, embed: 31 },
  boxedMs: 75,
  boxedOutcome: 'embedded',
};

describe('the stages from the picture to the box', () => {
  it('are all those after copying and before the landmarks', () => {
    expect(STAGES_TO_BOX).toContain('detect');
    expect(STAGES_TO_BOX).toContain('find');
    expect(STAGES_TO_BOX).not.toContain('copy');
    expect(STAGES).toEqual(expect.arrayContaining([...STAGES_TO_BOX]));
    for (const later of ['landmarks', 'align', 'embed']) expect(STAGES_TO_BOX).not.toContain(later);
  });
});

describe('a sample of Lintel', () => {
  it('has the box, the whole frames, the embedding and every stage', () => {
    expect(lintelSample(RAW)).toEqual({
      boxMs: 4,
      trackedMs: 9,
      verdictMs: 60,
      embedMs: 30,
      boxedMs: 75,
      'searched.copy': 1,
      'searched.detect': 12,
      'tracked.copy': 1,
      'tracked.detect': 4,
      'tracked.landmarks': 3,
      'verdict.copy': 1,
      'verdict.detect': 5,
      'verdict.find': 15,
      'verdict.landmarks': 6,
      'verdict.align': 1,
      'verdict.embed': 30,
      'boxed.find': 15,
      'boxed.embed': 31,
    });
  });

  it('takes a stage that is new as it comes', () => {
    expect(lintelSample({ ...RAW, verdict: { ...RAW.verdict, liveness: 12 } })).toMatchObject({ 'verdict.liveness': 12 });
  });

  it('counts no verdict where the face was refused before it was embedded', () => {
    const sample = lintelSample({ ...RAW, outcome: 'implausible' });
    expect(sample).not.toHaveProperty('verdictMs');
    expect(sample).toHaveProperty('boxMs', 4);
    expect(lintelSample({ ...RAW, boxedOutcome: 'no-face' })).not.toHaveProperty('boxedMs');
  });

  it('refuses a reply without times', () => {
    expect(() => lintelSample({ ...RAW, tracked: undefined })).toThrow('did not say');
    expect(() => lintelSample({ ...RAW, verdict: { copy: 'long' } })).toThrow('did not say');
  });
});

describe('a sample of a peer', () => {
  it('counts when it came to an embedding', () => {
    expect(peerSample({ verdictMs: 140, isComplete: true })).toEqual({ verdictMs: 140 });
    expect(peerSample({ verdictMs: 40, isComplete: false })).toEqual({});
    expect(() => peerSample({})).toThrow('measured nothing');
  });

  it('of the predecessor is its loop, and the network where its Python has one', () => {
    expect(predecessorSample({ detectMs: 100, prepareMs: 1, embedMs: 20 })).toEqual({ detectMs: 100, loopMs: 101, embedMs: 20, verdictMs: 121 });
    expect(predecessorSample({ detectMs: 100, prepareMs: 1, embedMs: null })).toEqual({ detectMs: 100, loopMs: 101 });
    expect(predecessorSample({ detectMs: 100, prepareMs: null, embedMs: null })).toEqual({});
  });
});
