/** The figures of an evaluation, as `--json` writes them. */
import { clopperPearson, type Interval } from '../../decision/clopper-pearson';
import { aucOf, eerOf, farAt, frrAt, type ScoreSets, tarAtFar, thresholdAtFar } from '../../decision/error-rates';
import { foldAccuracyOf } from '../../decision/fold-accuracy';
import type { Comparison } from './comparison';
import { defaultThreshold } from './default-threshold';
import type { EnrolCounts } from './enrolment';

/** The false accept rates at which the true accept rate is given. */
export const FAR_KEYS = ['1e-2', '1e-3', '1e-4'] as const;
export type FarKey = (typeof FAR_KEYS)[number];
type PerFar<T> = Readonly<Record<FarKey, T>>;

/** Rates over one set of pairs: 0 to 1 each, NaN (null in JSON) where there are no pairs to count. */
export interface RateReport {
  readonly pairs: number;
  readonly genuinePairs: number;
  readonly impostorPairs: number;
  readonly auc: number;
  readonly eer: number;
  /** Share of genuine pairs accepted at the threshold that lets this share of impostor pairs pass. */
  readonly tar: PerFar<number>;
  /** That threshold: a cosine. */
  readonly thresholdAt: PerFar<number>;
  readonly default: { readonly threshold: number; readonly far: number; readonly frr: number };
  readonly intervals: RateIntervals;
}

/** 95 %, Clopper–Pearson. Those of `auc` and `eer` count the rarer kind of pair as trials, and are wide rather than narrow. */
export interface RateIntervals {
  readonly auc: Interval;
  readonly eer: Interval;
  readonly tar: PerFar<Interval>;
  readonly default: { readonly far: Interval; readonly frr: Interval };
}

export interface EnrolReport extends EnrolCounts {
  readonly imagesPerTemplate: number;
  /** Cosine for a gallery of so many people, and for one person. */
  readonly threshold: number;
  readonly verificationThreshold: number;
  readonly identificationRate: number;
  readonly falseRejectionRate: number;
  readonly misidentificationRate: number;
  /** One probe against their own template. */
  readonly frrOneToOne: number;
  readonly falseAcceptsPerStranger: number;
  readonly falseAcceptsPerComparison: number;
  readonly intervals: Readonly<Record<EnrolRate, Interval>>;
}
export type EnrolRate =
  | 'identificationRate'
  | 'falseRejectionRate'
  | 'misidentificationRate'
  | 'frrOneToOne'
  | 'falseAcceptsPerStranger'
  | 'falseAcceptsPerComparison';

export interface EvalReport extends Omit<RateReport, 'intervals'> {
  /** The folder's name. */
  readonly source: string;
  readonly images: number;
  readonly people: number;
  /** Images without a usable face; each is an error in every pair it is in. */
  readonly facesNotFound: number;
  readonly failures: readonly { readonly file: string; readonly reason: string }[];
  readonly protocol: 'pairs of a file' | 'all images with all';
  readonly accuracy: number;
  readonly accuracySe: number;
  readonly accuracyFolds: number;
  readonly intervals: RateIntervals & { readonly accuracy: Interval; readonly facesNotFound: Interval };
  /** Only with a file of pairs: the same rates over all images with all. */
  readonly allPairs?: RateReport;
  readonly enrol?: EnrolReport;
  readonly model: string;
  readonly pipeline: string;
  readonly detector: object;
  /** Medians over the images analysed in this run, in the worker; null when all results were saved ones. */
  readonly milliseconds: { readonly image: number; readonly stages: Readonly<Record<string, number>>; readonly images: number } | null;
  /** What has to be known to read the figures, in sentences. */
  readonly notes: readonly string[];
}

/** The rates over these pairs. */
export function ratesOf(sets: ScoreSets, model: string): RateReport {
  const { genuine, impostor } = sets;
  const threshold = defaultThreshold(model, 1);
  const rarer = Math.min(genuine.total, impostor.total);
  const [auc, eer] = [aucOf(sets), eerOf(sets)];
  const tar = perFar((far) => tarAtFar(sets, far));
  return {
    pairs: genuine.total + impostor.total,
    genuinePairs: genuine.total,
    impostorPairs: impostor.total,
    auc,
    eer,
    tar,
    thresholdAt: perFar((far) => thresholdAtFar(sets, far)),
    default: { threshold, far: farAt(sets, threshold), frr: frrAt(sets, threshold) },
    intervals: {
      auc: intervalOf(auc, rarer),
      eer: intervalOf(eer, rarer),
      tar: perFar((far) => intervalOf(tarAtFar(sets, far), genuine.total)),
      default: {
        far: intervalOf(farAt(sets, threshold), impostor.total),
        frr: intervalOf(frrAt(sets, threshold), genuine.total),
      },
    },
  };
}

/** Accuracy over the folds, and its interval as of twice the rarer kind of pair, since both kinds weigh the same. */
export function accuracyOf({ folds, genuine, impostor }: Comparison): { accuracy: number; accuracySe: number; accuracyFolds: number; interval: Interval } {
  const { accuracy, standardError, folds: accuracyFolds } = foldAccuracyOf(folds);
  const interval = intervalOf(accuracy, 2 * Math.min(genuine.total, impostor.total));
  return { accuracy, accuracySe: standardError, accuracyFolds, interval };
}

/** Counts as rates with intervals. */
export function enrolReportOf(counts: EnrolCounts, imagesPerTemplate: number, model: string): EnrolReport {
  const { probes, strangers, strangerComparisons } = counts;
  const fractions: Record<EnrolRate, readonly [number, number]> = {
    identificationRate: [counts.identified, probes],
    falseRejectionRate: [counts.falselyRejected, probes],
    misidentificationRate: [counts.misidentified, probes],
    frrOneToOne: [counts.ownRejected, probes],
    falseAcceptsPerStranger: [counts.strangersAccepted, strangers],
    falseAcceptsPerComparison: [counts.comparisonsAccepted, strangerComparisons],
  };
  const mapped = <T>(make: (count: number, total: number) => T): Record<EnrolRate, T> =>
    Object.fromEntries(Object.entries(fractions).map(([rate, [count, total]]) => [rate, make(count, total)])) as Record<EnrolRate, T>;
  return {
    ...counts,
    imagesPerTemplate,
    threshold: defaultThreshold(model, counts.enrolled),
    verificationThreshold: defaultThreshold(model, 1),
    ...mapped((count, total) => count / total),
    intervals: mapped((count, total) => clopperPearson(count, total)),
  };
}

function perFar<T>(make: (far: number) => T): PerFar<T> {
  return Object.fromEntries(FAR_KEYS.map((key) => [key, make(Number(key))])) as PerFar<T>;
}

/** The interval of a rate over so many trials; everything is possible where there is no rate. */
export function intervalOf(rate: number, trials: number): Interval {
  return Number.isNaN(rate) ? { low: 0, high: 1 } : clopperPearson(Math.min(trials, rate * trials), trials);
}
