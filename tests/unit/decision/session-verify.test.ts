/** A verification: frames of one face vote, and nothing else does. */
import { describe, expect, it } from 'vitest';
import { type Embedding, normalise, templateOf } from '../../../src/core/embedding';
import { CAPTURE_PATIENCE, VOTE } from '../../../src/decision/thresholds';
import type { ScoredPerson } from '../../../src/decision/verdict';
import { ADA, embedded, faceAt, missed, Visit } from './session-visit';

const { verifyMs, minFrames } = CAPTURE_PATIENCE;

const BEN: ScoredPerson = { personId: 'b', name: 'Ben', score: 0.125, isContested: false };
const STRANGER = [{ ...ADA, score: 0.25 }];
const SCORED_BEN = [{ ...BEN, score: 0.75 }, { ...ADA, score: 0.125 }];

/** A capture that began at 1000 ms. */
const capturing = (claim: string | null = null) => Visit.opened('verify', { countdownMs: 0, claim }).ask(1000);
const embeddingOf = (...values: number[]): Embedding => normalise(Float32Array.from(values));

describe('a verification', () => {
  it('names nobody before enough frames agree', () => {
    const visit = capturing();
    for (let frame = 1; frame < VOTE.needed; frame += 1) {
      visit.at(1000 + frame, embedded());
      expect(visit.phase).toMatchObject({ kind: 'capturing', framesTried: frame, heardAtMs: 1000 + frame });
    }
    expect(visit.at(1100, embedded()).phase).toMatchObject({ kind: 'judged', verdict: { kind: 'match', best: ADA }, judgedAtMs: 1100 });
  });

  it('refuses nobody before enough frames agree', () => {
    const visit = capturing();
    for (let frame = 1; frame < VOTE.needed; frame += 1) visit.at(1000 + frame, embedded({ scores: STRANGER }));
    expect(visit.phase.kind).toBe('capturing');
    expect(visit.at(1100, embedded({ scores: STRANGER })).phase).toMatchObject({ kind: 'judged', verdict: { kind: 'no-match' } });
  });

  it('goes on until all have voted when they disagree, and then is unsure', () => {
    const visit = capturing();
    for (let frame = 1; frame < VOTE.frames; frame += 1) visit.at(1000 + frame, embedded({ scores: frame % 2 === 0 ? [ADA, BEN] : SCORED_BEN }));
    expect(visit.phase.kind).toBe('capturing');
    visit.at(1100, embedded({ scores: [{ ...ADA, score: 0.25 }, BEN] }));
    expect(visit.phase).toMatchObject({ kind: 'judged', verdict: { kind: 'unsure', reason: 'frames-disagree' } });
  });

  it('needs one frame to find that there is nobody to compare with', () => {
    expect(capturing().at(1001, embedded({ scores: [] })).phase).toMatchObject({ kind: 'judged', verdict: { kind: 'empty-gallery' } });
  });

  it('asks only about the person whom the face claims to be', () => {
    expect(capturing('b').vote(1100, { scores: [ADA, BEN] }).phase).toMatchObject({ verdict: { kind: 'no-match', best: BEN } });
    expect(capturing('a').vote(1100, { scores: [ADA, BEN] }).phase).toMatchObject({ verdict: { kind: 'match', best: ADA } });
  });

  it('keeps the mean of the frames that voted, for whoever corrects the verdict', () => {
    const probes = [embeddingOf(4, 3, 0), embeddingOf(3, 4, 0), embeddingOf(4, 0, 3)];
    const visit = capturing();
    for (const [frame, embedding] of probes.entries()) visit.at(1001 + frame, embedded({ embedding }));
    expect(visit.phase).toMatchObject({ kind: 'judged', probe: templateOf(probes) });
  });
});

