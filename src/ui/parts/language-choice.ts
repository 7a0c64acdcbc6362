/** In Settings: the language of the interface. */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { type Locale, LOCALES } from '../../core/locale';
import { send } from '../send';

/** Each language by its own name, so that whoever speaks it finds it. */
const OWN_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  'zh-Hans': '简体中文',
  ar: 'العربية',
};

/** `chosen` is null where the browser decides. */
export function languageChoice(host: EventTarget, chosen: Locale | null): TemplateResult {
  const read = (event: Event): Locale | null => {
    const { value } = event.target as HTMLSelectElement;
    return LOCALES.find((locale) => locale === value) ?? null;
  };
  return html`<label>
    ${msg('Language')}
    <select @change=${(event: Event) => send(host, { kind: 'change-settings', change: { language: read(event) } })}>
      <option value="" .selected=${chosen === null}>${msg('As the browser says')}</option>
      ${LOCALES.map((locale) => html`<option value=${locale} lang=${locale} dir="auto" .selected=${locale === chosen}>${OWN_NAMES[locale]}</option>`)}
    </select>
  </label>`;
}

/** The language that was chosen could not be loaded. */
export function missingLanguage(host: EventTarget): TemplateResult {
  return html`<div class="notice" role="alert">
    <p>${msg('The words of the chosen language could not be loaded, so this is English. Nothing was lost. Reload to try again.')}</p>
    <button type="button" @click=${() => send(host, { kind: 'reload-page' })}>${msg('Reload the page')}</button>
  </div>`;
}
