/** What has to be known to read the figures of a report. */
import { FAR_KEYS, type RateReport } from './report';

/** Sentences, the most important first. */
export function notesOn(rates: RateReport, accuracyFolds: number, isPairsFile: boolean): string[] {
  const notes: string[] = [];
  if (accuracyFolds === 1) {
    notes.push('There is one fold: its threshold was chosen on the very pairs it is judged by, which flatters the accuracy. Its ± is that of a share of so many pairs.');
  }
  if (!isPairsFile) {
    notes.push('In the accuracy, genuine and impostor pairs weigh the same, however many there are of each; each fold holds other people.');
  }
  const tooFine = FAR_KEYS.filter((key) => Number(key) * rates.impostorPairs < 1);
  if (tooFine.length > 0) {
    notes.push(`${rates.impostorPairs.toLocaleString('en')} impostor pairs cannot show a FAR of ${tooFine.join(' or ')}: there, TAR is given at the threshold that none of them reaches.`);
  }
  notes.push('Intervals take the pairs for independent. Pairs that share an image are not, so the truth is somewhat wider.');
  return notes;
}
