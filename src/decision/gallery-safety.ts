/** What a threshold means for a gallery: who gets in, who is refused, and how little the counts behind it can prove. */
import { clopperPearson, type Interval } from './clopper-pearson';
import { countBelow, type GallerySurvey } from './gallery-survey';
import { falseIdentificationRateOf } from './match-threshold';
import { cosineFor, farAt, type ReferenceScores, strangersAt } from './reference-scores';
import { SETTING_LIMITS } from './settings';
import { OVERLAP, RECOMMENDED_FALSE_ACCEPT_RATES } from './thresholds';

/** An error rate that was counted. */
export interface CountedRate {
  readonly errors: number;
  readonly trials: number;
  /** 0 to 1; lower is better. */
  readonly rate: number;
  /** The rates that the count does not contradict, 95 %. Comparisons that share a sample are not independent: wider still. */
  readonly interval: Interval;
}

/**
 * A rate counted on the reference photographs. The line through the tail that chooses thresholds is left aside here: a few
 * pairs of strangers score far higher than it expects.
 */
export interface ReferenceRate {
  /** 0 to 1. */
  readonly rate: number;
  /** 95 %. */
  readonly interval: Interval;
  /** True when only a handful of strangers scored so high, or none. */
  readonly isRare: boolean;
}

/** What happens at one threshold. */
export interface SafetyAt {
  /** Share of a person's own samples that would be refused (FRR); null when nobody has two samples. */
  readonly refused: CountedRate | null;
  /** Share of comparisons of one enrolled person with another that would pass (FAR among your own); null below two people. */
  readonly confused: CountedRate | null;
  /** How often one stranger passes as one person (FAR on the reference photographs). */
  readonly stranger: ReferenceRate;
  /** How often a stranger is called by any of the gallery's names. */
  readonly anyName: ReferenceRate;
}

export function safetyAt(survey: GallerySurvey, reference: ReferenceScores, threshold: number): SafetyAt {
  const stranger = strangerRateAt(reference, threshold);
  return {
    refused: refusedAt(survey, threshold),
    confused: countedRate(survey.impostor.length - countBelow(survey.impostor, threshold), survey.impostor.length),
    stranger,
    anyName: amongPeople(stranger, survey.people),
  };
}

/** How often one stranger passes as one person. */
export function strangerRateAt(reference: ReferenceScores, threshold: number): ReferenceRate {
  const { pairs } = reference;
  const { far, isExtrapolated } = farAt(reference, threshold);
  const passing = isExtrapolated ? strangersAt(reference, threshold) : Math.min(pairs, far * pairs);
  return { rate: passing / pairs, interval: clopperPearson(passing, pairs), isRare: isExtrapolated };
}

/** How often a stranger who has one chance with each of so many people is called by a name. */
export function amongPeople({ rate, interval, isRare }: ReferenceRate, people: number): ReferenceRate {
  const among = (far: number): number => falseIdentificationRateOf(far, people);
  return { rate: among(rate), interval: { low: among(interval.low), high: among(interval.high) }, isRare };
}

/** One point of the detection error trade-off. */
export interface TradeOff {
  readonly threshold: number;
  /** How often one stranger passes as one person. */
  readonly stranger: ReferenceRate;
  readonly refused: CountedRate;
}

/** From the most lenient threshold that matters to one that a stranger passes once in a million; empty without genuine scores. */
export function tradeOffs(survey: GallerySurvey, reference: ReferenceScores): TradeOff[] {
  const steps = 200;
  const [from, to] = [cosineFor(reference, 0.9), cosineFor(reference, 1e-6)];
  const known = new Map<number, CountedRate>();
  return Array.from({ length: steps + 1 }, (_, step) => from + ((to - from) * step) / steps).flatMap((threshold) => {
    const errors = countBelow(survey.genuine, threshold);
    const refused = known.get(errors) ?? countedRate(errors, survey.genuine.length);
    if (refused === null) return [];
    known.set(errors, refused);
    return [{ threshold, stranger: strangerRateAt(reference, threshold), refused }];
  });
}

/** A threshold for a false accept rate, and what it costs. */
export interface Recommendation extends SafetyAt {
  /** The rate it is for: one stranger against one person. */
  readonly far: number;
  /** On the slider's grid, rounded up, so that the rate is not exceeded. */
  readonly threshold: number;
}

export function recommendationsFor(survey: GallerySurvey, reference: ReferenceScores): Recommendation[] {
  return RECOMMENDED_FALSE_ACCEPT_RATES.map((far) => {
    const threshold = onSlider(cosineFor(reference, far));
    return { far, threshold, ...safetyAt(survey, reference, threshold) };
  });
}

/** Where the scores of people and of those who are not them meet; all values are cosines. */
export interface Overlap {
  /** The lowest score of a person with themselves; null without any. */
  readonly lowestGenuine: number | null;
  /** What one reference stranger in a thousand reaches. */
  readonly strangersReach: number;
  /** The highest score of one enrolled person with another; null below two people. */
  readonly ownReach: number | null;
  /** The higher of the two. */
  readonly impostorsReach: number;
}

export function overlapOf({ genuine, impostor }: GallerySurvey, reference: ReferenceScores): Overlap {
  const strangersReach = cosineFor(reference, OVERLAP.strangerFar);
  const ownReach = impostor.at(-1) ?? null;
  return {
    lowestGenuine: genuine[0] ?? null,
    strangersReach,
    ownReach,
    impostorsReach: Math.max(strangersReach, ownReach ?? -1),
  };
}

/** Where a threshold stands: in the overlap when it both lets in and refuses. */
export interface ThresholdPlace {
  /** Strangers, or others of the gallery, reach it. */
  readonly letsIn: boolean;
  /** A person's own sample has scored less. */
  readonly refuses: boolean;
  /** The edge it is about to cross: into the reach of impostors, or above a person's own lowest score. */
  readonly nears: 'impostors' | 'genuine' | null;
}

export function placeOf({ lowestGenuine, impostorsReach }: Overlap, threshold: number): ThresholdPlace {
  const letsIn = threshold <= impostorsReach;
  const refuses = lowestGenuine !== null && threshold > lowestGenuine;
  const toImpostors = letsIn ? Number.POSITIVE_INFINITY : threshold - impostorsReach;
  const toGenuine = lowestGenuine === null || refuses ? Number.POSITIVE_INFINITY : lowestGenuine - threshold;
  const nearest = Math.min(toImpostors, toGenuine);
  return { letsIn, refuses, nears: nearest > OVERLAP.warnWithin ? null : toImpostors <= toGenuine ? 'impostors' : 'genuine' };
}

/** How many comparisons without an error it takes to show that a rate is lower than this: no error in n still allows 3/n. */
export function trialsToShow(rate: number): number {
  return Math.ceil(3 / rate);
}

function refusedAt({ genuine }: GallerySurvey, threshold: number): CountedRate | null {
  return countedRate(countBelow(genuine, threshold), genuine.length);
}

function countedRate(errors: number, trials: number): CountedRate | null {
  return trials === 0 ? null : { errors, trials, rate: errors / trials, interval: clopperPearson(errors, trials) };
}

/** The lowest position of the slider that is not below a cosine, within its limits. */
function onSlider(cosine: number): number {
  const { min, max, step } = SETTING_LIMITS.manualThreshold;
  const rounded = Math.ceil(cosine / step - 1e-9) * step;
  return Number(Math.min(max, Math.max(min, rounded)).toFixed(3));
}
