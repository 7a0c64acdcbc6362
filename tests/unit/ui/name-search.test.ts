/** People found by a part of their name. */
import { describe, expect, it } from 'vitest';
import { findByName } from '../../../src/ui/name-search';
import type { PersonView } from '../../../src/ui/view';

const view = (name: string): PersonView => ({ id: name, name, enrolledAtMs: 0, samples: 1, corrections: [], isComparable: true });
const PEOPLE = ['Ada', 'Ben', 'Zoë', 'Adam'].map(view);
const found = (typed: string): string[] => findByName(PEOPLE, typed).map(({ name }) => name);

describe('findByName', () => {
  it('finds a part of the name, however it is capitalised or composed, in the order of the list', () => {
    expect([found('AD'), found(' zo\u0065\u0308 '), found('x')]).toEqual([['Ada', 'Adam'], ['Zoë'], []]);
  });

  it('finds everybody where nothing is typed', () => {
    expect(findByName(PEOPLE, '  ')).toBe(PEOPLE);
  });
});
