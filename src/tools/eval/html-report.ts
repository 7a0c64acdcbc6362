/** A report as one page that needs nothing else. */
import type { ScoreSets } from '../../decision/error-rates';
import type { Comparison } from './comparison';
import { factsOf } from './facts';
import { detPlot, histogramPlot, rocPlot, type Series } from './plots';
import type { EvalReport } from './report';
import type { ScoredPair } from './worst-pairs';

/** The page. `allPairs` is there when the report's own comparison is of the pairs of a file. */
export function htmlReportOf(report: EvalReport, own: Comparison, allPairs: Comparison | null): string {
  const threshold = report.default.threshold;
  const widest = allPairs ?? own;
  const series: Series[] = [
    { name: report.protocol, sets: own },
    ...(allPairs === null ? [] : [{ name: 'all images with all', sets: allPairs }]),
  ];
  const title = `Lintel on ${escapeHtml(report.source)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
${factTables(report)}
<ul>${report.notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('')}</ul>
${figure('How many friends pass when so few strangers may?', legendOf(series), rocPlot(series, threshold), 'ROC. Higher is better. The dot is the app’s default threshold. Thresholds at which no stranger passes are not drawn.')}
${figure('What does it cost to refuse more strangers?', legendOf(series), detPlot(series, threshold), 'DET. Further down and to the left is better. The dot is the app’s default threshold.')}
${figure('How far apart are friends and strangers?', HISTOGRAM_LEGEND, histogramPlot(widest, threshold), `${shareTable(widest)}<p>Comparing ${series.at(-1)!.name}; images without a usable face have no score.</p>`)}
<h2>Which pairs of one person look least alike?</h2>
${pairTable(widest.worstGenuine)}
<h2>Which pairs of two people look most alike?</h2>
${pairTable(widest.worstImpostor)}
<h2>In which images was no usable face found?</h2>
${failureTable(report)}
</body>
</html>
`;
}

/** Text as it may stand in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

function factTables(report: EvalReport): string {
  return factsOf(report)
    .map(({ title, facts }) => {
      const rows = facts.map(({ label, value, interval }) => [label, value, interval]);
      return `<h2>${escapeHtml(title)}</h2>\n${table(['', 'Figure', '95 % interval'], rows)}`;
    })
    .join('\n');
}

function figure(question: string, legend: string, plot: string, caption: string): string {
  return `<figure><h2>${question}</h2>${legend}${plot}<figcaption>${caption}</figcaption></figure>`;
}

function legendOf(series: readonly Series[]): string {
  const keys = series.map(({ name }, index) => `<span class="key key-${index}"></span>${escapeHtml(name)}`);
  return series.length === 1 ? '' : `<p>${keys.join(' ')}</p>`;
}

const HISTOGRAM_LEGEND = '<p><span class="key key-impostor"></span>pairs of two people <span class="key key-genuine"></span>pairs of one person</p>';

/** The histogram in numbers, coarse enough to be read. */
function shareTable({ genuine, impostor }: ScoreSets): string {
  const [min, max, width] = [-0.2, 1, 0.1];
  const share = (counts: readonly number[], bin: number, total: number): string => `${((100 * counts[bin]!) / total).toFixed(2)} %`;
  const [two, one] = [impostor.coarse(min, max, width), genuine.coarse(min, max, width)];
  const rows = two.map((_, bin) => [
    `${bin === 0 ? 'up' : (min + bin * width).toFixed(1)} to ${(min + (bin + 1) * width).toFixed(1)}`,
    share(two, bin, impostor.total),
    share(one, bin, genuine.total),
  ]);
  return `<details><summary>The same in numbers</summary>${table(['Score', 'Pairs of two people', 'Pairs of one person'], rows)}</details>`;
}

function pairTable(pairs: readonly ScoredPair[]): string {
  if (pairs.length === 0) return '<p>There are none.</p>';
  return table(['Score', 'One', 'Other'], pairs.map(({ score, a, b }) => [score.toFixed(3), a, b]));
}

function failureTable({ failures }: EvalReport): string {
  if (failures.length === 0) return '<p>In none: every image has one.</p>';
  return table(['Image', 'Reason'], failures.map(({ file, reason }) => [file, reason]));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[], tag: 'td' | 'th'): string => row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('');
  return `<div class="scroll"><table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n')}</tbody></table></div>`;
}

const STYLE = `
:root { --page: #fbfaf8; --text: #1f1d1a; --quiet: #6b665e; --line: #dcd7ce; --first: #0f5fa8; --second: #b3470b; }
@media (prefers-color-scheme: dark) { :root { --page: #191815; --text: #f0ede6; --quiet: #a8a196; --line: #3c3933; --first: #6db3f2; --second: #f2a26d; } }
body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
h1, h2 { line-height: 1.25; } h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
figure { margin: 0; } figcaption, figcaption p { color: var(--quiet); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 0.2rem 1rem 0.2rem 0; border-bottom: 1px solid var(--line); }
svg { width: 100%; height: auto; font: 12px system-ui, sans-serif; } svg text { fill: var(--text); }
.grid { stroke: var(--line); } .axis { stroke: var(--quiet); }
.curve { fill: none; stroke: var(--first); stroke-width: 2; } .curve-1 { stroke: var(--second); stroke-dasharray: 6 3; }
.dot { fill: var(--first); } .dot-1 { fill: var(--second); }
.impostor { fill: var(--second); fill-opacity: 0.4; stroke: var(--second); } .genuine { fill: var(--first); fill-opacity: 0.4; stroke: var(--first); }
.threshold { stroke: var(--text); stroke-dasharray: 3 3; }
.key { display: inline-block; width: 1.2em; border-top: 3px solid var(--first); margin: 0 0.4em 0.25em 0; }
.key-1, .key-impostor { border-color: var(--second); } .key-1 { border-top-style: dashed; } .key-impostor { margin-left: 0; }
`;
