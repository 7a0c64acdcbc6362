/** What the interface shows of consent, of how long people are kept and of their rights, and what it can ask for. */
import { type Consent, type ConsentDraft, type ConsentProblem, EMPTY_DRAFT } from '../decision/consent';
import type { ErasureReceipt } from '../decision/erasure';
import type { DuePerson } from '../decision/retention';
import type { PersonView } from './view';

/** Somebody who is about to be deleted. */
export interface DueView extends Pick<DuePerson, 'personId' | 'reason'> {
  /** Not before this; milliseconds since 1970. */
  readonly deletedFromMs: number;
}

/** A consent that is being filled in. */
export interface ConsentView {
  readonly draft: ConsentDraft;
  /** What was missing when it was needed; null when nothing was, or it was not needed yet. */
  readonly problem: ConsentProblem | null;
}

export interface RightsView {
  /** For the person who is to be enrolled. */
  readonly consent: ConsentView;
  /** For the enrolment under way; null when none has begun. */
  readonly given: Consent | null;
  readonly due: readonly DueView[];
  /** Everything was erased before this start, and nobody has read that yet. */
  readonly wasErased: boolean;
}

export const NO_CONSENT: ConsentView = { draft: EMPTY_DRAFT, problem: null };

export const NO_RIGHTS: RightsView = { consent: NO_CONSENT, given: null, due: [], wasErased: false };

/** What was just done with what is kept of a person, or is being done. */
export type RightsDone = 'consent-recorded' | 'expiry-changed' | 'exporting' | 'exported' | 'not-exported';

export type RightsDialog =
  /** What is kept of somebody, and what can be done with it. */
  | { readonly kind: 'person'; readonly person: PersonView; readonly done: RightsDone | null }
  /** Consent of somebody who has none on record, or another one. */
  | { readonly kind: 'consent'; readonly person: PersonView; readonly consent: ConsentView }
  /** `othersDenials`: corrections of others that rest on this person's face and would go, too. */
  | { readonly kind: 'erase'; readonly person: PersonView; readonly othersDenials: number; readonly isBusy: boolean }
  /** `done`: what became of the receipt's file; null before it was asked for. */
  | { readonly kind: 'erased'; readonly receipt: ErasureReceipt; readonly done: 'exported' | 'not-exported' | null };

/** What a person can ask of it. */
export type RightsAsk =
  /** Into the form that is open: that of a dialog, else that of Enrol. */
  | { readonly kind: 'fill-consent'; readonly change: Partial<ConsentDraft> }
  | { readonly kind: 'open'; readonly personId: string }
  | { readonly kind: 'ask-consent'; readonly personId: string }
  /** Keep what the open dialog says. */
  | { readonly kind: 'record-consent' }
  /** Null: never. */
  | { readonly kind: 'set-expiry'; readonly personId: string; readonly expiresAtMs: number | null }
  | { readonly kind: 'export'; readonly personId: string }
  | { readonly kind: 'ask-erase'; readonly personId: string }
  /** Whom the open dialog is about. */
  | { readonly kind: 'erase' }
  /** `name` stands in the receipt; empty names nobody. */
  | { readonly kind: 'save-receipt'; readonly name: string }
  /** That everything was erased was read. */
  | { readonly kind: 'dismiss-erased' }
  /** Those who were to be deleted stay. */
  | { readonly kind: 'keep'; readonly personIds: readonly string[] };
