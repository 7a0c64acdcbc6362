/** Records read without trust: each that makes no sense is set aside, alone. */
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/core/embedding';
import { WAYS_TO_LEARN } from '../../../src/decision/gallery';
import { type ParsedPeople, PeopleReader } from '../../../src/store/parse-records';
import type { TemplateRecord } from '../../../src/store/schema';

const EMBEDDING = normalise(Float32Array.from({ length: 512 }, (_, i) => Math.sin(i)));
const ADA = { id: 'a', name: 'Ada', nameKey: 'ada', enrolledAtMs: 1_700_000_000_000 };
const BEN = { id: 'b', name: 'Ben', nameKey: 'ben', enrolledAtMs: 1_700_000_000_001 };
const ADAS: TemplateRecord = {
  id: 'ta',
  personId: 'a',
  embedding: EMBEDDING,
  model: 'mobilefacenet-512',
  pipeline: 'p',
  capturedAtMs: 1,
  learntBy: 'enrolment',
  role: 'sample',
};
const BENS = { ...ADAS, id: 'tb', personId: 'b' };

/** Reads records under the keys they claim, or under "?" where they claim none. */
function parse(people: readonly unknown[], templates: readonly unknown[]): ParsedPeople {
  const keyed = (value: unknown) => ({ key: (value as { id?: string } | null)?.id ?? '?', value });
  const reader = new PeopleReader();
  reader.addTemplates(templates.map(keyed));
  reader.addPeople(people.map(keyed));
  return reader.finish();
}

const namesOf = ({ people }: ParsedPeople): string[] => people.map(({ name }) => name);

