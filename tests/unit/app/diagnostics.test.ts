/** What Diagnostics says, line by line. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { normalise } from '../../../src/core/embedding';
import { type DiagnosticsInput, FrameStatistics, percentile } from '../../../src/app/diagnostics';
import type { FrameOutcome, StageTimings } from '../../../src/inference/protocol';
import { QUALITY } from '../../support/made-up-quality';

const FACES = { frame: { width: 640, height: 480 }, boxes: [], judged: -1 };
const NO_FACE: FrameOutcome = { kind: 'no-face', faces: FACES };

const NOTHING: DiagnosticsInput = { engine: null, threads: null, camera: null, storage: null, memoryBytes: null };

const EVERYTHING: DiagnosticsInput = {
  engine: {
    origin: { model: 'mobilefacenet-512', pipeline: 'five-points-3' },
    networks: { present: [], installed: 'mobilefacenet-512', missing: null },
    assets: [{ id: 'landmarks', file: 'models/l.onnx', sha256: 'abc', loadMs: 12.6 }],
    onnxRuntimeMs: 67.8,
    threads: 3,
    simd: true,
    crossOriginIsolated: false,
  },
  threads: null,
  camera: { label: 'Webcam', width: 1280, height: 720, counters: { delivered: 60, analysed: 45, skipped: 15, liveMs: 2000 } },
  storage: { isPersistent: true, usageBytes: 1_250_000, quotaBytes: 2_000_000_000 },
  memoryBytes: 123_456_789,
};

/** The lines as "group / label" → value; a label that stands twice would be lost, so that is refused. */
function read(input: DiagnosticsInput, statistics = new FrameStatistics()): Record<string, string> {
  const lines = statistics.lines(input).map(({ group, label, value }) => [`${group} / ${label}`, value] as const);
  expect(new Set(lines.map(([label]) => label)).size).toBe(lines.length);
  return Object.fromEntries(lines);
}

function after(...timings: readonly StageTimings[]): FrameStatistics {
  const statistics = new FrameStatistics();
  for (const stages of timings) statistics.add({ outcome: NO_FACE, timings: stages, brightness: 99 });
  return statistics;
}

