/** Names of people: data, not identifiers. */

export const MAX_NAME_CHARACTERS = 64;

export type NameProblem = 'empty' | 'too-long' | 'unprintable';

export type ParsedName =
  | { readonly kind: 'ok'; readonly name: string }
  | { readonly kind: 'problem'; readonly problem: NameProblem };

/**
 * Trims a typed name, folds runs of white space and composes accents (NFC), then checks that 1 to 64 characters are
 * left (as a person counts them, so an emoji or an accented letter is one) and that none of them is a control or hides.
 */
export function parseName(typed: string): ParsedName {
  const name = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  // What is left of a name without its invisible characters; joiners stay, since Persian names and emoji need them.
  if (name.replace(/\p{Cf}/gu, '').trim() === '') return { kind: 'problem', problem: 'empty' };
  if (/[\p{Cc}\p{Cs}\p{Co}\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/u.test(name)) return { kind: 'problem', problem: 'unprintable' };
  if (isTooLong(name)) return { kind: 'problem', problem: 'too-long' };
  return { kind: 'ok', name };
}

/** Two names are the same person's when they differ in case or composition alone. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLocaleLowerCase('und');
}

function isTooLong(text: string): boolean {
  // A character as a person counts them takes at least one of `length`, so most names need no counting, nor what counts.
  if (text.length <= MAX_NAME_CHARACTERS) return false;
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
  return [...graphemes.segment(text)].length > MAX_NAME_CHARACTERS;
}
