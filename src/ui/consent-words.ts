/** What people agree to, and what Lintel says of their consent. */
import { msg, str } from '@lit/localize';
import type { ConsentProblem } from '../decision/consent';
import { nameProblemText } from './strings';

/** What is kept, for what, and how to take it back: version `CONSENT_TEXT_VERSION`, which changes with what this says. */
export function consentText(): string {
  return msg(
    'Kept are the name, templates of the face, from which a face can be approximated, and a log of when it was recognised: personal data. They stay on this device, encrypted, to recognise this person here and for nothing else. Consent can be taken back at any time: “Data and rights” in People shows, hands over and erases what is kept.',
  );
}

/** What is missing, and what to do. */
export function consentProblemText(problem: ConsentProblem): string {
  switch (problem.field) {
    case 'agreed':
      return msg('Tick the box once they agree. Nobody is enrolled without that.');
    case 'entered-by':
      return nameProblemText(problem.problem);
    case 'guardian':
      return problem.problem === 'empty' ? msg('Type who consents for the child.') : nameProblemText(problem.problem);
  }
}

export function childWarning(years: number): string {
  return msg(str`Nobody under ${years} can agree alone. Without a parent or guardian who consents, do not go on.`);
}
