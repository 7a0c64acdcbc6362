/** A bar in a terminal, lines elsewhere. */
import { describe, expect, it } from 'vitest';
import { Progress } from '../../../../src/tools/eval/progress';

/** Does 100 steps of `stepMs` each and returns what was written. */
function writtenOver(stepMs: number, isTTY: boolean): string[] {
  const written: string[] = [];
  let nowMs = 0;
  const progress = new Progress({ isTTY, write: (text) => written.push(text) }, 'Working', 100, () => nowMs);
  for (let step = 0; step < 100; step += 1) {
    nowMs += stepMs;
    progress.advance();
  }
  progress.end();
  return written;
}

describe('Progress', () => {
  it('writes a line every tenth, with the time that is left', () => {
    const lines = writtenOver(1000, false);
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('Working: 10 of 100 (10 %), 2 min left\n');
    expect(lines[4]).toBe('Working: 50 of 100 (50 %), 50 s left\n');
    expect(lines[9]).toBe('Working: 100 of 100 (100 %), done\n');
  });

  it('draws over the same line in a terminal, and leaves it at the end', () => {
    const written = writtenOver(1000, true);
    expect(written[49]).toMatch(/^\rWorking █{15}░{15} 50 %, 50 s left/);
    expect(written.filter((text) => text.includes('\n'))).toEqual(['\n']);
    expect(written.at(-1)).toBe('\n');
  });

  it('says nothing of a short job', () => {
    expect(writtenOver(1, false)).toEqual([]);
    expect(writtenOver(1, true)).toEqual([]);
  });
});
