/** What the page about safety says: rates, counts and warnings as words. */
import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Interval } from '../decision/clopper-pearson';
import { type CountedRate, type Overlap, type ReferenceRate, type ThresholdPlace, trialsToShow } from '../decision/gallery-safety';
import type { AlikePair, GallerySurvey } from '../decision/gallery-survey';
import type { ReferenceScores } from '../decision/reference-scores';
import { ENROLMENT, OVERLAP } from '../decision/thresholds';
import { formatNumber } from './format';
import { plural } from './plural';
import { countPeople, formatScore } from './strings';

/** A share as percent, with as many digits as mean something. */
export function formatPercent(share: number): string {
  const number = formatNumber(Number((share * 100).toPrecision(share < 0.1 ? 2 : 3)), { maximumFractionDigits: 20 });
  return msg(str`${number} %`);
}

/** A rate as one in so many; frequent ones read better as percent. */
export function formatOneIn(rate: number): string {
  if (rate <= 0) return msg('never');
  if (rate >= 0.95) return msg('all');
  return rate > 0.3 ? formatPercent(rate) : msg(str`1 in ${formatCount(Number((1 / rate).toPrecision(2)))}`);
}

/** A rate of the reference, without its interval; a handful of strangers is worth one digit, and none leaves an upper end. */
export function formatReferenceRate({ rate, interval, isRare }: ReferenceRate): string {
  if (rate === 0) return msg(str`fewer than ${formatOneIn(interval.high)}`);
  return isRare ? msg(str`about ${formatOneIn(1 / Number((1 / rate).toPrecision(1)))}`) : formatOneIn(rate);
}

/** How many strangers a rate is. */
export function strangersText(stranger: ReferenceRate): string {
  return stranger.rate > 0.3 ? msg(str`${formatPercent(stranger.rate)} of strangers`) : msg(str`${formatReferenceRate(stranger)} strangers`);
}

export function formatCount(count: number): string {
  return formatNumber(count);
}

/** A rate of the reference with what it could also be. */
export function referenceRateText(stranger: ReferenceRate): string {
  const { rate, interval } = stranger;
  if (rate === 0) return msg(str`${formatReferenceRate(stranger)}: no stranger scored so high`);
  return msg(str`${formatReferenceRate(stranger)} (${formatOneIn(interval.low)} to ${formatOneIn(interval.high)})`);
}

/** Errors of trials, with what the rate could also be. */
export function countedRateText({ errors, trials, rate, interval }: CountedRate): string {
  return msg(str`${formatCount(errors)} of ${formatCount(trials)}, ${formatPercent(rate)} (${intervalText(interval)})`);
}

/** What a count does not rule out. */
export function intervalText({ low, high }: Interval): string {
  return msg(str`${formatPercent(low)} to ${formatPercent(high)}`);
}

/** Whether two people can be told apart at a threshold. */
export function alikeText({ first, second, score }: AlikePair, threshold: number): TemplateResult {
  const apart = formatScore(Math.abs(score - threshold));
  return score >= threshold
    ? msg(html`<bdi>${first}</bdi> and <bdi>${second}</bdi> score ${formatScore(score)} with each other, ${apart} above the threshold: a picture of one may pass as the other. Raise the threshold, or let them verify by name.`)
    : msg(html`<bdi>${first}</bdi> and <bdi>${second}</bdi> score ${formatScore(score)} with each other, ${apart} below the threshold.`);
}

/** A warning about where the threshold stands; null when it is clear of both sides. */
export function placeWarning({ letsIn, refuses, nears }: ThresholdPlace, overlap: Overlap): string | null {
  const { lowestGenuine, impostorsReach, ownReach, strangersReach } = overlap;
  const isOwn = ownReach !== null && ownReach > strangersReach;
  const reach = formatScore(impostorsReach);
  const own = lowestGenuine === null ? '' : formatScore(lowestGenuine);
  const within = formatNumber(OVERLAP.warnWithin);
  const doesOverlap = lowestGenuine !== null && lowestGenuine <= impostorsReach;
  if (letsIn && refuses) {
    return msg(str`The threshold is in the overlap, ${own} to ${reach}: it lets in what it should refuse, and refuses some of your people’s own samples. No threshold in there does both well. Better samples help; the slider cannot.`);
  }
  if (letsIn) {
    const now = isOwn
      ? msg(str`The threshold is not above ${reach}, the score that one of your people reaches as somebody else. Raise it.`)
      : msg(str`The threshold is not above ${reach}, the score that 1 stranger in 1,000 reaches. Raise it.`);
    const next = nears === 'genuine' && doesOverlap ? [msg(str`A little higher, at ${own}, it enters the overlap and also refuses your own people.`)] : [];
    return [now, ...next].join(' ');
  }
  if (refuses) {
    const now = msg(str`The threshold is above ${own}, the lowest score of one of your own samples: it refuses people it should know.`);
    const next = nears === 'impostors' && doesOverlap ? [msg(str`A little lower, at ${reach}, it enters the overlap, where strangers get in as well.`)] : [];
    return [now, ...next].join(' ');
  }
  if (nears === 'impostors') {
    return isOwn
      ? msg(str`Careful: a little lower, at ${reach}, is the score that one of your people reaches as somebody else. The threshold is less than ${within} above it.`)
      : msg(str`Careful: a little lower, at ${reach}, is the score that 1 stranger in 1,000 reaches. The threshold is less than ${within} above it.`);
  }
  return nears === 'genuine' ? msg(str`Careful: a little higher, at ${own}, one of your own samples is refused. The threshold is less than ${within} below it.`) : null;
}

