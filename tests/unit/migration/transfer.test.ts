/** Who is imported from the predecessor's database, and who is written into one. */
import { describe, expect, it } from 'vitest';
import { cosineOf, type Embedding, normalise } from '../../../src/core/embedding';
import { LEGACY_ORIGIN, PIPELINE_VERSION } from '../../../src/core/model';
import type { Person, Sample } from '../../../src/decision/gallery';
import type { FacesDb } from '../../../src/migration/faces-db';
import { peopleOf, planExport, planImport } from '../../../src/migration/transfer';
import { vectorOf } from './pickles';

const faceOf = (seed: number, dimensions = 128): Embedding => normalise(vectorOf(seed, dimensions));
const ORIGIN_128 = { model: 'mobilefacenet-128', pipeline: PIPELINE_VERSION };
const ORIGIN_512 = { model: 'mobilefacenet-512', pipeline: PIPELINE_VERSION };

const DB: FacesDb = {
  people: [{ name: 'ADA', embedding: faceOf(0) }, { name: 'Ben', embedding: faceOf(1) }],
  refused: [{ index: 2, name: 'Cleo', reason: 'has 512 numbers instead of 128' }],
};
const ADA = { id: 'ada', name: 'Ada' };

describe('planImport', () => {
  it('adds who is new, knows who is enrolled by name, and passes on what is refused', () => {
    const plan = planImport(DB, [ADA, { id: 'dan', name: 'Dan' }]);
    expect(plan.added.map(({ name }) => name)).toEqual(['Ben']);
    expect(plan.known).toEqual([{ incoming: DB.people[0], existing: ADA }]);
    expect(plan.refused).toBe(DB.refused);
  });
});

describe('peopleOf', () => {
  const ids = (): (() => string) => {
    let last = 0;
    return () => `new ${(last += 1)}`;
  };

  it('skips who is enrolled, and makes legacy samples of the others', () => {
    expect(peopleOf(planImport(DB, [ADA]), false, 7, ids())).toEqual([
      {
        id: 'new 1',
        name: 'Ben',
        enrolledAtMs: 7,
        denials: [],
        samples: [{ id: 'new 2', embedding: faceOf(1), capturedAtMs: 7, learntBy: 'import', model: 'mobilefacenet-128', pipeline: 'predecessor' }],
      },
    ]);
  });

  it('replaces who is enrolled under their own id, when that is wanted', () => {
    const people = peopleOf(planImport(DB, [ADA]), true, 7, ids());
    expect(people.map(({ id, name }) => [id, name])).toEqual([['new 1', 'Ben'], ['ada', 'ADA']]);
    expect(people[1]!.samples).toMatchObject([{ embedding: faceOf(0), ...LEGACY_ORIGIN }]);
  });
});

describe('planExport', () => {
  const sample = (embedding: Embedding, origin: typeof LEGACY_ORIGIN): Sample => ({ id: 's', embedding, capturedAtMs: 0, learntBy: 'enrolment', ...origin });
  const person = (name: string, ...samples: Sample[]): Person => ({ id: name, name, enrolledAtMs: 0, samples, denials: [] });

  it('writes the normalised mean of the samples of the running model', () => {
    const { people, ...facts } = planExport([person('Ada', sample(faceOf(0), ORIGIN_128), sample(faceOf(1), ORIGIN_128))], ORIGIN_128);
    expect(facts).toEqual({ dimensions: 128, legacy: 0, leftOut: 0 });
    const vector = people[0]!.vector as Embedding;
    expect(cosineOf(vector, vector)).toBeCloseTo(1, 6);
    expect(cosineOf(vector, faceOf(0))).toBeCloseTo(cosineOf(vector, faceOf(1)), 5);
  });

  it('prefers proper samples to the predecessor’s vector, and writes that one as it came', () => {
    const legacy = sample(faceOf(2), LEGACY_ORIGIN);
    const { people, ...facts } = planExport([person('Ada', legacy, sample(faceOf(3, 512), ORIGIN_512)), person('Ben', legacy)], ORIGIN_512);
    expect(people.map(({ vector }) => vector.length)).toEqual([512, 128]);
    expect(Math.max(...people[1]!.vector.map((value, at) => Math.abs(value - faceOf(2)[at]!)))).toBeLessThan(1e-6);
    expect(facts).toEqual({ dimensions: 512, legacy: 1, leftOut: 0 });
  });

  it('leaves out who has neither', () => {
    expect(planExport([person('Ada', sample(faceOf(0, 512), ORIGIN_512))], ORIGIN_128)).toEqual({ people: [], dimensions: null, legacy: 0, leftOut: 1 });
  });
});
