/** The consent that is being filled in: on Enrol, or in a dialog for somebody who is enrolled. */
import { checkDraft, type ConsentDraft, EMPTY_DRAFT } from '../decision/consent';
import type { ConsentView } from '../ui/rights-view';
import type { ViewModel } from './view-model';

/** Takes in what was typed or ticked. */
export function fillConsent(view: ViewModel, change: Partial<ConsentDraft>): void {
  const { dialog, rights } = view.state;
  const filled = ({ draft }: ConsentView): ConsentView => ({ draft: { ...draft, ...change }, problem: null });
  if (dialog?.kind === 'rights' && dialog.about.kind === 'consent') {
    view.patch({ dialog: { kind: 'rights', about: { ...dialog.about, consent: filled(dialog.about.consent) } } });
  } else {
    view.patch({ rights: { ...rights, consent: filled(rights.consent) } });
  }
}

/** True when consent to the enrolment that is asked for was given: it is kept for its first sample. Else the form says what is missing. */
export function takeConsent(view: ViewModel, nowMs: number): boolean {
  const { rights } = view.state;
  const checked = checkDraft(rights.consent.draft, nowMs);
  const isGiven = checked.kind === 'ok';
  const problem = isGiven ? null : checked.problem;
  view.patch({ rights: { ...rights, given: isGiven ? checked.consent : null, consent: { ...rights.consent, problem } } });
  return isGiven;
}

/** The person is enrolled: of the form only who enters is left for the next. */
export function forgetConsent(view: ViewModel): void {
  const { rights } = view.state;
  const { enteredBy } = rights.consent.draft;
  view.patch({ rights: { ...rights, given: null, consent: { draft: { ...EMPTY_DRAFT, enteredBy }, problem: null } } });
}
