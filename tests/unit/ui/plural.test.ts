/** Counted things, in languages with one form, two and six. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locale } from '../../../src/core/locale';
import { plural } from '../../../src/ui/plural';

const spoken = vi.hoisted(() => ({ locale: 'en' }));
vi.mock('../../../src/ui/locale', () => ({ currentLocale: () => spoken.locale }));

function counting(locale: Locale, forms: string, counts: readonly number[]): string[] {
  spoken.locale = locale;
  return counts.map((count) => plural(count, forms));
}

beforeEach(() => {
  spoken.locale = 'en';
});

describe('plural', () => {
  it('has one form for one and one for everything else', () => {
    expect(counting('en', '1 person|# people', [0, 1, 2, 1234])).toEqual(['0 people', '1 person', '2 people', '1,234 people']);
    expect(counting('de', '# Person|# Personen', [0, 1, 1234])).toEqual(['0 Personen', '1 Person', '1.234 Personen']);
  });

  it('counts nothing as one where the language does', () => {
    expect(counting('fr', '# personne|# personnes', [0, 1, 2])).toEqual(['0 personne', '1 personne', '2 personnes']);
  });

  it('needs no form of its own for millions, and uses it where there is one', () => {
    expect(counting('es', '# persona|# personas', [1_000_000])).toEqual(['1.000.000 personas']);
    expect(counting('es', '# persona|# de personas|# personas', [1_000_000, 7])).toEqual(['1.000.000 de personas', '7 personas']);
  });

  it('has one form for all counts where the language has one', () => {
    expect(counting('zh-Hans', '# 个人', [1, 5])).toEqual(['1 个人', '5 个人']);
  });

  it('has six forms in Arabic, with the digits 0 to 9', () => {
    expect(counting('ar', 'none|one|two|few #|many #|other #', [0, 1, 2, 3, 11, 100])).toEqual(['none', 'one', 'two', 'few 3', 'many 11', 'other 100']);
  });
});
