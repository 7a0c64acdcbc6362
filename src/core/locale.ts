/** The languages that Lintel speaks. */

/** As `lang` attributes name them; the first is the one that the words in the source are written in. */
export const LOCALES = ['en', 'de', 'es', 'fr', 'zh-Hans', 'ar'] as const;

export type Locale = (typeof LOCALES)[number];

/** The first of the wanted languages, the best first, that Lintel speaks in any regional variety; else English. */
export function closestLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const found = LOCALES.find((locale) => languageOf(locale) === languageOf(tag));
    if (found !== undefined) return found;
  }
  return 'en';
}

/** How lines of a language run. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

/** "zh" of "zh-Hans-CN". */
export function languageOf(tag: string): string {
  return tag.split('-', 1)[0]!.toLowerCase();
}
