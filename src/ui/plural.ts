/** Counted things: each language has its own number of forms. */
import { formatNumber } from './format';
import { currentLocale } from './locale';

/** The order in which forms are written. */
const ORDER: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * [Note: plural forms] A message holds all forms of a counted sentence, with | between them and # for the number:
 * `plural(count, msg('1 person|# people'))`. A language writes those it has, in the order zero, one, two, few, many, other
 * (Chinese one, Arabic six); where it has "many" for millions alone, as French and Spanish, two will do. Other values do not
 * belong into such a message: they could hold the marks.
 */
export function plural(count: number, forms: string): string {
  const written = forms.split('|');
  const rules = new Intl.PluralRules(currentLocale());
  const kind = rules.select(count);
  const kinds = ORDER.filter((name) => rules.resolvedOptions().pluralCategories.includes(name));
  const isComplete = written.length === kinds.length;
  const form = isComplete ? written[kinds.indexOf(kind)] : kind === 'one' ? written[0] : written.at(-1);
  return form!.replaceAll('#', formatNumber(count));
}
