/** Taking turns on the same frames. */
import { describe, expect, it } from 'vitest';
import { column, type Contender, type Course, interleave, type Sample } from '../../../../src/tools/bench/contender';

const COURSE: Course = { rounds: 3, framesPerRound: 2, frames: 5, restMs: 0 };

function contender(program: 'opencv' | 'native', log: string[], measure: (frames: readonly number[]) => Sample[]): Contender {
  return {
    id: { program, threads: 1 },
    facts: { program },
    measure: (frames) => {
      log.push(`${program} ${frames.join(',')}`);
      return new Promise((resolve) => resolve(measure(frames)));
    },
    close: () => Promise.resolve(),
  };
}

describe('everybody', () => {
  it('takes turns on the same frames, and begins anew after the last', async () => {
    const log: string[] = [];
    let rounds = 0;
    const measured = await interleave(
      [contender('opencv', log, (frames) => frames.map((frame) => ({ ms: frame }))), contender('native', log, () => [{ ms: 9 }])],
      COURSE,
      () => (rounds += 1),
      () => {},
    );
    expect(log).toEqual(['opencv 0,1', 'native 0,1', 'opencv 2,3', 'native 2,3', 'opencv 4,0', 'native 4,0']);
    expect(rounds).toBe(3);
    expect(measured.map(({ id, facts }) => [id.program, facts])).toEqual([['opencv', { program: 'opencv' }], ['native', { program: 'native' }]]);
    expect(column(measured[0]!, 'ms')).toEqual([[0, 1], [2, 3], [4, 0]]);
  });

  it('goes on without one that fails, and says who and why', async () => {
    const log: string[] = [];
    const failed: unknown[] = [];
    const dies = contender('opencv', log, (frames) => {
      if (frames[0] === 2) throw new Error('out of memory');
      return [{ ms: 1 }];
    });
    const measured = await interleave([dies, contender('native', log, () => [{ ms: 2 }])], COURSE, () => {}, (id, error) => failed.push([id.program, String(error)]));
    expect(failed).toEqual([['opencv', 'Error: out of memory']]);
    expect(measured.map(({ id }) => id.program)).toEqual(['native']);
    expect(log.filter((line) => line.startsWith('opencv'))).toHaveLength(2);
  });
});

describe('a column', () => {
  it('leaves out the samples that lack it', () => {
    expect(column({ id: { program: 'native', threads: 1 }, facts: {}, rounds: [[{ a: 1 }, {}], [{ b: 2 }]] }, 'a')).toEqual([[1], []]);
  });
});
