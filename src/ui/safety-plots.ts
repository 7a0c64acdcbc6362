/** The three plots about a gallery's safety: question, answer, drawing, and the same in numbers. */
import { msg, str } from '@lit/localize';
import {
  amongPeople,
  type Overlap,
  overlapOf,
  type SafetyAt,
  strangerRateAt,
  type TradeOff,
} from '../decision/gallery-safety';
import type { GallerySurvey } from '../decision/gallery-survey';
import { cosineFor, type ReferenceScores } from '../decision/reference-scores';
import { formatNumber, formatTenths } from './format';
import { distributionPlot, PLOT_BINS, referenceShares, scoreShares } from './plots/distribution';
import { peopleCountPlot } from './plots/people-count';
import type { PlotTable, PlotView } from './plots/plot-figure';
import { tradeOffPlot } from './plots/trade-off';
import { formatOneIn, formatPercent, formatReferenceRate, intervalText, overlapText, referenceRateText, strangersText } from './safety-words';
import { countPeople, formatScore } from './strings';

/** What the plots are drawn from. */
export interface SafetyFacts {
  readonly survey: GallerySurvey;
  readonly reference: ReferenceScores;
  readonly threshold: number;
  readonly now: SafetyAt;
  readonly overlap: Overlap;
  /** Empty when nobody has two samples. */
  readonly tradeOffs: readonly TradeOff[];
  /** The rate that the threshold follows; null where it was set by hand. */
  readonly wanted: number | null;
}

export function distributionView(facts: SafetyFacts): PlotView {
  const { survey, reference } = facts;
  const answer = overlapText(overlapOf(survey, reference));
  return {
    question: msg('How alike are strangers, and how alike are your own samples?'),
    answer,
    draw: (width) => distributionPlot(width, { ...facts, description: msg(str`Distribution of scores. ${answer}`) }),
    table: distributionTable(survey, reference),
    file: 'lintel-scores',
  };
}

export function tradeOffView({ tradeOffs, now }: SafetyFacts): PlotView {
  const strangers = strangersText(now.stranger);
  const answer =
    now.refused === null
      ? msg(str`At this threshold ${strangers} would pass as any one person.`)
      : msg(str`At this threshold ${strangers} would pass as any one person, and ${formatPercent(now.refused.rate)} of your people’s own samples are refused (${intervalText(now.refused.interval)}).`);
  return {
    question: msg('How often would a stranger get in, and how often would you be refused?'),
    answer,
    draw: (width) => tradeOffPlot(width, { points: tradeOffs, now, description: msg(str`Detection error trade-off. ${answer}`) }),
    table: tradeOffTable(tradeOffs),
    file: 'lintel-det',
  };
}

export function peopleCountView({ survey, now, wanted, reference, threshold }: SafetyFacts): PlotView {
  const { people } = survey;
  const grows = msg(str`A stranger has one chance with everybody who is enrolled. With ${countPeople(people)} that is ${formatReferenceRate(now.anyName)}, with 100 people ${formatReferenceRate(amongPeople(now.stranger, 100))}, at this threshold.`);
  const follows = wanted === null ? msg('You set it by hand, so it stays as people are added.') : msg('It follows your preset and rises as people are added.');
  return {
    question: msg('How often would a stranger be called by a name as more people are enrolled?'),
    answer: `${grows} ${follows}`,
    draw: (width) => peopleCountPlot(width, { stranger: now.stranger, people, wanted, description: msg(str`False identification rate over people. ${grows}`) }),
    table: peopleCountTable(reference, threshold, people),
    file: 'lintel-people',
  };
}

/** Two bins of the plot to a row. */
function distributionTable(survey: GallerySurvey, reference: ReferenceScores): PlotTable {
  const bins = { min: PLOT_BINS.min, width: 2 * PLOT_BINS.width, count: PLOT_BINS.count / 2 };
  const kinds = [referenceShares(reference, bins), scoreShares(survey.impostor, bins), scoreShares(survey.genuine, bins)];
  const isKnown = [true, survey.impostor.length > 0, survey.genuine.length > 0];
  const edge = (bin: number): string => formatTenths(bins.min + bin * bins.width);
  return {
    head: [msg('Score'), msg('Strangers'), msg('One of your people with another'), msg('Your people with themselves')],
    rows: Array.from({ length: bins.count }, (_, bin) => [
      msg(str`${edge(bin)} to ${edge(bin + 1)}`),
      ...kinds.map((shares, kind) => (isKnown[kind] === true ? formatPercent(shares[bin]!) : msg('not known'))),
    ]),
  };
}

function tradeOffTable(points: readonly TradeOff[]): PlotTable {
  const rows = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6].flatMap((far) => {
    // From lenient to strict: the first that is at most this rate; the last stands for the rarest.
    const point = points.find((candidate) => candidate.stranger.rate <= far * 1.0001) ?? points.at(-1);
    if (point === undefined) return [];
    const { refused } = point;
    return [[
      point.stranger.isRare ? msg(str`${formatOneIn(far)}, few were counted`) : formatOneIn(far),
      formatScore(point.threshold),
      `${formatPercent(refused.rate)} (${intervalText(refused.interval)})`,
    ]];
  });
  return { head: [msg('Strangers let in, each against one person'), msg('Threshold'), msg('Your people refused (95 % interval)')], rows };
}

function peopleCountTable(reference: ReferenceScores, threshold: number, people: number): PlotTable {
  const stranger = strangerRateAt(reference, threshold);
  const counts = [...new Set([1, 5, 10, 50, 100, 500, 1000, people])].filter((count) => count > 0).sort((a, b) => a - b);
  return {
    head: [msg('People enrolled'), msg('Strangers called by somebody’s name (95 % interval)'), msg('Threshold that would keep it at 1 in 1,000')],
    rows: counts.map((count) => [
      count === people ? msg(str`${formatNumber(count)}, your gallery`) : formatNumber(count),
      referenceRateText(amongPeople(stranger, count)),
      formatScore(cosineFor(reference, 1e-3 / count)),
    ]),
  };
}
