/** The figures of a report in words: the same for the terminal and for the page. */
import type { Interval } from '../../decision/clopper-pearson';
import { type EnrolRate, type EvalReport, FAR_KEYS, type RateReport } from './report';

/** One line: what it is, how much, and within which limits. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Empty where there is none. */
  readonly interval: string;
}

export interface FactGroup {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** All figures, in groups. */
export function factsOf(report: EvalReport): FactGroup[] {
  const { allPairs, enrol } = report;
  return [
    { title: 'What was compared', facts: subjectFacts(report) },
    { title: `Comparing ${report.protocol}`, facts: [...accuracyFacts(report), ...rateFacts(report)] },
    ...(allPairs === undefined ? [] : [{ title: 'Comparing all images with all', facts: rateFacts(allPairs) }]),
    ...(enrol === undefined ? [] : [{ title: `Templates of ${images(enrol.imagesPerTemplate)}`, facts: enrolFacts(enrol) }]),
  ];
}

/** A rate as per cent with three significant digits; a dash where there was nothing to count. */
export function percent(rate: number): string {
  if (Number.isNaN(rate)) return '–';
  return `${significant(rate * 100)} %`;
}

/** Both ends of an interval as per cent. */
export function percents({ low, high }: Interval): string {
  return `${significant(low * 100)} to ${significant(high * 100)} %`;
}

/** A whole number with thousands apart. */
export function whole(number: number): string {
  return number.toLocaleString('en');
}

function subjectFacts(report: EvalReport): Fact[] {
  const { images: count, people, facesNotFound, intervals, model, pipeline, detector, milliseconds } = report;
  const stages = Object.entries(milliseconds?.stages ?? {}).map(([stage, ms]) => `${stage} ${ms.toFixed(1)}`);
  return [
    fact('Images', `${whole(count)} of ${whole(people)} people`),
    fact('No usable face', `${whole(facesNotFound)} (${percent(facesNotFound / count)}), counted as errors`, intervals.facesNotFound),
    fact('Model', model),
    fact('Pipeline', pipeline),
    fact('Detector', Object.entries(detector).map(([key, value]) => `${key} ${String(value)}`).join(', ')),
    fact(
      'Milliseconds per image',
      milliseconds === null ? 'from cache' : `${milliseconds.image.toFixed(1)} (median of ${whole(milliseconds.images)}: ${stages.join(', ')})`,
    ),
  ];
}

function accuracyFacts({ accuracy, accuracySe, accuracyFolds, intervals }: EvalReport): Fact[] {
  const folds = accuracyFolds === 1 ? 'one fold' : `${accuracyFolds} folds`;
  return [fact('Accuracy', `${(accuracy * 100).toFixed(2)} ± ${(accuracySe * 100).toFixed(2)} % (${folds})`, intervals.accuracy)];
}

function rateFacts(rates: RateReport | EvalReport): Fact[] {
  const { pairs, genuinePairs, impostorPairs, auc, eer, tar, thresholdAt, intervals } = rates;
  const threshold = rates.default.threshold.toFixed(3);
  return [
    fact('Pairs', `${whole(pairs)}: ${whole(genuinePairs)} genuine, ${whole(impostorPairs)} impostor`),
    fact('AUC', percent(auc), intervals.auc),
    fact('Equal error rate', percent(eer), intervals.eer),
    ...FAR_KEYS.map((key) => fact(`TAR at FAR ${key}`, `${percent(tar[key])} (threshold ${thresholdAt[key].toFixed(4)})`, intervals.tar[key])),
    fact(`FAR at the default, ${threshold}`, percent(rates.default.far), intervals.default.far),
    fact(`FRR at the default, ${threshold}`, percent(rates.default.frr), intervals.default.frr),
  ];
}

const ENROL_LABELS: Readonly<Record<EnrolRate, string>> = {
  identificationRate: 'Identified',
  falseRejectionRate: 'Falsely rejected',
  misidentificationRate: 'Taken for somebody else',
  frrOneToOne: 'Refused by their own template',
  falseAcceptsPerStranger: 'Strangers called by a name',
  falseAcceptsPerComparison: 'The same, per comparison',
};

function enrolFacts(enrol: NonNullable<EvalReport['enrol']>): Fact[] {
  const { enrolled, notEnrolled, probes, strangers, threshold, verificationThreshold, intervals } = enrol;
  return [
    fact('Enrolled', `${whole(enrolled)} people, threshold ${threshold.toFixed(3)} (for one: ${verificationThreshold.toFixed(3)})`),
    fact('Could not be enrolled', `${whole(notEnrolled)} people: too few images with a usable face`),
    fact('Probes', `${whole(probes)} of enrolled people, ${whole(strangers)} of strangers`),
    ...(Object.keys(ENROL_LABELS) as EnrolRate[]).map((rate) => fact(ENROL_LABELS[rate], percent(enrol[rate]), intervals[rate])),
  ];
}

function fact(label: string, value: string, interval?: Interval): Fact {
  return { label, value, interval: interval === undefined ? '' : percents(interval) };
}

function images(count: number): string {
  return count === 1 ? 'one image' : `${count} images`;
}

function significant(number: number): string {
  return number === 0 || number >= 100 ? String(Math.round(number)) : String(Number(number.toPrecision(3)));
}