describe('PeopleReader', () => {
  it('reads people with their samples', () => {
    const second = { ...ADAS, id: 'ta2', capturedAtMs: 2 };
    const { people, damaged } = parse([ADA, BEN], [ADAS, BENS, second]);
    expect(damaged).toEqual([]);
    expect(people.map(({ id, samples }) => [id, samples.map((sample) => sample.id)])).toEqual([
      ['a', ['ta', 'ta2']],
      ['b', ['tb']],
    ]);
    expect(people[0]).not.toHaveProperty('nameKey');
    expect(people[0]!.samples[0]).toEqual({
      id: 'ta',
      embedding: EMBEDDING,
      model: 'mobilefacenet-512',
      pipeline: 'p',
      capturedAtMs: 1,
      learntBy: 'enrolment',
    });
  });

  it('reads denials beside the samples, each for what it is', () => {
    const denial: TemplateRecord = { ...ADAS, id: 'da', role: 'denial', learntBy: 'correction' };
    const { people, damaged } = parse([ADA, BEN], [denial, ADAS, BENS]);
    expect(damaged).toEqual([]);
    expect(people.map(({ samples, denials }) => [samples.map(({ id }) => id), denials.map(({ id }) => id)])).toEqual([
      [['ta'], ['da']],
      [['tb'], []],
    ]);
    expect(people[0]!.denials[0]).not.toHaveProperty('role');
  });

  it.each(WAYS_TO_LEARN)('reads a sample that was learnt by %s', (learntBy) => {
    expect(parse([ADA], [{ ...ADAS, learntBy }]).people[0]!.samples[0]!.learntBy).toBe(learntBy);
  });

  it('reads the same in pieces as at once', () => {
    const reader = new PeopleReader();
    const templates = [ADAS, BENS, { ...ADAS, id: 'ta2' }];
    for (const value of templates) reader.addTemplates([{ key: value.id, value }]);
    for (const value of [ADA, BEN]) reader.addPeople([{ key: value.id, value }]);
    expect(reader.finish()).toEqual(parse([ADA, BEN], templates));
  });

  it('reads nobody from an empty database', () => {
    expect(parse([], [])).toEqual({ people: [], damaged: [] });
  });

  const changed = (at: number, value: number): Float32Array => EMBEDDING.map((old, i) => (i === at ? value : old));
  it.each([
    ['is null', null],
    ['is a number', 7],
    ['has no id', { ...BENS, id: undefined }],
    ['has no person', { ...BENS, personId: undefined }],
    ['has a number for a person', { ...BENS, personId: 3 }],
    ['has no model', { ...BENS, model: '' }],
    ['has no pipeline', { ...BENS, pipeline: undefined }],
    ['has no time', { ...BENS, capturedAtMs: undefined }],
    ['has NaN for a time', { ...BENS, capturedAtMs: Number.NaN }],
    ['has a time that is no date', { ...BENS, capturedAtMs: 1e300 }],
    ['has no role', { ...BENS, role: undefined }],
    ['has a role nobody knows', { ...BENS, role: 'rumour' }],
    ['was learnt in no way', { ...BENS, learntBy: undefined }],
    ['was learnt in a way nobody knows', { ...BENS, learntBy: 'hearsay' }],
    ['has no embedding', { ...BENS, embedding: undefined }],
    ['has an array for an embedding', { ...BENS, embedding: [...EMBEDDING] }],
    ['has doubles for an embedding', { ...BENS, embedding: new Float64Array(EMBEDDING) }],
    ['has an empty embedding', { ...BENS, embedding: new Float32Array(0) }],
    ['has zeroes for an embedding', { ...BENS, embedding: new Float32Array(512) }],
    ['has NaN in its embedding', { ...BENS, embedding: changed(5, Number.NaN) }],
    ['has infinity in its embedding', { ...BENS, embedding: changed(5, Infinity) }],
    ['is not of unit length', { ...BENS, embedding: EMBEDDING.map((value) => value * 1.01) }],
    ['has the length of another network', { ...BENS, embedding: normalise(EMBEDDING.slice(0, 128)) }],
    ['has one number too few', { ...BENS, embedding: normalise(EMBEDDING.slice(1)) }],
  ])('sets aside a template that %s, and its person, alone', (_, template) => {
    const parsed = parse([ADA, BEN], [ADAS, template]);
    expect(namesOf(parsed)).toEqual(['Ada']);
    expect(parsed.damaged.map(({ store }) => store).sort()).toEqual(['people', 'templates']);
  });

  it.each([
    ['is text', 'Ben'],
    ['has no id', { ...BEN, id: undefined }],
    ['has no name', { ...BEN, name: undefined }],
    ['has white space for a name', { ...BEN, name: ' ' }],
    ['has a name that is too long', { ...BEN, name: 'n'.repeat(65) }],
    ['has no time', { ...BEN, enrolledAtMs: '2024' }],
    ['has a time that is no date', { ...BEN, enrolledAtMs: -1e16 }],
  ])('sets aside a person who %s, and their template, alone', (_, person) => {
    const parsed = parse([ADA, person], [ADAS, BENS]);
    expect(namesOf(parsed)).toEqual(['Ada']);
    expect(parsed.damaged.map(({ store }) => store).sort()).toEqual(['people', 'templates']);
  });

  it('keeps a person with one good sample and one damaged one', () => {
    const parsed = parse([ADA], [ADAS, { ...ADAS, id: 'bad', embedding: new Float32Array(512) }]);
    expect(parsed.people[0]!.samples.map(({ id }) => id)).toEqual(['ta']);
    expect(parsed.damaged).toEqual([{ store: 'templates', key: 'bad', reason: 'has an embedding that is not of unit length' }]);
  });

  it('reports a template of nobody and a person without templates', () => {
    expect(parse([], [ADAS]).damaged).toEqual([{ store: 'templates', key: 'ta', reason: 'belongs to nobody' }]);
    expect(parse([ADA], []).damaged).toEqual([{ store: 'people', key: 'a', reason: 'has no template that can be read' }]);
  });

  it('sets aside a person of whom only denials are left, and the damaged denial of another alone', () => {
    const denial: TemplateRecord = { ...BENS, role: 'denial' };
    expect(parse([BEN], [denial])).toEqual({ people: [], damaged: [{ store: 'people', key: 'b', reason: 'has no template that can be read' }] });
    const parsed = parse([BEN], [BENS, { ...denial, id: 'bad', embedding: new Float32Array(512) }]);
    expect(parsed.people).toMatchObject([{ name: 'Ben', denials: [] }]);
    expect(parsed.damaged).toMatchObject([{ key: 'bad' }]);
  });

  it('keeps templates of a network that is no longer known', () => {
    const old = { ...ADAS, model: 'retired', embedding: normalise(Float32Array.of(1, 2, 3)) };
    expect(namesOf(parse([ADA], [old]))).toEqual(['Ada']);
  });

  it('never reports a name', () => {
    const { damaged } = parse([{ ...ADA, name: 'Ada '.repeat(30) }, { ...BEN, enrolledAtMs: 'Ben' }], []);
    expect(damaged).toHaveLength(2);
    expect(JSON.stringify(damaged)).not.toMatch(/Ada|Ben/);
  });
});
