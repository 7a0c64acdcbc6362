/** The figures for the terminal. */
import type { Interval } from '../../decision/clopper-pearson';
import type { AttackReport, PadCounts, PadReport } from './report';

/** How many files that were not read are listed; all of them stand in the JSON. */
const LISTED_FILES = 20;

/** The report as lines of text. */
export function padTextOf(report: PadReport): string {
  const { apcer, bpcer, acer, worstType, intervals, live, byType, limits, files } = report;
  const types = Object.entries(byType);
  const width = Math.max(...types.map(([type]) => type.length));
  const unread = files.filter(({ reason }) => reason !== null);
  const rest = unread.length - LISTED_FILES;
  return [
    'Passive liveness; in brackets: 95 % intervals',
    '',
    `  APCER  ${rateText(apcer, intervals.apcer)}${worstType === null ? '' : `  attacks that passed: ${worstType}, the worst type`}`,
    `  BPCER  ${rateText(bpcer, intervals.bpcer)}  living faces that did not pass`,
    `  ACER   ${rateText(acer, null)}`,
    '',
    `Living faces: ${countsText(live)}`,
    '',
    'Attacks by type',
    ...types.map(([type, own]) => `  ${type.padEnd(width)}  ${attackText(own)}`),
    '',
    `Judged live from a score of ${limits.live}, a spoof below ${limits.spoof}.`,
    ...(unread.length === 0 ? [] : ['', 'Not read', ...unread.slice(0, LISTED_FILES).map(({ file, reason }) => `  ${file}: ${reason ?? ''}`)]),
    ...(rest > 0 ? [`  and ${rest} more: --json lists them all`] : []),
    '',
    ...report.notes,
    '',
  ].join('\n');
}

function rateText(rate: number | null, interval: Interval | null): string {
  if (rate === null) return 'none could be read';
  return interval === null ? percent(rate) : `${percent(rate)}  [${percent(interval.low)} to ${percent(interval.high)}]`;
}

function attackText(attack: AttackReport): string {
  return `${rateText(attack.apcer, attack.interval)}  ${countsText(attack)}`;
}

function countsText({ read, live, doubtful, spoof, notRead }: PadCounts): string {
  return `${read} read: ${live} live, ${doubtful} doubtful, ${spoof} spoof${notRead === 0 ? '' : `; ${notRead} not read`}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
