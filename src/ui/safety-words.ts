/** What the page about safety says: rates, counts and warnings as words. */
import type { Interval } from '../decision/clopper-pearson';
import { type CountedRate, type Overlap, type ReferenceRate, type ThresholdPlace, trialsToShow } from '../decision/gallery-safety';
import type { AlikePair, GallerySurvey } from '../decision/gallery-survey';
import type { ReferenceScores } from '../decision/reference-scores';
import { ENROLMENT, OVERLAP } from '../decision/thresholds';
import { formatScore } from './strings';

/** A share as percent, with as many digits as mean something. */
export function formatPercent(share: number): string {
  return `${Number((share * 100).toPrecision(share < 0.1 ? 2 : 3))} %`;
}

/** A rate as one in so many; frequent ones read better as percent. */
export function formatOneIn(rate: number): string {
  if (rate <= 0) return 'never';
  if (rate >= 0.95) return 'all';
  return rate > 0.3 ? formatPercent(rate) : `1 in ${formatCount(Number((1 / rate).toPrecision(2)))}`;
}

/** A rate of the reference, without its interval; a handful of strangers is worth one digit, and none leaves an upper end. */
export function formatReferenceRate({ rate, interval, isRare }: ReferenceRate): string {
  if (rate === 0) return `fewer than ${formatOneIn(interval.high)}`;
  return isRare ? `about ${formatOneIn(1 / Number((1 / rate).toPrecision(1)))}` : formatOneIn(rate);
}

/** How many strangers a rate is. */
export function strangersText(stranger: ReferenceRate): string {
  return stranger.rate > 0.3 ? `${formatPercent(stranger.rate)} of strangers` : `${formatReferenceRate(stranger)} strangers`;
}

export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

/** A rate of the reference with what it could also be. */
export function referenceRateText(stranger: ReferenceRate): string {
  const { rate, interval } = stranger;
  if (rate === 0) return `${formatReferenceRate(stranger)}: no stranger scored so high`;
  return `${formatReferenceRate(stranger)} (${formatOneIn(interval.low)} to ${formatOneIn(interval.high)})`;
}

/** Errors of trials, with what the rate could also be. */
export function countedRateText({ errors, trials, rate, interval }: CountedRate): string {
  return `${formatCount(errors)} of ${formatCount(trials)}, ${formatPercent(rate)} (${intervalText(interval)})`;
}

/** What a count does not rule out. */
export function intervalText({ low, high }: Interval): string {
  return `${formatPercent(low)} to ${formatPercent(high)}`;
}

/** Whether two people can be told apart at a threshold; the names stand before it. */
export function alikeText({ score }: AlikePair, threshold: number): string {
  const apart = formatScore(Math.abs(score - threshold));
  return score >= threshold
    ? `score ${formatScore(score)} with each other, ${apart} above the threshold: a picture of one may pass as the other. Raise the threshold, or let them verify by name.`
    : `score ${formatScore(score)} with each other, ${apart} below the threshold.`;
}

/** A warning about where the threshold stands; null when it is clear of both sides. */
export function placeWarning({ letsIn, refuses, nears }: ThresholdPlace, overlap: Overlap): string | null {
  const { lowestGenuine, impostorsReach, ownReach, strangersReach } = overlap;
  const who = ownReach !== null && ownReach > strangersReach ? 'one of your people reaches as somebody else' : '1 stranger in 1,000 reaches';
  const reach = formatScore(impostorsReach);
  const own = lowestGenuine === null ? '' : formatScore(lowestGenuine);
  const doesOverlap = lowestGenuine !== null && lowestGenuine <= impostorsReach;
  if (letsIn && refuses) {
    return `The threshold is in the overlap, ${own} to ${reach}: it lets in what it should refuse, and refuses some of your people’s own samples. No threshold in there does both well. Better samples help; the slider cannot.`;
  }
  if (letsIn) {
    const next = nears === 'genuine' && doesOverlap ? ` A little higher, at ${own}, it enters the overlap and also refuses your own people.` : '';
    return `The threshold is not above ${reach}, the score that ${who}. Raise it.${next}`;
  }
  if (refuses) {
    const next = nears === 'impostors' && doesOverlap ? ` A little lower, at ${reach}, it enters the overlap, where strangers get in as well.` : '';
    return `The threshold is above ${own}, the lowest score of one of your own samples: it refuses people it should know.${next}`;
  }
  if (nears === 'impostors') {
    return `Careful: a little lower, at ${reach}, is the score that ${who}. The threshold is less than ${OVERLAP.warnWithin} above it.`;
  }
  return nears === 'genuine' ? `Careful: a little higher, at ${own}, one of your own samples is refused. The threshold is less than ${OVERLAP.warnWithin} below it.` : null;
}

