/** The threshold that the app starts with: the one place where the evaluation asks for it. */
import { matchThreshold } from '../../decision/match-threshold';
import { DEFAULT_SETTINGS } from '../../decision/settings';

/** Cosine from which this model takes a face for one of so many people, unless somebody changes it. */
export function defaultThreshold(model: string, people: number): number {
  return matchThreshold(DEFAULT_SETTINGS, model, people);
}
