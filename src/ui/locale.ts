/** The language that the interface speaks: its words are loaded when it is chosen, from where the app itself comes. */
import { configureLocalization, type LocaleModule } from '@lit/localize';
import { directionOf, type Locale, LOCALES } from '../core/locale';

const WORDS: Readonly<Record<Exclude<Locale, 'en'>, () => Promise<LocaleModule>>> = {
  de: () => import('./locales/de'),
  es: () => import('./locales/es'),
  fr: () => import('./locales/fr'),
  'zh-Hans': () => import('./locales/zh-Hans'),
  ar: () => import('./locales/ar'),
};

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: 'en',
  targetLocales: LOCALES.filter((locale) => locale !== 'en'),
  loadLocale: (locale) => WORDS[locale as keyof typeof WORDS](),
});

/** The language that is spoken now. */
export function currentLocale(): Locale {
  return getLocale() as Locale;
}

/**
 * Speaks a language: every element says its words anew, and the page runs in its direction.
 * @throws what the import throws when the words cannot be loaded; English is spoken then.
 */
export async function speak(locale: Locale): Promise<void> {
  try {
    await setLocale(locale);
  } catch (error) {
    await setLocale('en');
    throw error;
  } finally {
    // Another language may have been chosen meanwhile: what counts is what is spoken.
    document.documentElement.lang = currentLocale();
    document.documentElement.dir = directionOf(currentLocale());
  }
}
