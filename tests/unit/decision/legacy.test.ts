/** People who have nothing but a template of the predecessor: compared in its own way, at its own threshold. */
import { describe, expect, it } from 'vitest';
import { type Embedding, normalise } from '../../../src/core/embedding';
import { LEGACY_ORIGIN, PIPELINE_VERSION } from '../../../src/core/model';
import { type Gallery, galleryOf, isLegacyPerson, type Person, type Sample, withoutLegacy } from '../../../src/decision/gallery';
import { LEGACY_THRESHOLD, VOTE } from '../../../src/decision/thresholds';
import { leadOf, limitOf, type Probe, type ScoredPerson, scoresOf } from '../../../src/decision/verdict';
import { type Vote, verdictOf } from '../../../src/decision/vote';

const ORIGIN = { model: 'mobilefacenet-128', pipeline: PIPELINE_VERSION };
const OTHER = { model: 'mobilefacenet-512', pipeline: PIPELINE_VERSION };
const THRESHOLD = 0.5;

/** Cosines between these are those of the angles. */
function faceAt(degrees: number): Embedding {
  const angle = (degrees * Math.PI) / 180;
  return normalise(Float32Array.of(Math.cos(angle), Math.sin(angle)));
}

const sample = (origin: typeof ORIGIN, degrees = 0): Sample => ({ id: 's', embedding: faceAt(degrees), capturedAtMs: 0, learntBy: 'import', ...origin });
const person = (name: string, samples: Sample[], denials: Sample[] = []): Person => ({ id: name, name, enrolledAtMs: 0, samples, denials });

const IMPORTED = person('Imported', [sample(LEGACY_ORIGIN)]);
const PROPER = person('Proper', [sample(ORIGIN, 60)]);

describe('the gallery', () => {
  it('has people apart who can only be compared in the predecessor’s way', () => {
    const both = person('Both', [sample(LEGACY_ORIGIN), sample(ORIGIN, 30)]);
    const { proper, legacy } = galleryOf([IMPORTED, PROPER, both], ORIGIN);
    expect(proper.entries.map(({ name }) => name)).toEqual(['Proper', 'Both']);
    expect([...proper.entries[1]!.template]).toEqual([...faceAt(30)]);
    expect(legacy.entries.map(({ name, template }) => [name, [...template]])).toEqual([['Imported', [1, 0]]]);
  });

  it('has none of them with another network, and says nothing where there are none', () => {
    expect(galleryOf([IMPORTED], OTHER).size).toBe(0);
    expect(galleryOf([PROPER], ORIGIN).legacy.size).toBe(0);
    expect([isLegacyPerson(IMPORTED, OTHER), isLegacyPerson(IMPORTED, ORIGIN), isLegacyPerson(PROPER, ORIGIN)]).toEqual([false, true, false]);
  });

  it('drops the predecessor’s samples alone', () => {
    expect(withoutLegacy([sample(LEGACY_ORIGIN), sample(ORIGIN), sample(OTHER)]).map(({ model, pipeline }) => ({ model, pipeline }))).toEqual([ORIGIN, OTHER]);
  });
});

describe('scores', () => {
  const gallery = (...people: Person[]): Gallery => galleryOf(people, ORIGIN);
  const probe = (degrees: number, legacyDegrees: number | null = null): Probe => ({
    embedding: faceAt(degrees),
    legacy: legacyDegrees === null ? null : faceAt(legacyDegrees),
  });

  it('are between legacy embeddings for these people, and say so', () => {
    const scores = scoresOf(gallery(IMPORTED, PROPER), probe(60, 0));
    expect(scores.map(({ name, isLegacy }) => [name, isLegacy])).toEqual([['Imported', true], ['Proper', undefined]]);
    for (const { score } of scores) expect(score).toBeCloseTo(1, 6);
  });

  it('leave these people out where there is no legacy embedding', () => {
    expect(scoresOf(gallery(IMPORTED, PROPER), probe(0)).map(({ name }) => name)).toEqual(['Proper']);
  });

  it('are contested by a face that somebody denied, compared as it is now', () => {
    const denied = person('Imported', [sample(LEGACY_ORIGIN)], [sample(ORIGIN, 100)]);
    expect(scoresOf(gallery(denied), probe(100, 40))[0]).toMatchObject({ isContested: true });
    expect(scoresOf(gallery(denied), probe(0, 40))[0]).toMatchObject({ isContested: false });
  });
});

describe('the threshold', () => {
  const proper = (name: string, score: number): ScoredPerson => ({ personId: name, name, score, isContested: false });
  const legacy = (name: string, score: number): ScoredPerson => ({ ...proper(name, score), isLegacy: true });
  const frames = (...vote: ScoredPerson[]): Vote[] => Array.from({ length: VOTE.needed }, () => [...vote].sort((a, b) => b.score - a.score));
  const judge = (...vote: ScoredPerson[]) => verdictOf(frames(...vote), { threshold: THRESHOLD, claim: null });
  const { cosine } = LEGACY_THRESHOLD;

  it('is the predecessor’s for legacy scores, and the given one for others', () => {
    expect([limitOf(legacy('a', 0), THRESHOLD), limitOf(proper('a', 0), THRESHOLD)]).toEqual([0.4, THRESHOLD]);
    expect(judge(legacy('Imported', cosine))).toMatchObject({ kind: 'match', threshold: cosine, best: { isLegacy: true } });
    expect(judge(legacy('Imported', cosine - 1e-9))).toMatchObject({ kind: 'no-match', threshold: cosine });
    expect(judge(proper('Proper', cosine + 0.05))).toMatchObject({ kind: 'no-match', threshold: THRESHOLD });
  });

  it('is where each is measured from when two are compared', () => {
    expect(leadOf(legacy('a', 0.55), proper('b', 0.6), THRESHOLD)).toBeCloseTo(0.05, 10);
    expect(judge(legacy('Imported', 0.58), proper('Proper', 0.6))).toMatchObject({ kind: 'match', best: { name: 'Imported' } });
    expect(judge(legacy('Imported', 0.3), proper('Proper', 0.6))).toMatchObject({ kind: 'match', best: { name: 'Proper' } });
  });

  it('leaves a doubt between two who are about as far over it', () => {
    const votes = Array.from({ length: VOTE.frames }, () => [proper('Proper', 0.72), legacy('Imported', 0.6)]);
    expect(verdictOf(votes, { threshold: THRESHOLD, claim: null })).toMatchObject({ kind: 'unsure', reason: 'two-alike' });
  });

  it('is reached by the mean over the frames in which the person was compared', () => {
    const seen = [legacy('Imported', 0.5)];
    const votes = [seen, [proper('Proper', 0.1)], seen, seen];
    expect(verdictOf(votes, { threshold: THRESHOLD, claim: null })).toMatchObject({ kind: 'match', best: { name: 'Imported', score: 0.5 } });
  });
});
