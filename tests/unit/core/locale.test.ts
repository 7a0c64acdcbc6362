/** Which of the languages somebody is spoken to in. */
import { describe, expect, it } from 'vitest';
import { closestLocale, directionOf, LOCALES } from '../../../src/core/locale';

describe('closestLocale', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['es-419'], 'es'],
    [['FR-ca'], 'fr'],
    [['zh-CN'], 'zh-Hans'],
    [['zh-Hant-TW'], 'zh-Hans'],
    [['ar-EG'], 'ar'],
    [['sv', 'fi', 'fr', 'de'], 'fr'],
    [['arc', 'frr', 'den'], 'en'],
    [['sv'], 'en'],
    [[''], 'en'],
    [[], 'en'],
  ])('of %j is %s', (wanted, locale) => {
    expect(closestLocale(wanted)).toBe(locale);
  });

  it.each(LOCALES)('of a language that Lintel speaks is itself: %s', (locale) => {
    expect(closestLocale([locale])).toBe(locale);
  });
});

it('Arabic alone runs from right to left', () => {
  expect(LOCALES.filter((locale) => directionOf(locale) === 'rtl')).toEqual(['ar']);
});