/** Where the two sides meet. */
export function overlapText({ lowestGenuine, impostorsReach, ownReach, strangersReach }: Overlap): string {
  const reach = formatScore(impostorsReach);
  const isOwn = ownReach !== null && ownReach > strangersReach;
  if (lowestGenuine === null) {
    return isOwn
      ? msg(str`${reach} is the highest score between two of your people. Where your own samples begin is not known yet.`)
      : msg(str`${reach} is what 1 stranger in 1,000 reaches. Where your own samples begin is not known yet.`);
  }
  const own = formatScore(lowestGenuine);
  if (lowestGenuine > impostorsReach) {
    return isOwn
      ? msg(str`They keep apart: ${reach} is the highest score between two of your people, and your own samples begin at ${own}. A threshold between the two serves both.`)
      : msg(str`They keep apart: ${reach} is what 1 stranger in 1,000 reaches, and your own samples begin at ${own}. A threshold between the two serves both.`);
  }
  return isOwn
    ? msg(str`They overlap from ${own}, your own lowest, to ${reach}, the highest score between two of your people. No threshold in there serves both.`)
    : msg(str`They overlap from ${own}, your own lowest, to ${reach}, what 1 stranger in 1,000 reaches. No threshold in there serves both.`);
}

/** How little the gallery's own counts can prove, one sentence each. */
export function proofTexts(survey: GallerySurvey, refused: CountedRate | null): string[] {
  const { genuine, impostor, people, surveyed, peopleWithSeveral, peopleOverTime } = survey;
  const size =
    genuine.length < trialsToShow(0.01)
      ? msg('Little: the gallery is small. It shows what goes wrong with the samples there are, not what will go wrong.')
      : msg('Less than it seems. It shows what goes wrong with the samples there are, not what will go wrong.');
  const own =
    refused === null
      ? msg('Nobody has two samples, so nothing is known about how often your people are refused.')
      : [
          plural(genuine.length, msg('Your people were compared with themselves once.|Your people were compared with themselves # times.')),
          refused.errors === 0
            ? msg(str`That none was refused at this threshold still allows a true rate of up to ${formatPercent(refused.interval.high)}.`)
            : msg(str`What was counted at this threshold allows a true rate of up to ${formatPercent(refused.interval.high)}.`),
          msg(str`To show that fewer than 1 in 100 are refused takes about ${formatCount(trialsToShow(0.01))} comparisons without an error.`),
          ...untested(surveyed - peopleWithSeveral),
        ].join(' ');
  const others =
    people < 2
      ? msg('With one person there is nobody to be confused with.')
      : msg(str`${formatCount(impostor.length)} comparisons between your own people say little about strangers: to show a rate below 1 in 10,000 takes about ${formatCount(trialsToShow(1e-4))}.`);
  const sittings =
    peopleWithSeveral === 0
      ? []
      : peopleOverTime === 0
        ? [msg('All samples of a person were taken within an hour, in the same light. Expect lower scores on another day.')]
        : [msg(str`${formatCount(peopleOverTime)} of ${countPeople(peopleWithSeveral)} have samples from more than one sitting; expect the others to score lower on another day.`)];
  const sampled = surveyed < people ? [`${surveyedText(survey)} ${msg('Whatever is said of your people here is about these, and the others may do worse.')}`] : [];
  return [
    size,
    ...sampled,
    own,
    others,
    [
      ...sittings,
      msg(str`Enrolment also turns away samples that score less than ${formatScore(ENROLMENT.minLikeness)}, so the worst of your own scores are missing here.`),
    ].join(' '),
    msg('The intervals take every comparison for independent. Yours share samples and people, so the truth is less certain still.'),
  ];
}

/** How many people were compared, where not all were. */
export function surveyedText({ surveyed, people }: GallerySurvey): string {
  return msg(str`${formatCount(surveyed)} of your ${formatCount(people)} people were compared with one another, evenly spaced in order of name.`);
}

/** What the strangers are. */
export function referenceText({ model, pairs, images, people, source }: ReferenceScores): string {
  return msg(str`The strangers are ${formatCount(images)} photographs of ${formatCount(people)} celebrities (${source}), compared in ${formatCount(pairs)} pairs, one photograph against one, with ${model}. Lintel ships the counts, not the photographs. Your camera, your light and your people differ: people of one family, age or origin look more alike than celebrities do, and no threshold separates twins.`);
}

/** Who could not be compared with themselves. */
function untested(people: number): string[] {
  if (people === 0) return [];
  return [plural(people, msg('One person has a single sample and is not part of it.|# people have a single sample and are not part of it.'))];
}
