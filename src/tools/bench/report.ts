/** Puts everything measured into the report that is written as JSON. */
import type { AppStart } from './app-bench';
import { column, type ContenderId, type Measured } from './contender';
import type { PrecachedFile } from './precache';
import type { Soak } from './soak';
import { ratioOf, type Rounds, type Summary, summaryOf } from './statistics';
import type { TabMemory } from './tab-memory';
import type { ThrottleMethod } from './throttle';
import { boxesPerSecond, type Visit } from './visits';

export const RATIOS = ['trackedToFullScan', 'verdictToHuman', 'verdictToFaceApi', 'verdictToPredecessor', 'embeddingToNative', 'warmStartToHuman'] as const;
export type RatioName = (typeof RATIOS)[number];

/** A figure that could not be had is null, and `reasons` says why. */
export interface BenchReport {
  /** Medians of Lintel's divided by the peer's, each with its best number of threads. */
  readonly ratio: Readonly<Record<RatioName, number | null>>;
  readonly throttled: { readonly factor: number; readonly boxesPerSecond: number | null; readonly verdictMs: number | null } | null;
  /** From start to verdict; 0 when no task of the main thread lasted 50 ms. */
  readonly longestTaskMs: number | null;
  /** Milliseconds to compare one face with so many templates. */
  readonly match: { readonly '10000': number | null; readonly '100000': number | null };
  readonly memoryMb: number | null;
  readonly precacheMb: number | null;
  /** Of the whole browser before an empty room, in percent of one core. */
  readonly idleCpuPercent: number | null;
  readonly reasons: Readonly<Record<string, string>>;
  readonly details: BenchDetails;
}

export interface BenchDetails {
  readonly machine: Readonly<Record<string, string | number>>;
  /** The quartiles of each ratio over the rounds. */
  readonly spread: Readonly<Record<RatioName, Summary | null>>;
  /** Per contender and thread count: what it runs on, and the milliseconds of all it measured. */
  readonly contenders: readonly { readonly program: string; readonly threads: number; readonly facts: Readonly<Record<string, unknown>>; readonly milliseconds: Readonly<Record<string, Summary>> }[];
  /** Lintel with one thread against native ONNX Runtime with one. */
  readonly embeddingToNativeOneThread: number | null;
  readonly start: { readonly cold: AppStart | null; readonly warm: Readonly<Record<keyof AppStart, Summary>> | null; readonly human: Summary | null };
  readonly visits: VisitReport | null;
  readonly throttled: (VisitReport & { readonly method: ThrottleMethod }) | null;
  readonly memory: TabMemory | null;
  /** How `memoryMb` was measured. */
  readonly memoryBy: string;
  /** Precached files over 1 MB. */
  readonly largeFiles: readonly PrecachedFile[];
  readonly soak: Soak | null;
}

export interface VisitReport {
  readonly visits: number;
  readonly boxesPerSecond: number | null;
  /** Of the visits that ended in a verdict. */
  readonly verdictMs: Summary | null;
  /** Visits in which the face left without a verdict. */
  readonly withoutVerdict: number;
}

/** All that was measured; null is what could not be. */
export interface Findings {
  readonly machine: BenchDetails['machine'];
  readonly frames: readonly Measured[];
  readonly cold: AppStart | null;
  readonly warm: readonly AppStart[];
  readonly humanStartsMs: readonly number[];
  readonly visits: readonly Visit[] | null;
  readonly throttled: { readonly factor: number; readonly visits: readonly Visit[]; readonly method: ThrottleMethod } | null;
  readonly memory: TabMemory | null;
  readonly idleCpuPercent: number | null;
  readonly precache: readonly PrecachedFile[] | null;
  readonly soak: Soak | null;
  /** Milliseconds of one pass by number of templates; null where it was not measured. */
  readonly match: Readonly<Record<string, number>> | null;
  readonly reasons: Readonly<Record<string, string>>;
}

const MEGABYTE = 1_000_000;

export function reportOf(findings: Findings): BenchReport {
  const { frames, cold, warm, humanStartsMs, visits, throttled, precache, soak } = findings;
  const lintel = fastest(frames, 'lintel', 'verdictMs');
  const spread = spreadOf(findings, lintel);
  const memory = soak?.points.at(-1)?.memory ?? findings.memory;
  const starts = cold === null ? warm : [cold, ...warm];
  const throttledVisits = throttled === null ? null : visitReportOf(throttled.visits);
  const ratio = Object.fromEntries(RATIOS.map((name) => [name, spread[name]?.median ?? null])) as BenchReport['ratio'];
  return {
    ratio,
    throttled: throttled === null || throttledVisits === null ? null : { factor: throttled.factor, boxesPerSecond: throttledVisits.boxesPerSecond, verdictMs: throttledVisits.verdictMs?.median ?? null },
    longestTaskMs: starts.length === 0 ? null : Math.max(...starts.map(({ longestTaskMs }) => longestTaskMs)),
    match: { '10000': findings.match?.['10000'] ?? null, '100000': findings.match?.['100000'] ?? null },
    memoryMb: memory === null ? null : memory.tabBytes / MEGABYTE,
    precacheMb: precache === null ? null : precache.reduce((sum, { bytes }) => sum + bytes, 0) / MEGABYTE,
    idleCpuPercent: findings.idleCpuPercent,
    reasons: findings.reasons,
    details: {
      machine: findings.machine,
      spread,
      contenders: frames.map(({ id, facts, rounds }) => ({ ...id, threads: threadsOf({ id, facts }), facts: withoutCrop(facts), milliseconds: summaries({ id, facts, rounds }) })),
      embeddingToNativeOneThread: ratioBetween(single(frames, 'lintel'), single(frames, 'native'), 'embedMs'),
      start: { cold, warm: warm.length === 0 ? null : warmOf(warm), human: summaryOf(humanStartsMs) },
      visits: visits === null ? null : visitReportOf(visits),
      throttled: throttled === null || throttledVisits === null ? null : { ...throttledVisits, method: throttled.method },
      memory,
      memoryBy: 'PSS of the renderer processes in which Lintel’s workers run; renderersBytes is that of all, with Chromium’s own',
      largeFiles: (precache ?? []).filter(({ bytes }) => bytes > MEGABYTE),
      soak,
    },
  };
}

