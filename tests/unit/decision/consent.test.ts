/** When a form of consent is complete, and how it is read back. */
import { describe, expect, it } from 'vitest';
import { checkDraft, CONSENT_TEXT_VERSION, type ConsentDraft, EMPTY_DRAFT, laterConsent } from '../../../src/decision/consent';
import { parsePersonFields } from '../../../src/decision/person-fields';
import { ADA, BEN, CONSENT } from '../backup/made-up-backup';

const NOW_MS = 1_750_000_000_000;
const check = (change: Partial<ConsentDraft>) => checkDraft({ ...EMPTY_DRAFT, isAgreed: true, ...change }, NOW_MS);

describe('a form', () => {
  it('is complete once the box is ticked, entered by the person themselves', () => {
    expect(check({})).toEqual({ kind: 'ok', consent: { givenAtMs: NOW_MS, textVersion: CONSENT_TEXT_VERSION, enteredBy: null, guardian: null } });
  });

  it('keeps who entered it as names are kept', () => {
    expect(check({ enteredBy: '  Grace   Hopper ' })).toMatchObject({ consent: { enteredBy: 'Grace Hopper' } });
    expect(check({ enteredBy: '   ' })).toMatchObject({ consent: { enteredBy: null } });
  });

  it('needs a guardian for a child, and none for anybody else', () => {
    expect(check({ isChild: true, guardian: 'Emmy' })).toMatchObject({ consent: { guardian: 'Emmy' } });
    expect(check({ guardian: 'Emmy' })).toMatchObject({ consent: { guardian: null } });
  });

  it.each([
    [{ isAgreed: false, isChild: true }, { field: 'agreed' }],
    [{ enteredBy: 'x'.repeat(65) }, { field: 'entered-by', problem: 'too-long' }],
    [{ isChild: true }, { field: 'guardian', problem: 'empty' }],
    [{ isChild: true, guardian: 'a\u202eb' }, { field: 'guardian', problem: 'unprintable' }],
  ] as const)('%j is not complete', (change, problem) => {
    expect(check(change)).toEqual({ kind: 'problem', problem });
  });
});

describe('of two consents', () => {
  const later = { ...CONSENT, givenAtMs: CONSENT.givenAtMs + 1 };
  it('the later one is kept', () => {
    expect(laterConsent(CONSENT, later)).toBe(later);
    expect(laterConsent(later, CONSENT)).toBe(later);
  });

  it('one alone is kept, and none stays none', () => {
    expect(laterConsent(undefined, CONSENT)).toBe(CONSENT);
    expect(laterConsent(CONSENT, undefined)).toBe(CONSENT);
    expect(laterConsent(undefined, undefined)).toBeUndefined();
  });
});

describe('a record', () => {
  const read = (change: object) => () => parsePersonFields({ id: 'a', name: 'Ada', enrolledAtMs: 1, ...change });

  it('has consent, expiry and when they were seen, or none of it, as older ones', () => {
    expect(ADA).toMatchObject(parsePersonFields(ADA));
    expect(Object.keys(parsePersonFields(ADA))).toEqual(['id', 'name', 'enrolledAtMs', 'consent', 'expiresAtMs', 'lastSeenAtMs']);
    expect(Object.keys(parsePersonFields(BEN))).toEqual(['id', 'name', 'enrolledAtMs']);
  });

  it.each([
    ['no record', { consent: null }],
    ['no time', { consent: { ...CONSENT, givenAtMs: '1' } }],
    ['text 0', { consent: { ...CONSENT, textVersion: 0 } }],
    ['half a text', { consent: { ...CONSENT, textVersion: 1.5 } }],
    ['nobody who entered it', { consent: { ...CONSENT, enteredBy: undefined } }],
    ['a guardian without a name', { consent: { ...CONSENT, guardian: ' ' } }],
    ['a name that hides', { consent: { ...CONSENT, enteredBy: 'a\u202eb' } }],
    ['an expiry that is no time', { expiresAtMs: null }],
    ['a last time that is none', { lastSeenAtMs: 9e15 }],
  ])('with %s is not read', (_, change) => {
    expect(read(change)).toThrow(TypeError);
  });
});
