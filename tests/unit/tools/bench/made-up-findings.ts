/** Findings of a benchmark, as if it had run. */
import type { Measured, Sample } from '../../../../src/tools/bench/contender';
import type { Findings } from '../../../../src/tools/bench/report';

/** Two rounds of two frames that all took the same. */
export function measured(program: Measured['id']['program'], threads: number, sample: Sample, facts: Measured['facts'] = {}): Measured {
  return { id: { program, threads } as Measured['id'], facts, rounds: [[sample, sample], [sample, sample]] };
}

export const FINDINGS: Findings = {
  machine: { processor: 'made up', cores: 2 },
  frames: [
    measured('lintel', 2, { boxMs: 5, trackedMs: 9, verdictMs: 50, embedMs: 20 }, { threads: 2, crop: [1, 2, 3] }),
    measured('lintel', 1, { boxMs: 5, trackedMs: 9, verdictMs: 60, embedMs: 30 }, { threads: 1 }),
    measured('opencv', 1, { fullScanMs: 100 }),
    measured('human', 1, { verdictMs: 160 }),
    measured('human', 2, { verdictMs: 200 }),
    measured('face-api', 1, { verdictMs: 150 }),
    measured('face-api', 2, { verdictMs: 125 }),
    measured('predecessor', 1, { detectMs: 100, loopMs: 101, embedMs: 24, verdictMs: 125 }),
    measured('native', 1, { embedMs: 5 }),
  ],
  cold: { firstFrameMs: 4000, verdictMs: 9000, longestTaskMs: 60 },
  warm: [
    { firstFrameMs: 900, verdictMs: 2500, longestTaskMs: 0 },
    { firstFrameMs: 1100, verdictMs: 2700, longestTaskMs: 55 },
  ],
  humanStartsMs: [1900, 2100],
  visits: [
    { appearedMs: 1000, leftMs: 6000, verdictMs: 1200, boxes: 100 },
    { appearedMs: 12_000, leftMs: 17_000, verdictMs: null, boxes: 100 },
  ],
  throttled: { factor: 5, visits: [{ appearedMs: 1000, leftMs: 6000, verdictMs: 1600, boxes: 50 }], method: 'cgroup v2 cpu.max' },
  memory: { tabBytes: 220_000_000, renderersBytes: 300_000_000, measuredBytes: null },
  idleCpuPercent: 12.5,
  precache: [{ file: 'assets/ort.wasm', bytes: 14_000_000 }, { file: 'index.html', bytes: 1000 }],
  soak: null,
  match: null,
  reasons: { 'match.10000': 'the gallery is not part of this run' },
};
