/** Where a name stands in a sentence. */
import { expect, it } from 'vitest';
import { aroundName, isolated, NAME } from '../../../src/ui/named';
import { parseName } from '../../../src/decision/person-name';

it('a sentence is split around its name, wherever that stands', () => {
  expect(aroundName(`MATCH: ${NAME} (0.856)`)).toEqual(['MATCH: ', ' (0.856)']);
  expect(aroundName(`${NAME}!`)).toEqual(['', '!']);
  expect(aroundName('Nobody is enrolled yet.')).toBeNull();
});

it('no name can hold the mark', () => {
  expect(parseName(`A${NAME}b`)).toMatchObject({ kind: 'problem' });
});

it('a name in plain text keeps its direction to itself', () => {
  expect(isolated('Ada')).toBe('\u2068Ada\u2069');
});
