/** A person as People lists them. */
import { describe, expect, it } from 'vitest';
import { personView } from '../../../src/app/person-view';
import { LEGACY_ORIGIN } from '../../../src/core/model';
import { ORIGIN, person, sample } from './made-up-people';

const OTHER = { model: 'mobilefacenet-128' };
const SMALL = { ...ORIGIN, ...OTHER };

describe('personView', () => {
  it('says how many samples wait for another network, where the person is recognised all the same', () => {
    const both = person('Ada', [sample('a'), sample('b', OTHER), sample('c', OTHER)]);
    expect(personView(both, ORIGIN)).toMatchObject({ samples: 3, idleSamples: 2, isComparable: true });
    expect(personView(both, SMALL)).toMatchObject({ samples: 3, idleSamples: 1, isComparable: true });
  });

  it('says nothing of it where all are used, none is, or no network runs yet', () => {
    expect(personView(person('Ada', [sample('a')]), ORIGIN)).not.toHaveProperty('idleSamples');
    expect(personView(person('Ada', [sample('a', OTHER)]), ORIGIN)).toMatchObject({ isComparable: false });
    expect(personView(person('Ada', [sample('a', OTHER)]), ORIGIN)).not.toHaveProperty('idleSamples');
    expect(personView(person('Ada', [sample('a', LEGACY_ORIGIN)]), SMALL)).not.toHaveProperty('idleSamples');
    expect(personView(person('Ada', [sample('a'), sample('b', OTHER)]), null)).not.toHaveProperty('idleSamples');
  });
});
