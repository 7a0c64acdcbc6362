/** From the rate of false identifications that somebody accepts to the cosine from which a face is a match. */
import { cosineFor, farAt, referenceOf, strangersAt } from './reference-scores';

export interface ThresholdSettings {
  /** Share of strangers who may be called by a name, 1e-6 to 0.1. */
  readonly falseIdentificationRate: number;
  /** A cosine set by hand, in place of the rate; null leaves it to the rate. */
  readonly manualThreshold: number | null;
}

/** A stranger has as many chances as there are people; with few people, as many as if there were this many. */
const FEWEST_PEOPLE = 10;

/**
 * The cosine from which a probe matches one of so many people.
 * [Note: threshold follows the gallery] With n people a stranger is compared n times, so each comparison may go wrong
 * n times more rarely than an identification. The threshold does not fall for fewer than ten people: a gallery that is
 * being filled should not become stricter with every person from the first on.
 */
export function matchThreshold(settings: ThresholdSettings, model: string, people: number): number {
  if (settings.manualThreshold !== null) return settings.manualThreshold;
  return cosineFor(referenceOf(model), settings.falseIdentificationRate / Math.max(people, FEWEST_PEOPLE));
}

/**
 * Share of strangers who would be called by a name at this cosine with so many people, 0 to 1. Where few strangers score
 * so high, those who did count even if the line through the tail says less.
 */
export function falseIdentificationRateAt(cosine: number, model: string, people: number): number {
  const reference = referenceOf(model);
  const { far, isExtrapolated } = farAt(reference, cosine);
  const counted = isExtrapolated ? strangersAt(reference, cosine) / reference.pairs : 0;
  return falseIdentificationRateOf(Math.max(far, counted), people);
}

/** The same for a known false accept rate of one comparison, 0 to 1; exact for very small rates, too. */
export function falseIdentificationRateOf(far: number, people: number): number {
  return -Math.expm1(Math.max(people, 1) * Math.log1p(-far));
}
