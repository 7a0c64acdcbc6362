/** The benchmark behind Diagnostics: what is measured, and what the measurements come to. */
import { msg, str } from '@lit/localize';
import type { FrameDetector } from '../core/detector';
import type { Box } from '../core/geometry';
import { FOLLOWING } from '../decision/thresholds';
import type { Analysis } from '../inference/client/vision-client';
import { type EngineInfo, type FrameTask, type FrameWishes, type HaarSearch, STAGES } from '../inference/protocol';
import { formatDecimals } from '../ui/format';
import type { BenchmarkRow } from '../ui/view';
import { percentile } from './diagnostics';
import { stageLabel } from './stage-label';

/** One way in which Lintel analyses a frame. */
export interface BenchmarkTask {
  readonly id: 'following' | 'searching' | 'verdict';
  readonly task: FrameTask;
  readonly kind: FrameDetector;
  /** Where Haar looks, given the face in the picture, and whether UltraLight may in its place. */
  readonly wishesOf: (face: Box<'frame'>) => Pick<FrameWishes, 'search' | 'orExact'>;
}

const follow = (face: Box<'frame'>): HaarSearch => ({ kind: 'follow', boxes: [face], reach: FOLLOWING.reach, part: null });

/** In turn on the same picture: so a device that gets warm or busy slows all of them. */
export const BENCHMARK_TASKS: readonly BenchmarkTask[] = [
  { id: 'following', task: 'pose', kind: 'haar', wishesOf: (face) => ({ search: follow(face) }) },
  { id: 'searching', task: 'pose', kind: 'haar', wishesOf: () => ({ search: { kind: 'scan', part: 0 } }) },
  { id: 'verdict', task: 'embed', kind: 'haar', wishesOf: (face) => ({ search: follow(face), orExact: true }) },
];

/** How often each task is measured, after this many turns that do not count: the first ones also compile code. */
export const BENCHMARK_TURNS = { counted: 40, warming: 3 } as const;

/** What was measured of one task in one turn. */
export interface BenchmarkSample {
  readonly task: BenchmarkTask['id'];
  /** From handing the frame over to the answer. */
  readonly elapsedMs: number;
  readonly timings: Analysis['timings'];
}

/** For each task the whole frame, then its stages in the order they run, as far as they ran. */
export function benchmarkRows(samples: readonly BenchmarkSample[]): BenchmarkRow[] {
  return BENCHMARK_TASKS.flatMap(({ id }) => {
    const label = taskLabel(id);
    const own = samples.filter(({ task }) => task === id);
    const stages = STAGES.map((stage) => rowOf(msg(str`${label}: ${stageLabel(stage)}`), own.flatMap(({ timings: { [stage]: ms } }) => (ms === undefined ? [] : [ms]))));
    return [rowOf(label, own.map(({ elapsedMs }) => elapsedMs)), ...stages].filter(({ count }) => count > 0);
  });
}

function taskLabel(task: BenchmarkTask['id']): string {
  switch (task) {
    case 'following':
      return msg('Following a face');
    case 'searching':
      return msg('Searching a part');
    case 'verdict':
      return msg('Frame to verdict');
  }
}

function rowOf(label: string, values: readonly number[]): BenchmarkRow {
  return { label, count: values.length, medianMs: percentile(values, 50), lowerQuartileMs: percentile(values, 25), upperQuartileMs: percentile(values, 75) };
}

/** On what it ran; nothing that tells one person or camera from another. */
export interface BenchmarkFacts {
  readonly engine: EngineInfo | null;
  readonly cores: number;
  readonly browser: string;
  readonly picture: { readonly width: number; readonly height: number };
}

/** The result as text for whoever wants to publish it. */
export function benchmarkText(rows: readonly BenchmarkRow[], { engine, cores, browser, picture }: BenchmarkFacts): string {
  const ran =
    engine === null
      ? []
      : [
          msg(str`Model: ${engine.origin.model}, ${engine.origin.pipeline}`),
          engine.simd ? msg(str`Threads: ${engine.threads} on ${cores} cores, SIMD yes`) : msg(str`Threads: ${engine.threads} on ${cores} cores, SIMD no`),
        ];
  return [
    msg('Lintel benchmark'),
    msg(str`Browser: ${browser}`),
    ...ran,
    msg(str`Picture: ${picture.width} × ${picture.height}`),
    '',
    msg('| what | median ms | quartiles | frames |'),
    '| --- | --- | --- | --- |',
    ...rows.map(({ label, medianMs, lowerQuartileMs, upperQuartileMs, count }) => {
      const quartiles = msg(str`${formatDecimals(lowerQuartileMs, 1)} to ${formatDecimals(upperQuartileMs, 1)}`);
      return `| ${label} | ${formatDecimals(medianMs, 1)} | ${quartiles} | ${count} |`;
    }),
  ].join('\n');
}
