/** What becomes of the samples there are when more come. */
import { describe, expect, it } from 'vitest';
import { LEGACY_ORIGIN, PIPELINE_VERSION } from '../../../src/core/model';
import { withSamplesAdded } from '../../../src/decision/added-samples';
import { at, person } from './made-up-people';

const SMALL = { model: 'mobilefacenet-128', pipeline: PIPELINE_VERSION };
const LARGE = { model: 'mobilefacenet-512', pipeline: PIPELINE_VERSION };
const OLD = at(0, { ...LEGACY_ORIGIN, id: 'old', learntBy: 'import' });
const IMPORTED = person('Ada', OLD, at(5, { ...LARGE, id: 'large' }));

const idsWith = (...added: Parameters<typeof withSamplesAdded>[1]): string[] => withSamplesAdded(IMPORTED, added).samples.map(({ id }) => id);

describe('withSamplesAdded', () => {
  it('keeps everything that another network made', () => {
    expect(idsWith(at(10, { ...LARGE, id: 'new' }))).toEqual(['old', 'large', 'new']);
  });

  it.each(['enrolment', 'photograph'] as const)('drops the predecessor’s template for a proper sample of its network (%s)', (learntBy) => {
    expect(idsWith(at(10, { ...SMALL, id: 'new', learntBy }))).toEqual(['large', 'new']);
  });

  it('keeps it beside a correction, which can be taken back, and beside another template of the predecessor', () => {
    expect(idsWith(at(10, { ...SMALL, id: 'new', learntBy: 'correction' }))).toEqual(['old', 'large', 'new']);
    expect(idsWith(at(10, { ...LEGACY_ORIGIN, id: 'new', learntBy: 'import' }))).toEqual(['old', 'large', 'new']);
  });

  it('drops it where one of several is proper', () => {
    expect(idsWith(at(10, { ...LARGE, id: 'first' }), at(20, { ...SMALL, id: 'second' }))).toEqual(['large', 'first', 'second']);
  });
});
