/** What the app ships: numbers only. */
import { expect, it } from 'vitest';
import { referenceHistogramOf } from '../../../../src/tools/eval/reference-histogram';
import { madeUpReport } from './made-up-report';

it('holds the scores of strangers in coarse bins, without failures and without names', () => {
  const { report, comparison } = madeUpReport({ source: 'folder' });
  const reference = referenceHistogramOf(report, comparison.impostor);
  expect(reference).toMatchObject({ model: 'model-1', pipeline: 'pipeline-1', images: 9, people: 4, source: 'folder', min: -0.5, binWidth: 0.005 });
  expect(reference.counts).toHaveLength(300);
  expect(reference.pairs).toBe(comparison.impostor.total - comparison.impostor.rejections);
  expect(reference.counts.reduce((sum, count) => sum + count, 0)).toBe(reference.pairs);
  expect(JSON.stringify(reference)).not.toMatch(/Ada|Ben/);
});
