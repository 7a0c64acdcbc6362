/** A person as People lists them. */
import type { EmbeddingOrigin } from '../core/model';
import { hasComparableSample, isLegacyPerson, type Person, type Sample } from '../decision/gallery';
import type { CorrectionView, PersonView } from '../ui/view';

/** `origin` is what the running model makes; null before it is known, when nobody is called a stranger to it. */
export function personView(person: Person, origin: EmbeddingOrigin | null): PersonView {
  const isLegacy = origin !== null && isLegacyPerson(person, origin);
  return {
    id: person.id,
    name: person.name,
    enrolledAtMs: person.enrolledAtMs,
    samples: person.samples.length,
    corrections: correctionsOf(person),
    isComparable: origin === null || isLegacy || hasComparableSample(person, origin),
    ...(isLegacy && { isLegacy }),
  };
}

/** What was learnt of a person from corrected verdicts, the latest first. */
function correctionsOf({ samples, denials }: Person): CorrectionView[] {
  const learnt = samples.filter(({ learntBy }) => learntBy === 'correction');
  const views = (templates: readonly Sample[], kind: CorrectionView['kind']): CorrectionView[] =>
    templates.map(({ id, capturedAtMs }) => ({ id, kind, madeAtMs: capturedAtMs }));
  return [...views(learnt, 'was-me'), ...views(denials, 'not-me')].sort((a, b) => b.madeAtMs - a.madeAtMs);
}
