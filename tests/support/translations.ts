/** The translations as their files hold them, for tests that read the screen in another language. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '../../src/core/locale';

/** One message in one language. */
export interface Translation {
  readonly id: string;
  /** In English; placeholders stand as `<x id="0" …/>`. */
  readonly source: string;
  /** Null while nobody has translated it. */
  readonly target: string | null;
}

const FOLDER = join(import.meta.dirname, '../../src/ui/locales/xlf');
const UNIT = /<trans-unit id="([^"]+)">\s*<source>([^]*?)<\/source>(?:\s*<target[^>]*>([^]*?)<\/target>)?/g;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };

/** Everything that a language's file says, in its order. */
export async function translationsOf(locale: Exclude<Locale, 'en'>): Promise<Translation[]> {
  const file = await readFile(join(FOLDER, `${locale}.xlf`), 'utf8');
  return [...file.matchAll(UNIT)].map(([, id, source, target]) => ({ id: id!, source: plain(source!), target: target === undefined ? null : plain(target) }));
}

/** Says English words without placeholders in another language. @throws Error when they are not translated. */
export async function interpreter(locale: Exclude<Locale, 'en'>): Promise<(english: string) => string> {
  const words = new Map((await translationsOf(locale)).map(({ source, target }) => [source, target]));
  return (english) => {
    const target = words.get(english);
    if (target == null) throw new Error(`“${english}” is not translated into ${locale}.`);
    return target;
  };
}

function plain(text: string): string {
  return text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity]!);
}
