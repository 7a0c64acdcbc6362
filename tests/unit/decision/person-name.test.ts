/** Which names can be given, and which two are the same. */
import { describe, expect, it } from 'vitest';
import { MAX_NAME_CHARACTERS, nameKey, parseName } from '../../../src/decision/person-name';

const ok = (name: string) => ({ kind: 'ok', name });
const problem = (kind: string) => ({ kind: 'problem', problem: kind });

describe('parseName', () => {
  it.each(['Ada', 'José', '王小明', 'محمد', "O'Brien-Smith", '<b>Ada</b>', '👩‍👩‍👧', '0'])('takes %s as it is', (name) => {
    expect(parseName(name)).toEqual(ok(name));
  });

  it('trims, and folds white space of every kind', () => {
    expect(parseName('  Ada\t\n Lovelace\u00a0\u3000II ')).toEqual(ok('Ada Lovelace II'));
  });

  it('composes accents', () => {
    expect(parseName('Jose\u0301')).toEqual(ok('Jos\u00e9'));
  });

  it.each(['', ' ', '\t\n\u00a0\u3000', '\u200b', '\u200d \u2060'])('finds nothing in white space and what cannot be seen (%j)', (typed) => {
    expect(parseName(typed)).toEqual(problem('empty'));
  });

  it.each([
    ['a zero byte', 'A\u0000da'],
    ['an escape', 'A\u001bda'],
    ['a delete', 'Ada\u007f'],
    ['half an emoji', 'Ada\ud83d'],
    ['a private character', 'Ada\ue000'],
    ['a turned direction', 'Ada\u202e'],
    ['an open isolate', 'Ada\u2066'],
    ['a space without width, which makes two Adas', 'Ad\u200ba'],
    ['a soft hyphen', 'A\u00adda'],
  ])('refuses %s', (_, typed) => {
    expect(parseName(typed)).toEqual(problem('unprintable'));
  });

  it.each(['a', 'e\u0323\u0301', '👩‍👩‍👧', '🇫🇷'])('counts %s as one character', (character) => {
    expect(parseName(character.repeat(MAX_NAME_CHARACTERS)).kind).toBe('ok');
    expect(parseName(character.repeat(MAX_NAME_CHARACTERS + 1))).toEqual(problem('too-long'));
  });

  it('counts what is left after trimming', () => {
    expect(parseName(` ${'a'.repeat(MAX_NAME_CHARACTERS)} `).kind).toBe('ok');
  });
});

describe('nameKey', () => {
  it.each([
    ['case', 'ADA', 'ada'],
    ['case beyond ASCII', 'ÉLODIE', 'élodie'],
    ['composition', 'Jose\u0301', 'Jos\u00e9'],
    ['the width of letters', 'Ａｄａ', 'Ada'],
  ])('is the same for names that differ in %s', (_, one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ['accents', 'José', 'Jose'],
    ['letters', 'Ada', 'Ida'],
    ['spaces', 'Ada Lee', 'AdaLee'],
  ])('differs for names that differ in %s', (_, one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
});
