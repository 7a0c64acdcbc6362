/** What the benchmark behind Diagnostics comes to. */
import { describe, expect, it } from 'vitest';
import { benchmarkRows, type BenchmarkSample, benchmarkText } from '../../../src/app/benchmark';

const [FOLLOW, VERDICT] = ['Following a face', 'Frame to verdict'];

const SAMPLES: BenchmarkSample[] = [
  { task: 'following', elapsedMs: 30, timings: { copy: 1, detect: 20 } },
  { task: 'verdict', elapsedMs: 80, timings: { copy: 1, detect: 21, embed: 40 } },
  { task: 'following', elapsedMs: 34, timings: { copy: 2, detect: 22 } },
  { task: 'following', elapsedMs: 90, timings: { copy: 2, detect: 24 } },
];

describe('the rows', () => {
  it('are the whole frame and then its stages, for each task', () => {
    expect(benchmarkRows(SAMPLES).map(({ label, medianMs, count }) => [label, medianMs, count])).toEqual([
      [FOLLOW, 34, 3],
      [`${FOLLOW}: copy`, 2, 3],
      [`${FOLLOW}: detect`, 22, 3],
      [VERDICT, 80, 1],
      [`${VERDICT}: copy`, 1, 1],
      [`${VERDICT}: detect`, 21, 1],
      [`${VERDICT}: embed`, 40, 1],
    ]);
  });

  it('have quartiles', () => {
    expect(benchmarkRows(SAMPLES)[0]).toMatchObject({ lowerQuartileMs: 30, upperQuartileMs: 90 });
  });

  it('are none of nothing', () => {
    expect(benchmarkRows([])).toEqual([]);
  });
});

describe('the text', () => {
  const facts = { engine: null, cores: 4, browser: 'Chromium 140', picture: { width: 640, height: 480 } };

  it('is a table to publish, and says on what it ran', () => {
    const engine = {
      origin: { model: 'mobilefacenet-128', pipeline: 'five-points-3' },
      networks: { present: [], installed: 'mobilefacenet-128', missing: null },
      assets: [],
      onnxRuntimeMs: 1,
      threads: 3,
      simd: true,
      crossOriginIsolated: true,
    };
    const text = benchmarkText(benchmarkRows(SAMPLES), { ...facts, engine });
    expect(text).toContain('Model: mobilefacenet-128, five-points-3\nThreads: 3 on 4 cores, SIMD yes\nPicture: 640 × 480');
    expect(text).toContain(`| ${FOLLOW} | 34.0 | 30.0 to 90.0 | 3 |`);
  });

  it('leaves out what is not known', () => {
    expect(benchmarkText([], facts)).not.toContain('Model');
  });
});
