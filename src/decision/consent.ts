/** Consent to be enrolled: what is recorded of it, and when a form is complete. */
import { type NameProblem, parseName } from './person-name';

/**
 * The version of the text that people agree to, `consentText` in `ui/consent-words.ts`. Whoever changes what that text
 * says raises it, so that a record always tells which text was agreed to. A test holds the two together.
 */
export const CONSENT_TEXT_VERSION = 1;

/** Below this age in years a parent or guardian has to consent. */
export const ADULT_FROM_YEARS = 16;

/** That somebody agreed to be enrolled, as it is kept with the person. */
export interface Consent {
  /** Milliseconds since 1970. */
  readonly givenAtMs: number;
  /** Which text was agreed to, from 1. */
  readonly textVersion: number;
  /** Who entered it, 1 to 64 characters; null is the person themselves. */
  readonly enteredBy: string | null;
  /** The parent or guardian who consented for a child, 1 to 64 characters; null for somebody who is no child. */
  readonly guardian: string | null;
}

/** The form, as it is filled in. */
export interface ConsentDraft {
  readonly isAgreed: boolean;
  /** Empty is the person themselves. */
  readonly enteredBy: string;
  readonly isChild: boolean;
  /** Counts only for a child. */
  readonly guardian: string;
}

export const EMPTY_DRAFT: ConsentDraft = { isAgreed: false, enteredBy: '', isChild: false, guardian: '' };

/** What is missing. A name problem is that of the field it names. */
export type ConsentProblem =
  | { readonly field: 'agreed' }
  | { readonly field: 'entered-by' | 'guardian'; readonly problem: NameProblem };

export type CheckedDraft =
  | { readonly kind: 'ok'; readonly consent: Consent }
  | { readonly kind: 'problem'; readonly problem: ConsentProblem };

/** The consent that a form says, or the first thing that is missing. */
export function checkDraft({ isAgreed, enteredBy, isChild, guardian }: ConsentDraft, nowMs: number): CheckedDraft {
  if (!isAgreed) return { kind: 'problem', problem: { field: 'agreed' } };
  const entering = enteredBy.trim() === '' ? null : parseName(enteredBy);
  if (entering?.kind === 'problem') return { kind: 'problem', problem: { field: 'entered-by', problem: entering.problem } };
  const consenting = isChild ? parseName(guardian) : null;
  if (consenting?.kind === 'problem') return { kind: 'problem', problem: { field: 'guardian', problem: consenting.problem } };
  const consent = { givenAtMs: nowMs, textVersion: CONSENT_TEXT_VERSION, enteredBy: entering?.name ?? null, guardian: consenting?.name ?? null };
  return { kind: 'ok', consent };
}

/** The later one, where two people become one. */
export function laterConsent(a: Consent | undefined, b: Consent | undefined): Consent | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.givenAtMs >= b.givenAtMs ? a : b;
}