/** Where the two sides meet. */
export function overlapText({ lowestGenuine, impostorsReach, ownReach, strangersReach }: Overlap): string {
  const highest = ownReach !== null && ownReach > strangersReach ? 'the highest score between two of your people' : 'what 1 stranger in 1,000 reaches';
  if (lowestGenuine === null) return `${formatScore(impostorsReach)} is ${highest}. Where your own samples begin is not known yet.`;
  return lowestGenuine > impostorsReach
    ? `They keep apart: ${formatScore(impostorsReach)} is ${highest}, and your own samples begin at ${formatScore(lowestGenuine)}. A threshold between the two serves both.`
    : `They overlap from ${formatScore(lowestGenuine)}, your own lowest, to ${formatScore(impostorsReach)}, ${highest}. No threshold in there serves both.`;
}

/** How little the gallery's own counts can prove, one sentence each. */
export function proofTexts(survey: GallerySurvey, refused: CountedRate | null): string[] {
  const { genuine, impostor, people, surveyed, peopleWithSeveral, peopleOverTime } = survey;
  const size = genuine.length < trialsToShow(0.01) ? 'Little: the gallery is small.' : 'Less than it seems.';
  const own =
    refused === null
      ? 'Nobody has two samples, so nothing is known about how often your people are refused.'
      : `Your people were compared with themselves ${times(genuine.length)}. ${
          refused.errors === 0 ? 'That none was refused at this threshold still allows' : 'What was counted at this threshold allows'
        } a true rate of up to ${formatPercent(refused.interval.high)}. To show that fewer than 1 in 100 are refused takes about ${formatCount(trialsToShow(0.01))} comparisons without an error.${untested(surveyed - peopleWithSeveral)}`;
  const others =
    people < 2
      ? 'With one person there is nobody to be confused with.'
      : `${formatCount(impostor.length)} comparisons between your own people say little about strangers: to show a rate below 1 in 10,000 takes about ${formatCount(trialsToShow(1e-4))}.`;
  const sittings =
    peopleWithSeveral === 0
      ? ''
      : peopleOverTime === 0
        ? 'All samples of a person were taken within an hour, in the same light. Expect lower scores on another day. '
        : `${peopleOverTime} of ${peopleWithSeveral} people have samples from more than one sitting; expect the others to score lower on another day. `;
  const sampled = surveyed < people ? [`${surveyedText(survey)} Whatever is said of your people here is about these, and the others may do worse.`] : [];
  return [
    `${size} It shows what goes wrong with the samples there are, not what will go wrong.`,
    ...sampled,
    own,
    others,
    `${sittings}Enrolment also turns away samples that score less than ${formatScore(ENROLMENT.minLikeness)}, so the worst of your own scores are missing here.`,
    'The intervals take every comparison for independent. Yours share samples and people, so the truth is less certain still.',
  ];
}

/** How many people were compared, where not all were. */
export function surveyedText({ surveyed, people }: GallerySurvey): string {
  return `${formatCount(surveyed)} of your ${formatCount(people)} people were compared with one another, evenly spaced in order of name.`;
}

/** What the strangers are. */
export function referenceText({ model, pairs, images, people, source }: ReferenceScores): string {
  return `The strangers are ${formatCount(images)} photographs of ${formatCount(people)} celebrities (${source}), compared in ${formatCount(pairs)} pairs, one photograph against one, with ${model}. Lintel ships the counts, not the photographs. Your camera, your light and your people differ: people of one family, age or origin look more alike than celebrities do, and no threshold separates twins.`;
}

/** Who could not be compared with themselves. */
function untested(people: number): string {
  if (people === 0) return '';
  return people === 1 ? ' One person has a single sample and is not part of it.' : ` ${formatCount(people)} people have a single sample and are not part of it.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${formatCount(count)} times`;
}
