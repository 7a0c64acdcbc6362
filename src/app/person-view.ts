/** A person as People lists them. */
import { type EmbeddingOrigin, isComparable } from '../core/model';
import { isLegacyPerson, type Person, type Sample } from '../decision/gallery';
import { isRecognisable } from '../decision/network-switch';
import { isExpired } from '../decision/retention';
import type { CorrectionView, PersonView } from '../ui/view';

/** `origin` is what the running model makes; null before it is known, when nobody is called a stranger to it. */
export function personView(person: Person, origin: EmbeddingOrigin | null, nowMs = Date.now()): PersonView {
  const { consent, expiresAtMs, lastSeenAtMs } = person;
  const hasExpired = isExpired(person, nowMs);
  const isLegacy = origin !== null && isLegacyPerson(person, origin);
  const comparable = origin === null ? person.samples : person.samples.filter((sample) => isComparable(sample, origin));
  const idleSamples = person.samples.length - comparable.length;
  return {
    id: person.id,
    name: person.name,
    enrolledAtMs: person.enrolledAtMs,
    samples: person.samples.length,
    corrections: correctionsOf(person),
    isComparable: !hasExpired && (origin === null || isRecognisable(person, origin)),
    ...(hasExpired && { isExpired: hasExpired }),
    ...(consent !== undefined && { consent }),
    ...(expiresAtMs !== undefined && { expiresAtMs }),
    ...(lastSeenAtMs !== undefined && { lastSeenAtMs }),
    ...(isLegacy && { isLegacy }),
    ...(comparable.length > 0 && idleSamples > 0 && { idleSamples }),
  };
}

/** What was learnt of a person from corrected verdicts, the latest first. */
function correctionsOf({ samples, denials }: Person): CorrectionView[] {
  const learnt = samples.filter(({ learntBy }) => learntBy === 'correction');
  const views = (templates: readonly Sample[], kind: CorrectionView['kind']): CorrectionView[] =>
    templates.map(({ id, capturedAtMs }) => ({ id, kind, madeAtMs: capturedAtMs }));
  return [...views(learnt, 'was-me'), ...views(denials, 'not-me')].sort((a, b) => b.madeAtMs - a.madeAtMs);
}