describe('misses between the votes', () => {
  it('do not forget the votes of a face that stays where it is', () => {
    const visit = capturing().at(1001, embedded()).at(1002, missed('blurred', faceAt(104))).at(1003, embedded());
    expect(visit.phase).toMatchObject({ kind: 'capturing', framesTried: 3 });
    expect(visit.at(1004, embedded()).phase.kind).toBe('judged');
  });

  it('are forgiven for as long as usable frames come', () => {
    const visit = capturing().at(1001, missed('no-face')).at(900 + verifyMs, embedded());
    const heardAtMs = 900 + verifyMs;
    for (let frame = 0; frame < minFrames; frame += 1) visit.at(heardAtMs + verifyMs - 1, missed('blurred', faceAt(100)));
    expect(visit.phase).toMatchObject({ kind: 'capturing', problem: 'blurred' });
    expect(visit.at(heardAtMs + verifyMs, missed('blurred', faceAt(100))).phase.kind).toBe('judged');
  });

  it('end in a doubt when somebody left before enough frames had voted', () => {
    const visit = capturing().at(1001, embedded()).at(1002, embedded()).at(1003, missed('no-face')).at(1002 + verifyMs, missed('no-face'));
    expect(visit.phase).toMatchObject({ kind: 'judged', verdict: { kind: 'unsure', reason: 'left-early', best: ADA }, judgedAtMs: 1002 + verifyMs });
  });

  it('end in a failure when no frame could vote', () => {
    const visit = capturing();
    for (let frame = 1; frame <= minFrames; frame += 1) visit.at(1000 + verifyMs, missed('blurred'));
    expect(visit.phase).toEqual({ kind: 'failed', problem: 'blurred', failedAtMs: 1000 + verifyMs });
  });
});

describe('the votes of one face', () => {
  const votesOf = ({ phase }: Visit): number | null => (phase.kind === 'capturing' ? phase.votes.length : null);

  it('are still its votes when it moves a little', () => {
    const visit = capturing();
    for (let frame = 0; frame < VOTE.needed; frame += 1) visit.at(1001 + frame, embedded({ faces: faceAt(100 + frame * 60) }));
    expect(visit.phase.kind).toBe('judged');
  });

  it('are forgotten when another face takes its place', () => {
    const visit = capturing().at(1001, embedded()).at(1002, embedded()).at(1003, embedded({ faces: faceAt(400), scores: SCORED_BEN }));
    expect(votesOf(visit)).toBe(1);
    visit.at(1004, embedded({ faces: faceAt(400), scores: SCORED_BEN }));
    visit.at(1005, embedded({ faces: faceAt(400), scores: SCORED_BEN }));
    expect(visit.phase).toMatchObject({ kind: 'judged', verdict: { kind: 'match', best: { name: 'Ben', score: 0.75 } } });
  });

  it('are forgotten with its embeddings', () => {
    const visit = capturing().at(1001, embedded({ embedding: embeddingOf(0, 1) }));
    visit.vote(1010, { faces: faceAt(400), embedding: embeddingOf(1, 0) });
    expect(visit.phase).toMatchObject({ kind: 'judged', probe: embeddingOf(1, 0) });
  });

  it('are forgotten when nobody was there in between', () => {
    const visit = capturing().at(1001, embedded()).at(1002, embedded()).at(1003, missed('no-face')).at(1004, embedded());
    expect(votesOf(visit)).toBe(1);
  });

  it('are forgotten when another face takes its place in a frame that could not vote', () => {
    const visit = capturing().at(1001, embedded()).at(1002, embedded()).at(1003, missed('blurred', faceAt(400)));
    visit.at(1004, embedded({ faces: faceAt(400) }));
    expect(votesOf(visit)).toBe(1);
  });

  it('are forgotten when another face came after a gap, and could not vote at first', () => {
    const visit = capturing().at(1001, embedded()).at(1002, embedded()).at(1003, missed('no-face')).at(1004, missed('blurred', faceAt(400)));
    visit.at(1005, embedded({ faces: faceAt(400) }));
    expect(votesOf(visit)).toBe(1);
  });
});

describe('a vote of a large gallery', () => {
  const CLEO = { personId: 'c', name: 'Cleo', score: 0.1, isContested: false };

  it('may restate the earlier ones, which then count as restated', () => {
    const visit = capturing().at(1001, embedded()).at(1002, embedded({ restated: [[ADA, CLEO]], scores: [ADA, CLEO] }));
    expect(visit.phase).toMatchObject({ kind: 'capturing', votes: [[ADA, CLEO], [ADA, CLEO]] });
  });

  it('restates nothing of a face that has left', () => {
    const visit = capturing().at(1001, embedded()).at(1002, embedded({ faces: faceAt(400), restated: [[ADA, CLEO]], scores: [CLEO] }));
    expect(visit.phase).toMatchObject({ kind: 'capturing', votes: [[CLEO]] });
  });
});
