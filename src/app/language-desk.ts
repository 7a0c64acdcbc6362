/** Lets the interface speak the language that is set, or that the browser prefers. */
import { closestLocale, type Locale } from '../core/locale';
import type { Settings } from '../decision/settings';

/** What the desk works with. */
export interface LanguageParts {
  /** Rejects when the words cannot be loaded; English is spoken then. */
  readonly speak: (locale: Locale) => Promise<void>;
  /** The browser's languages, the best first. */
  readonly preferred: () => readonly string[];
  /** Says whether the wanted language is missing, whenever that changes. */
  readonly onMissing: (isMissing: boolean) => void;
}

export class LanguageDesk {
  readonly #parts: LanguageParts;
  #wanted: Locale = 'en';
  #isMissing = false;

  constructor(parts: LanguageParts) {
    this.#parts = parts;
  }

  /** Speaks what the settings say; does nothing where that is spoken already. */
  follow(language: Settings['language']): void {
    const locale = language ?? closestLocale(this.#parts.preferred());
    if (locale === this.#wanted) return;
    this.#wanted = locale;
    void this.#speak(locale);
  }

  async #speak(locale: Locale): Promise<void> {
    let isMissing = false;
    try {
      await this.#parts.speak(locale);
    } catch {
      isMissing = true;
    }
    if (this.#wanted !== locale || isMissing === this.#isMissing) return;
    this.#isMissing = isMissing;
    this.#parts.onMissing(isMissing);
  }
}