beforeEach(() => {
  vi.stubGlobal('navigator', { userAgent: 'Chromium 140' });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('percentile', () => {
  const HUNDRED = Array.from({ length: 100 }, (_, i) => 100 - i);

  it('is the value that so many do not exceed, whatever their order', () => {
    expect(percentile(HUNDRED, 50)).toBe(50);
    expect(percentile(HUNDRED, 95)).toBe(95);
    expect(percentile(HUNDRED, 100)).toBe(100);
    expect(percentile([30, 4, 200], 50)).toBe(30);
    expect(percentile([30, 4, 200], 95)).toBe(200);
  });

  it('is the lowest value at the bottom, and the only one of one', () => {
    expect(percentile(HUNDRED, 0)).toBe(1);
    expect(percentile([7], 5)).toBe(7);
  });

  it('is no number of nothing', () => {
    expect(percentile([], 50)).toBeNaN();
  });

  it('leaves the values in their order', () => {
    const values = [3, 1, 2];
    percentile(values, 50);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('the time per frame', () => {
  it('is not measured before the first frame', () => {
    const lines = read(NOTHING);
    for (const stage of ['copy', 'detect', 'find', 'landmarks', 'align', 'embed', 'total']) expect(lines[`Time per frame / ${stage}`]).toBe('not measured yet');
  });

  it('is told per stage, for the frames that had it, and in total', () => {
    const lines = read(NOTHING, after({ copy: 1, detect: 20 }, { copy: 2, detect: 30, embed: 5.04 }));
    expect(lines['Time per frame / copy']).toBe('p50 1.0 ms · p95 2.0 ms · 2 frames');
    expect(lines['Time per frame / embed']).toBe('p50 5.0 ms · p95 5.0 ms · 1 frames');
    expect(lines['Time per frame / align']).toBe('not measured yet');
    expect(lines['Time per frame / total']).toBe('p50 21.0 ms · p95 37.0 ms · 2 frames');
  });

  it('looks back on the latest 300 frames', () => {
    const old = Array.from({ length: 200 }, () => ({ detect: 1000 }));
    const recent = Array.from({ length: 300 }, () => ({ detect: 10 }));
    expect(read(NOTHING, after(...old, ...recent))['Time per frame / detect']).toBe('p50 10.0 ms · p95 10.0 ms · 300 frames');
    expect(read(NOTHING, after({ detect: 1000 }, ...recent.slice(1)))['Time per frame / total']).toContain('300 frames');
  });
});

describe('the last embedding length', () => {
  const lengthAfter = (...outcomes: readonly FrameOutcome[]): string | undefined => {
    const statistics = new FrameStatistics();
    for (const outcome of outcomes) statistics.add({ outcome, timings: {}, brightness: 99 });
    return read(EVERYTHING, statistics)['Models / Last embedding length'];
  };
  const rejected: FrameOutcome = { kind: 'rejected', faces: FACES, quality: QUALITY, embeddingLength: 3.456, minLength: 9 };

  const point = { x: 0, y: 0 };
  const embedded: FrameOutcome = {
    kind: 'embedded',
    faces: FACES,
    quality: QUALITY,
    box: { x: 1, y: 2, width: 90, height: 90 },
    points: [point, point, point, point, point],
    crop: new Uint8Array(3),
    embedding: normalise(Float32Array.of(3, 4)),
    embeddingLength: 12.5,
    origin: { model: 'm', pipeline: 'p' },
  };

  it('is that of the last face that was embedded or rejected', () => {
    expect(lengthAfter(NO_FACE)).toBe('none yet');
    expect(lengthAfter(rejected)).toBe('3.46');
    expect(lengthAfter({ ...rejected, embeddingLength: 1 }, rejected, NO_FACE)).toBe('3.46');
    expect(lengthAfter(rejected, { kind: 'posed', faces: FACES, quality: QUALITY, points: [point, point, point, point, point] }, { kind: 'implausible', faces: FACES })).toBe('3.46');
    expect(lengthAfter(rejected, embedded)).toBe('12.50');
  });
});

describe('the lines', () => {
  it('say what is not known yet', () => {
    expect(read(NOTHING)).toMatchObject({
      'Camera / Camera': 'not used yet',
      'Models / State': 'not loaded',
      'Browser / Threads': 'unknown',
      'Browser / SIMD': 'unknown',
      'Browser / Cross-origin isolated': 'unknown',
      'Browser / Memory': 'not measured by this browser',
      'Browser / Storage used': 'unknown',
      'Browser / Storage persistent': 'unknown',
      'Browser / Browser': 'Chromium 140',
    });
  });

  it('say everything that is known, with units', () => {
    expect(read(EVERYTHING)).toMatchObject({
      'Camera / Camera': 'Webcam',
      'Camera / Picture': '1280 × 720 pixels',
      'Camera / Frames delivered': '30.0 per second (60 in all)',
      'Camera / Frames analysed': '22.5 per second (45 in all)',
      'Camera / Frames skipped': '7.5 per second (15 in all)',
      'Models / Recognition': 'mobilefacenet-512',
      'Models / Pipeline': 'five-points-3',
      'Models / landmarks': 'loaded in 13 ms',
      'Models / landmarks SHA-256': 'abc',
      'Models / ONNX Runtime': 'started in 68 ms',
      'Browser / Threads': '3',
      'Browser / SIMD': 'yes',
      'Browser / Cross-origin isolated': 'no',
      'Browser / Memory': '123.5 MB',
      'Browser / Storage used': '1.3 MB of 2,000.0 MB',
      'Browser / Storage persistent': 'yes',
    });
  });

  it('say of the threads whether they were measured', () => {
    const timings = [{ threads: 1, medianMs: 61.04 }, { threads: 3, medianMs: 20 }];
    expect(read({ ...EVERYTHING, threads: 'assumed' })['Browser / Threads']).toBe('3 (assumed)');
    expect(read({ ...EVERYTHING, threads: { threads: 3, timings } })['Browser / Threads']).toBe('3 (measured: 1: 61.0 ms · 3: 20.0 ms)');
  });

  it('keep the lines of a group together', () => {
    const groups = after({ detect: 1 }).lines(EVERYTHING).map(({ group }) => group);
    expect(groups.filter((group, i) => group !== groups[i - 1])).toEqual(['Camera', 'Time per frame', 'Models', 'Browser']);
  });

  it('call a camera without a label that', () => {
    expect(read({ ...EVERYTHING, camera: { ...EVERYTHING.camera!, label: '' } })['Camera / Camera']).toBe('without a name');
  });
});
