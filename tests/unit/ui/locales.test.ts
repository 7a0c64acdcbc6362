/** Every message of the source is in every language's file, and the modules that are loaded are made from these files. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { LOCALES, type Locale } from '../../../src/core/locale';
import { ROOT } from '../../../src/tools/project';
import { temporaryFolder } from '../../support/temporary-folder';
import { type Translation, translationsOf } from '../../support/translations';

const FOLDER = join(ROOT, 'src/ui/locales');
const TRANSLATED = LOCALES.filter((locale): locale is Exclude<Locale, 'en'> => locale !== 'en');

/** How many forms a counted message may have; see [Note: plural forms]. */
const FORMS: Readonly<Record<Exclude<Locale, 'en'>, readonly number[]>> = { de: [2], es: [2, 3], fr: [2, 3], 'zh-Hans': [1], ar: [6] };

const config = readConfigFileAndWriteSchema(join(FOLDER, 'lit-localize.json'));
const localizer = new RuntimeLitLocalizer(config as ConstructorParameters<typeof RuntimeLitLocalizer>[0]);
const translations = new Map<Locale, Translation[]>();

beforeAll(async () => {
  for (const locale of TRANSLATED) translations.set(locale, await translationsOf(locale));
});

describe('the files of the translators', () => {
  const { messages, errors } = localizer.extractSourceMessages();

  it('can be made from the source', () => {
    expect(errors).toEqual([]);
    expect(messages.length).toBeGreaterThan(600);
  });

  it('keep every placeholder', () => {
    expect(localizer.validateTranslations().errors).toEqual([]);
  });

  it.each(TRANSLATED)('hold just the messages of the source (npm run words): %s', (locale) => {
    expect(translations.get(locale)!.map(({ id }) => id).sort()).toEqual(messages.map(({ name }) => name).sort());
  });

  it.each(TRANSLATED)('leave nothing untranslated: %s', (locale) => {
    expect(translations.get(locale)!.filter(({ target }) => target === null || target.trim() === '').map(({ source }) => source)).toEqual([]);
  });

  it.each(TRANSLATED)('have the plural forms of the language: %s', (locale) => {
    const wrong = translations
      .get(locale)!
      .filter(({ source, target }) => source.includes('|') && !source.startsWith('| ') && target !== null && !FORMS[locale].includes(target.split('|').length));
    expect(wrong.map(({ target }) => target)).toEqual([]);
  });
});

it('the modules that are loaded are made from the files of the translators (npm run words)', async () => {
  const made = temporaryFolder();
  // It tells of every message that is not translated.
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  await new RuntimeLitLocalizer({ ...localizer.config, output: { ...localizer.config.output, outputDir: made } }).build();
  warn.mockRestore();
  for (const locale of TRANSLATED) {
    expect(await readFile(join(FOLDER, `${locale}.ts`), 'utf8'), locale).toBe(await readFile(join(made, `${locale}.ts`), 'utf8'));
  }
});
