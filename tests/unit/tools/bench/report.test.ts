/** From findings to figures. */
import { describe, expect, it } from 'vitest';
import { type BenchReport, fastest, predecessorRounds, RATIOS, reportOf } from '../../../../src/tools/bench/report';
import { textReportOf } from '../../../../src/tools/bench/text-report';
import { FINDINGS, measured } from './made-up-findings';

const NOTHING = { ...FINDINGS, frames: [], cold: null, warm: [], humanStartsMs: [], visits: null, throttled: null, memory: null, idleCpuPercent: null, precache: null };

describe('the report', () => {
  const report = reportOf(FINDINGS);

  it('compares everybody at their best number of threads', () => {
    expect(report.ratio).toEqual({
      trackedToFullScan: 0.05,
      verdictToHuman: 50 / 160,
      verdictToFaceApi: 50 / 125,
      verdictToPredecessor: 50 / 125,
      embeddingToNative: 4,
      warmStartToHuman: 0.5,
    });
    expect(report.details.embeddingToNativeOneThread).toBe(6);
    expect(report.details.spread.embeddingToNative).toEqual({ median: 4, lowerQuartile: 4, upperQuartile: 4, count: 2 });
  });

  it('has the keys that are agreed on', () => {
    const keys: (keyof BenchReport)[] = ['ratio', 'throttled', 'longestTaskMs', 'match', 'memoryMb', 'precacheMb', 'idleCpuPercent', 'reasons', 'details'];
    expect(Object.keys(report)).toEqual(keys);
    expect(Object.keys(report.ratio)).toEqual(RATIOS);
    expect(Object.keys(report.match)).toEqual(['10000', '100000']);
  });

  it('tells the worst task of all starts, and weighs memory and downloads in MB', () => {
    expect(report).toMatchObject({ longestTaskMs: 60, memoryMb: 220, precacheMb: 14.001, idleCpuPercent: 12.5 });
    expect(report.details.largeFiles.map(({ file }) => file)).toEqual(['assets/ort.wasm']);
  });

  it('counts visits with and without a verdict', () => {
    expect(report.throttled).toEqual({ factor: 5, boxesPerSecond: 10, verdictMs: 1600 });
    expect(report.details.visits).toMatchObject({ visits: 2, boxesPerSecond: 20, withoutVerdict: 1, verdictMs: { median: 1200 } });
  });

  it('keeps no face', () => {
    expect(JSON.stringify(report)).not.toContain('crop');
  });

  it('takes the memory at the end of a soak where there was one', () => {
    const memory = { tabBytes: 210_000_000, renderersBytes: 310_000_000, measuredBytes: 1 };
    const point = { minutes: 2, memory, handles: 9, heapBytes: 1, listeners: 1, frameMs: null, verdicts: 3 };
    expect(reportOf({ ...FINDINGS, soak: { points: [point], growthPercent: 1 } }).memoryMb).toBe(210);
  });

  it('is null where nothing was measured', () => {
    const empty = reportOf(NOTHING);
    expect(new Set(Object.values(empty.ratio))).toEqual(new Set([null]));
    expect(empty).toMatchObject({ throttled: null, longestTaskMs: null, memoryMb: null, precacheMb: null, idleCpuPercent: null, match: { '10000': null, '100000': null } });
  });
});

describe('the fastest', () => {
  it('is nobody where nobody came to an end', () => {
    expect(fastest([measured('human', 1, {})], 'human', 'verdictMs')).toBeNull();
  });
});

describe('the predecessor', () => {
  const predecessor = measured('predecessor', 1, { detectMs: 100, loopMs: 101 });

  it('borrows the native runtime where its Python has none', () => {
    expect(predecessorRounds(predecessor, measured('native', 1, { embedMs: 5 }))).toEqual([[106, 106], [106, 106]]);
  });

  it('has no figure without any', () => {
    expect(predecessorRounds(predecessor, null)).toEqual([]);
  });
});

describe('the text', () => {
  it('says of every promise whether it is met', () => {
    const text = textReportOf(reportOf(FINDINGS));
    expect(text).toMatch(/detector to box .*0\.050 \[0\.050 to 0\.050\] +≤ 0\.06, met/);
    expect(text).toMatch(/Frame to verdict \/ face-api +0\.400 .*≤ 0\.35, NOT MET/);
    expect(text).toMatch(/Longest task .* 60\.0 ms +≤ 50, NOT MET/);
    expect(text).toMatch(/Slowed 5 times: boxes per second +10\.0 +≥ 15, NOT MET/);
    expect(text).toMatch(/Match against 10 000 templates +– +≤ 3, not measured/);
    expect(text).toContain('match.10000: the gallery is not part of this run');
    expect(text).toMatch(/ {2}assets\/ort\.wasm +14\.0 MB/);
  });

  it('says that no task was long rather than that one lasted 0 ms', () => {
    const text = textReportOf(reportOf({ ...FINDINGS, cold: null, warm: [FINDINGS.warm[0]!] }));
    expect(text).toMatch(/Longest task .*under 50 ms +≤ 50, met/);
  });

  it('stands even when nothing was measured', () => {
    expect(textReportOf(reportOf({ ...NOTHING, reasons: {} }))).toContain('not measured');
  });
});