function spreadOf({ frames, warm, humanStartsMs }: Findings, lintel: Measured | null): Record<RatioName, Summary | null> {
  const against = (theirs: Measured | null, own: string, their: string): Summary | null =>
    lintel === null || theirs === null ? null : ratioOf(column(lintel, own), column(theirs, their));
  const predecessor = single(frames, 'predecessor');
  return {
    trackedToFullScan: against(single(frames, 'opencv'), 'boxMs', 'fullScanMs'),
    verdictToHuman: against(fastest(frames, 'human', 'verdictMs'), 'verdictMs', 'verdictMs'),
    verdictToFaceApi: against(fastest(frames, 'face-api', 'verdictMs'), 'verdictMs', 'verdictMs'),
    verdictToPredecessor: lintel === null || predecessor === null ? null : ratioOf(column(lintel, 'verdictMs'), predecessorRounds(predecessor, single(frames, 'native'))),
    embeddingToNative: against(single(frames, 'native'), 'embedMs', 'embedMs'),
    warmStartToHuman: ratioOf(warm.map(({ firstFrameMs }) => [firstFrameMs]), humanStartsMs.map((elapsedMs) => [elapsedMs])),
  };
}

/**
 * The predecessor's whole loop. Where its Python has no runtime for the network, native ONNX Runtime on one thread stands
 * in, which is faster than what the predecessor runs on.
 */
export function predecessorRounds(predecessor: Measured, native: Measured | null): Rounds {
  const whole = column(predecessor, 'verdictMs');
  if (whole.flat().length > 0) return whole;
  const embedding = native === null ? null : summaryOf(column(native, 'embedMs').flat());
  return embedding === null ? [] : column(predecessor, 'loopMs').map((round) => round.map((loopMs) => loopMs + embedding.median));
}

/** The program at whichever number of threads its median is least. */
export function fastest(frames: readonly Measured[], program: ContenderId['program'], name: string): Measured | null {
  const candidates = frames.filter(({ id }) => id.program === program).flatMap((measured) => {
    const summary = summaryOf(column(measured, name).flat());
    return summary === null ? [] : [{ measured, median: summary.median }];
  });
  return candidates.sort((a, b) => a.median - b.median)[0]?.measured ?? null;
}

/** The program on one thread. */
function single(frames: readonly Measured[], program: ContenderId['program']): Measured | null {
  return frames.find((measured) => measured.id.program === program && threadsOf(measured) === 1) ?? null;
}

function ratioBetween(ours: Measured | null, theirs: Measured | null, name: string): number | null {
  return ours === null || theirs === null ? null : (ratioOf(column(ours, name), column(theirs, name))?.median ?? null);
}

/** What it says it runs with, else what it was asked to. */
function threadsOf({ id, facts }: Pick<Measured, 'id' | 'facts'>): number {
  return typeof facts.threads === 'number' ? facts.threads : id.threads;
}

function summaries(measured: Measured): Record<string, Summary> {
  const names = new Set(measured.rounds.flat().flatMap((sample) => Object.keys(sample)));
  return Object.fromEntries([...names].map((name) => [name, summaryOf(column(measured, name).flat())!]));
}

/** A face belongs into no report. */
function withoutCrop(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => name !== 'crop'));
}

function warmOf(starts: readonly AppStart[]): Record<keyof AppStart, Summary> {
  const of = (key: keyof AppStart): Summary => summaryOf(starts.map((start) => start[key]))!;
  return { firstFrameMs: of('firstFrameMs'), verdictMs: of('verdictMs'), longestTaskMs: of('longestTaskMs') };
}

function visitReportOf(visits: readonly Visit[]): VisitReport {
  const verdicts = visits.flatMap(({ verdictMs }) => (verdictMs === null ? [] : [verdictMs]));
  return { visits: visits.length, boxesPerSecond: boxesPerSecond(visits), verdictMs: summaryOf(verdicts), withoutVerdict: visits.length - verdicts.length };
}
