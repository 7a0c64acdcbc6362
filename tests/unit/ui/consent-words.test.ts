/** The text that people agree to, and its version. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { CONSENT_TEXT_VERSION } from '../../../src/decision/consent';
import { childWarning, consentProblemText, consentText } from '../../../src/ui/consent-words';

/** SHA-256 of every text that was ever shown, by version. An entry is added, never changed. */
const TEXTS: Readonly<Record<number, string>> = {
  1: 'afb3403468bfbbd5b6f4f67ddcd6169a587a7c443981e7efbfc42a48533b447a',
};

it('the text of consent is the one that its version names: whoever changes it raises CONSENT_TEXT_VERSION', () => {
  expect(createHash('sha256').update(consentText()).digest('hex')).toBe(TEXTS[CONSENT_TEXT_VERSION]);
});

it('every problem says what to do', () => {
  expect(consentProblemText({ field: 'agreed' })).toBe('Tick the box once they agree. Nobody is enrolled without that.');
  expect(consentProblemText({ field: 'guardian', problem: 'empty' })).toBe('Type who consents for the child.');
  expect(consentProblemText({ field: 'guardian', problem: 'too-long' })).toContain('Shorten it.');
  expect(consentProblemText({ field: 'entered-by', problem: 'unprintable' })).toContain('Type it again.');
  expect(childWarning(16)).toContain('under 16');
});
