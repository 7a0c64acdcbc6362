/** Whom another recognition network strands, and whom it brings back. */
import { describe, expect, it } from 'vitest';
import { LEGACY_ORIGIN, PIPELINE_VERSION } from '../../../src/core/model';
import type { Person } from '../../../src/decision/gallery';
import { isRecognisable, networkSwitch } from '../../../src/decision/network-switch';
import { at, person } from './made-up-people';

const SMALL = { model: 'mobilefacenet-128', pipeline: PIPELINE_VERSION };
const LARGE = { model: 'mobilefacenet-512', pipeline: PIPELINE_VERSION };

const SMALL_ONLY = person('Small', at(0, SMALL));
const LARGE_ONLY = person('Large', at(0, LARGE));
const BOTH = person('Both', at(0, SMALL), at(10, LARGE));
const LEGACY = person('Legacy', at(0, LEGACY_ORIGIN));
const OLDER = person('Older', at(0, { ...LARGE, pipeline: 'older' }));
const DENIED: Person = { ...person('Denied', at(0, SMALL)), denials: [at(20, LARGE)] };
const EVERYBODY = [SMALL_ONLY, LARGE_ONLY, BOTH, LEGACY, OLDER, DENIED];

const namesOf = (people: readonly Person[]): string[] => people.map(({ name }) => name);

describe('networkSwitch', () => {
  it('strands whoever has no sample of the other network, whatever else they have', () => {
    expect(namesOf(networkSwitch(EVERYBODY, SMALL, LARGE).stranded)).toEqual(['Small', 'Legacy', 'Older', 'Denied']);
    expect(namesOf(networkSwitch(EVERYBODY, LARGE, SMALL).stranded)).toEqual(['Large', 'Older']);
  });

  it('brings back whoever only the other network can recognise, people of the predecessor included', () => {
    expect(namesOf(networkSwitch(EVERYBODY, SMALL, LARGE).regained)).toEqual(['Large']);
    expect(namesOf(networkSwitch(EVERYBODY, LARGE, SMALL).regained)).toEqual(['Small', 'Legacy', 'Denied']);
  });

  it('brings nobody back before a network runs', () => {
    expect(networkSwitch(EVERYBODY, null, SMALL).regained).toEqual([]);
    expect(networkSwitch([], SMALL, LARGE)).toEqual({ stranded: [], regained: [] });
  });
});

describe('isRecognisable', () => {
  it('is by a sample of the same origin, or by the predecessor’s template with its network', () => {
    expect(EVERYBODY.filter((someone) => isRecognisable(someone, SMALL)).map(({ name }) => name)).toEqual(['Small', 'Both', 'Legacy', 'Denied']);
  });
});
