/** What the ring on the stage shows. */
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/core/embedding';
import { type Enrolment, STRAIGHT_HEAD } from '../../../src/decision/enrolment';
import type { Phase } from '../../../src/decision/session-state';
import { VOTE } from '../../../src/decision/thresholds';
import { QUALITY } from '../../support/made-up-quality';
import { gatheringOf, gatheringText } from '../../../src/ui/parts/gathering';

const RULES = { countdownSeconds: 3, samplesWanted: 5 };
const EMBEDDING = normalise(Float32Array.of(3, 4));

function counting(secondsLeft: number): Phase {
  return { kind: 'counting', name: '', endsAtMs: 0, secondsLeft };
}

function capturing(votes: number): Phase {
  return { kind: 'capturing', name: '', startedAtMs: 0, heardAtMs: 0, framesTried: 0, problem: 'no-face', votes: Array<[]>(votes).fill([]), probes: [], readings: [] };
}

function enrolled(samples: number, wanted = 5): Phase {
  const enrolment: Enrolment = {
    personId: 'a',
    name: 'Ada',
    samples: Array.from({ length: samples }, (_, index) => ({ id: String(index), embedding: EMBEDDING, pose: 'any', crop: null })),
    wanted,
    baseline: STRAIGHT_HEAD,
  };
  return { kind: 'enrolled', enrolment, taking: 'nothing', problem: null, waitUntilMs: 0 };
}

describe('gatheringOf', () => {
  it.each<Phase>([
    { kind: 'off' },
    { kind: 'posing', stillness: 0 },
    { kind: 'failed', problem: 'no-face', failedAtMs: 0 },
    { kind: 'judged', verdict: { kind: 'empty-gallery' }, probe: EMBEDDING, judgedAtMs: 0 },
  ])('is nothing while nothing gathers ($kind)', (phase) => {
    expect(gatheringOf(phase, 'verify', RULES)).toBeNull();
  });

  it('fills with the seconds of the countdown', () => {
    expect([3, 2, 1].map((left) => gatheringOf(counting(left), 'verify', RULES))).toEqual([0, 1, 2].map((done) => ({ kind: 'countdown', done, needed: 3 })));
  });

  it('does not run backwards where the countdown was made shorter meanwhile', () => {
    expect(gatheringOf(counting(3), 'verify', { ...RULES, countdownSeconds: 0 })).toEqual({ kind: 'countdown', done: 0, needed: 1 });
  });

  it('fills with the votes of a verification: as many as must agree, and all where they do not', () => {
    const seen = Array.from({ length: VOTE.frames }, (_, done) => gatheringOf(capturing(done), 'verify', RULES));
    expect(seen.map((gathering) => [gathering?.done, gathering?.needed])).toEqual([[0, 3], [1, 3], [2, 3], [3, 5], [4, 5]]);
  });

  it('never looks complete before there is a verdict', () => {
    for (let votes = 0; votes < VOTE.frames; votes += 1) {
      const { done, needed } = gatheringOf(capturing(votes), 'verify', RULES)!;
      expect(done).toBeLessThan(needed);
    }
  });

  it('fills with the samples of an enrolment, from the first one on', () => {
    const saving: Phase = { kind: 'saving', name: 'Ada', sample: { embedding: EMBEDDING, pose: 'straight', crop: null }, quality: QUALITY };
    expect(gatheringOf(capturing(0), 'enrol', RULES)).toEqual({ kind: 'samples', done: 0, needed: 5 });
    expect(gatheringOf(saving, 'enrol', RULES)).toEqual({ kind: 'samples', done: 0, needed: 5 });
    expect(gatheringOf(enrolled(2, 6), 'enrol', RULES)).toEqual({ kind: 'samples', done: 2, needed: 6 });
    expect(gatheringOf(enrolled(7), 'enrol', RULES)).toEqual({ kind: 'samples', done: 5, needed: 5 });
  });

  it('fills while a face holds still', () => {
    expect(gatheringOf({ kind: 'posing', stillness: 0.4 }, 'verify', RULES)).toEqual({ kind: 'stillness', done: 0.4, needed: 1 });
  });
});

describe('gatheringText', () => {
  it('says the same in words, but for what is said elsewhere', () => {
    expect(gatheringText({ kind: 'votes', done: 2, needed: 3 })).toBe('2 of 3 pictures compared');
    expect(gatheringText({ kind: 'movements', done: 1, needed: 2 })).toBe('1 of 2 movements seen');
    expect(gatheringText({ kind: 'samples', done: 1, needed: 5 })).toBe('');
    expect(gatheringText({ kind: 'stillness', done: 0.4, needed: 1 })).toBe('Hold still.');
    expect(gatheringText({ kind: 'countdown', done: 1, needed: 3 })).toBe('');
  });
});
