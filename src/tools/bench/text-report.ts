/** A report for the terminal. */
import type { BenchReport, RatioName } from './report';
import type { SoakPoint } from './soak';
import type { Summary } from './statistics';

interface Row {
  readonly label: string;
  readonly value: string;
  /** What is to be reached, and whether it is; empty where nothing is promised. */
  readonly target: string;
}

const RATIO_ROWS: Readonly<Record<RatioName, { readonly label: string; readonly atMost: number }>> = {
  trackedToFullScan: { label: 'Followed face, detector to box / OpenCV.js full pass', atMost: 0.06 },
  verdictToHuman: { label: 'Frame to verdict / human', atMost: 0.35 },
  verdictToFaceApi: { label: 'Frame to verdict / face-api', atMost: 0.35 },
  verdictToPredecessor: { label: 'Frame to verdict / predecessor’s loop', atMost: 0.45 },
  embeddingToNative: { label: 'Embedding / native ONNX Runtime, one thread', atMost: 4 },
  warmStartToHuman: { label: 'Warm start to first frame / human', atMost: 0.5 },
};

/** The report as lines of text. */
export function textReportOf(report: BenchReport): string {
  const { details } = report;
  const sections = [
    section('Ratios of medians; in brackets: quartiles of the rounds', ratioRows(report)),
    section('Lintel itself', ownRows(report)),
    section('Milliseconds; in brackets: quartiles', contenderRows(report)),
    ...(details.soak === null ? [] : [section('Soak', [...details.soak.points.map(soakRow), growthRow(details.soak.growthPercent)])]),
    reasonLines(report.reasons),
  ];
  const machine = Object.entries(details.machine).map(([name, value]) => `${name} ${value}`).join(', ');
  return [`Lintel’s benchmark: ${machine}`, ...sections, ''].join('\n');
}

function ratioRows({ ratio, details }: BenchReport): Row[] {
  return (Object.keys(RATIO_ROWS) as RatioName[]).map((name) => {
    const { label, atMost } = RATIO_ROWS[name];
    return row(label, ratio[name], summaryText(details.spread[name], ''), '≤', atMost);
  });
}

function ownRows({ longestTaskMs, memoryMb, precacheMb, idleCpuPercent, match, throttled, details }: BenchReport): Row[] {
  const { start, visits } = details;
  const rows = [
    row('Longest task of the main thread, start to verdict', longestTaskMs, longestTaskMs === 0 ? 'under 50 ms' : milliseconds(longestTaskMs), '≤', 50),
    row('Memory of the tab (PSS of its processes)', memoryMb, `${fixed(memoryMb)} MB`, '≤', 350),
    row('Processor before an empty room, of one core', idleCpuPercent, `${fixed(idleCpuPercent)} %`, '≤', 25),
    row('Precached', precacheMb, `${fixed(precacheMb)} MB`, '≤', 32),
    ...details.largeFiles.map(({ file, bytes }) => plain(`  ${file}`, `${fixed(bytes / 1e6)} MB`)),
    row('Match against 10 000 templates', match['10000'], milliseconds(match['10000']), '≤', 3),
    row('Match against 100 000 templates', match['100000'], milliseconds(match['100000']), '≤', 25),
    plain('Cold start to first frame', milliseconds(start.cold?.firstFrameMs ?? null)),
    plain('Warm start to first frame', summaryText(start.warm?.firstFrameMs ?? null, 'ms')),
    plain('human: warm start to first detection', summaryText(start.human, 'ms')),
  ];
  if (visits !== null) {
    rows.push(plain('Boxes per second', fixed(visits.boxesPerSecond)), plain('Face appears to verdict', summaryText(visits.verdictMs, 'ms')));
  }
  if (throttled !== null && details.throttled !== null) {
    rows.push(
      row(`Slowed ${throttled.factor} times: boxes per second`, throttled.boxesPerSecond, fixed(throttled.boxesPerSecond), '≥', 15),
      row(`Slowed ${throttled.factor} times: face appears to verdict`, throttled.verdictMs, summaryText(details.throttled.verdictMs, 'ms'), '≤', 1500),
      plain('  slowed by', `${details.throttled.method}; ${details.throttled.withoutVerdict} of ${details.throttled.visits} visits without a verdict`),
    );
  }
  return rows;
}

function contenderRows({ details }: BenchReport): Row[] {
  return details.contenders.flatMap(({ program, threads, milliseconds: measured }) => [
    plain(`${program}, ${threads === 1 ? '1 thread' : `${threads} threads`}`, ''),
    ...Object.entries(measured).map(([name, summary]) => plain(`  ${name}`, summaryText(summary, 'ms'))),
  ]);
}

function soakRow({ minutes, memory, handles, heapBytes, frameMs, verdicts }: SoakPoint): Row {
  return plain(
    `after ${minutes.toFixed(1)} min`,
    `${fixed(memory.tabBytes / 1e6)} MB, heap ${fixed(heapBytes / 1e6)} MB, ${handles} handles, frame ${summaryText(frameMs, 'ms')}, ${verdicts} verdicts`,
  );
}

function growthRow(growthPercent: number | null): Row {
  return row('Growth after the first minute', growthPercent, `${fixed(growthPercent)} %`, '≤', 3);
}

function row(label: string, value: number | null, text: string, sign: '≤' | '≥', bound: number): Row {
  if (value === null) return { label, value: '–', target: `${sign} ${bound}, not measured` };
  const isMet = sign === '≤' ? value <= bound : value >= bound;
  return { label, value: text, target: `${sign} ${bound}, ${isMet ? 'met' : 'NOT MET'}` };
}

function plain(label: string, value: string): Row {
  return { label, value, target: '' };
}

function section(title: string, rows: readonly Row[]): string {
  const labelWidth = Math.max(0, ...rows.map(({ label }) => label.length));
  const valueWidth = Math.max(0, ...rows.filter(({ target }) => target !== '').map(({ value }) => value.length));
  const lines = rows.map(({ label, value, target }) => `  ${label.padEnd(labelWidth)}  ${target === '' ? value : `${value.padEnd(valueWidth)}  ${target}`}`);
  return ['', title, ...lines.map((line) => line.trimEnd())].join('\n');
}

function reasonLines(reasons: BenchReport['reasons']): string {
  const lines = Object.entries(reasons).map(([name, reason]) => `  ${name}: ${reason}`);
  return lines.length === 0 ? '' : ['', 'Not measured, or otherwise than planned', ...lines].join('\n');
}

function summaryText(summary: Summary | null, unit: '' | 'ms'): string {
  if (summary === null) return '–';
  const text = (value: number): string => (unit === 'ms' ? fixed(value) : value.toFixed(3));
  return `${text(summary.median)}${unit === '' ? '' : ` ${unit}`} [${text(summary.lowerQuartile)} to ${text(summary.upperQuartile)}]`;
}

function milliseconds(value: number | null): string {
  return value === null ? '–' : `${fixed(value)} ms`;
}

function fixed(value: number | null): string {
  return value === null ? '–' : value.toFixed(1);
}
