/** Numbers, dates and lists in several languages. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LOCALES } from '../../../src/core/locale';
import { formatDate, formatDecimals, formatNumber, formatTenths, listParts } from '../../../src/ui/format';

const spoken = vi.hoisted(() => ({ locale: 'en' }));
vi.mock('../../../src/ui/locale', () => ({ currentLocale: () => spoken.locale }));

afterEach(() => {
  spoken.locale = 'en';
});

describe('numbers', () => {
  it('are written as the language writes them', () => {
    expect([formatNumber(12345), formatDecimals(0.8557, 3), formatDecimals(-0.2, 3)]).toEqual(['12,345', '0.856', '-0.200']);
    spoken.locale = 'de';
    expect([formatNumber(12345), formatDecimals(0.8557, 3)]).toEqual(['12.345', '0,856']);
  });

  it.each(LOCALES)('have the digits 0 to 9 and three decimals in %s', (locale) => {
    spoken.locale = locale;
    expect(formatDecimals(0.8557, 3)).toMatch(/^0[.,]856$/);
    expect(formatDate(Date.UTC(2026, 10, 27))).toMatch(/2026/);
  });

  it('on an axis have a minus as long as a plus, and none for zero', () => {
    expect([-0.4, -0.04, 0.04, 1].map(formatTenths)).toEqual(['−0.4', '0.0', '0.0', '1.0']);
  });
});

it('a list says what stands between its elements', () => {
  const read = (names: readonly string[]): string => listParts(names).map(({ value }) => value).join('');
  expect(read(['Ada', 'Ben', 'Cleo'])).toBe('Ada, Ben and Cleo');
  expect(read(['Ada'])).toBe('Ada');
  spoken.locale = 'de';
  expect(read(['Ada', 'Ben', 'Cleo'])).toBe('Ada, Ben und Cleo');
});
