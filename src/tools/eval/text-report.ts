/** A report for the terminal. */
import { factsOf } from './facts';
import type { EvalReport } from './report';

/** How many failures are listed; all of them stand in the files. */
const LISTED_FAILURES = 30;

/** The report as lines of text. */
export function textReportOf(report: EvalReport): string {
  const groups = factsOf(report);
  const facts = groups.flatMap((group) => group.facts);
  const labelWidth = Math.max(...facts.map(({ label }) => label.length));
  const valueWidth = Math.max(...facts.filter(({ interval }) => interval !== '').map(({ value }) => value.length));
  const lines = [`Lintel on ${report.source}; in brackets: 95 % intervals`];
  for (const { title, facts: own } of groups) {
    lines.push('', title);
    for (const { label, value, interval } of own) {
      const limits = interval === '' ? '' : `${' '.repeat(Math.max(1, valueWidth - value.length + 2))}[${interval}]`;
      lines.push(`  ${label.padEnd(labelWidth)}  ${value}${limits}`);
    }
  }
  return [...lines, ...failureLines(report), '', ...report.notes, ''].join('\n');
}

function failureLines({ failures }: EvalReport): string[] {
  if (failures.length === 0) return [];
  const shown = failures.slice(0, LISTED_FAILURES).map(({ file, reason }) => `  ${file}: ${reason}`);
  const rest = failures.length - shown.length;
  return ['', 'Images without a usable face', ...shown, ...(rest > 0 ? [`  and ${rest} more: --json and --html list them all`] : [])];
}
