/** Who is in the gallery, and with what template. */
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/core/embedding';
import { galleryOf, hasComparableSample, type Person, type Sample } from '../../../src/decision/gallery';

const ORIGIN = { model: 'm', pipeline: 'p' };

function sample(values: readonly number[], change: Partial<Sample> = {}): Sample {
  return { ...ORIGIN, id: 's', learntBy: 'enrolment', embedding: normalise(Float32Array.from(values)), capturedAtMs: 0, ...change };
}

function person(name: string, ...samples: readonly Sample[]): Person {
  return { id: name.toLowerCase(), name, enrolledAtMs: 0, samples, denials: [] };
}

describe('galleryOf', () => {
  it('has one entry per person, in their order', () => {
    const { origin, proper } = galleryOf([person('Ben', sample([1, 0])), person('Ada', sample([0, 1]))], ORIGIN);
    const { entries } = proper;
    expect(origin).toEqual(ORIGIN);
    expect(entries.map(({ personId, name }) => [personId, name])).toEqual([['ben', 'Ben'], ['ada', 'Ada']]);
    expect([...entries[1]!.template]).toEqual([0, 1]);
  });

  it('makes one template of all comparable samples', () => {
    const [entry] = galleryOf([person('Ada', sample([1, 0]), sample([0, 1]))], ORIGIN).proper.entries;
    expect([...entry!.template]).toEqual([Math.fround(Math.SQRT1_2), Math.fround(Math.SQRT1_2)]);
  });

  it('leaves samples of another network or pipeline out of the template', () => {
    const others = [sample([0, 1, 0], { model: 'other' }), sample([0, 1], { pipeline: 'older' })];
    const [entry] = galleryOf([person('Ada', ...others, sample([1, 0]))], ORIGIN).proper.entries;
    expect([...entry!.template]).toEqual([1, 0]);
  });

  it('makes the template of samples alone, however they were learnt, and keeps denials beside it', () => {
    const samples = [sample([1, 0], { learntBy: 'photograph' }), sample([0, 1], { learntBy: 'correction' })];
    const denials = [sample([0, -1]), sample([0, 1], { pipeline: 'older' }), sample([1, 0, 0], { model: 'other' })];
    const [entry] = galleryOf([{ ...person('Ada', ...samples), denials }], ORIGIN).proper.entries;
    expect([...entry!.template]).toEqual([Math.fround(Math.SQRT1_2), Math.fround(Math.SQRT1_2)]);
    expect(entry!.denials.map((denied) => [...denied])).toEqual([[0, -1]]);
  });

  it('leaves out people without a comparable sample, and keeps the others', () => {
    const people = [person('Ada', sample([1, 0], { pipeline: 'older' })), person('Ben'), person('Cleo', sample([1, 0]))];
    expect(galleryOf(people, ORIGIN).proper.entries.map(({ name }) => name)).toEqual(['Cleo']);
  });

  it('is empty when nobody is enrolled', () => {
    const { origin, size, proper, legacy } = galleryOf([], ORIGIN);
    expect({ origin, size }).toEqual({ origin: ORIGIN, size: 0 });
    expect([...proper.entries, ...legacy.entries]).toEqual([]);
  });
});

describe('hasComparableSample', () => {
  it('is true when one sample of several can be compared', () => {
    expect(hasComparableSample(person('Ada', sample([1], { model: 'other' }), sample([1])), ORIGIN)).toBe(true);
  });

  it('is false when none can', () => {
    expect(hasComparableSample(person('Ada', sample([1], { model: 'other' })), ORIGIN)).toBe(false);
    expect(hasComparableSample(person('Ada'), ORIGIN)).toBe(false);
    expect(hasComparableSample({ ...person('Ada'), denials: [sample([1])] }, ORIGIN)).toBe(false);
  });
});
