/** Which passphrases are taken. Length is what makes guessing hopeless; nothing else is asked of one. */

export const MIN_PASSPHRASE_CHARACTERS = 12;

export type PassphraseProblem = 'too-short' | 'not-repeated';

/** What is wrong with a new passphrase that was typed twice; null when nothing is. */
export function passphraseProblem(typed: string, repeated: string, minCharacters = MIN_PASSPHRASE_CHARACTERS): PassphraseProblem | null {
  if (typed.length < minCharacters) return 'too-short';
  return typed.normalize('NFKC') === repeated.normalize('NFKC') ? null : 'not-repeated';
}
