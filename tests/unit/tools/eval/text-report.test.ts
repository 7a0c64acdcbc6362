/** What the terminal shows. */
import { describe, expect, it } from 'vitest';
import { textReportOf } from '../../../../src/tools/eval/text-report';
import { madeUpReport } from './made-up-report';

describe('textReportOf', () => {
  const { report } = madeUpReport();

  it('names every figure with its value', () => {
    const text = textReportOf(report);
    for (const line of [
      /Images +10 of 4 people/,
      /No usable face +1 \(10 %\), counted as errors +\[0\.253 to 44\.5 %\]/,
      /Model +model-1/,
      /Pipeline +pipeline-1/,
      /Milliseconds per image +50\.0 \(median of 9: detect 20\.0, embed 30\.0\)/,
      /Accuracy +\d+\.\d\d ± \d+\.\d\d % \(2 folds\) +\[/,
      /Pairs +45: 8 genuine, 37 impostor/,
      /TAR at FAR 1e-3 +75 % \(threshold 0\.\d{4}\) +\[/,
      /FRR at the default, 0\.\d{3} +25 % +\[/,
      /Templates of 2 images/,
      /Identified +50 % +\[/,
      /Ben\/Ben_3\.jpg: no face found/,
      /A note\./,
    ]) {
      expect(text).toMatch(line);
    }
  });

  it('says when nothing was analysed in this run', () => {
    expect(textReportOf({ ...report, milliseconds: null })).toMatch(/Milliseconds per image +from cache/);
  });

  it('lists the first failures and says where the others are', () => {
    const failures = Array.from({ length: 35 }, (_, index) => ({ file: `Ada/${index}.jpg`, reason: 'no face found' }));
    const text = textReportOf({ ...report, failures });
    expect(text).toContain('Ada/29.jpg');
    expect(text).not.toContain('Ada/30.jpg');
    expect(text).toContain('and 5 more');
  });

  it('shows the pairs of a file and all images with all apart', () => {
    const { report: other } = madeUpReport({ protocol: 'pairs of a file', allPairs: report });
    const text = textReportOf(other);
    expect(text).toContain('Comparing pairs of a file');
    expect(text).toContain('Comparing all images with all');
  });
});
