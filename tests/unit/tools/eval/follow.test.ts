/** The second look at a picture whose face is followed. */
import { describe, expect, it } from 'vitest';
import { FOLLOWING } from '../../../../src/decision/thresholds';
import { followOf } from '../../../../src/tools/eval/follow';

const FIRST = { kind: 'ultralight', scaleFactor: 1.1, minNeighbors: 5, minFacePx: 30 } as const;

describe('followOf', () => {
  it('is what the app plans for a followed face of a verdict', () => {
    const search = { kind: 'follow', reach: FOLLOWING.reach, part: null };
    expect(followOf('haar+ultralight', FIRST)).toEqual({ detector: { ...FIRST, kind: 'haar' }, search, orExact: true });
    expect(followOf('haar', { ...FIRST, kind: 'haar' })).toEqual({ detector: { ...FIRST, kind: 'haar' }, search, orExact: false });
  });

  it('is nothing with UltraLight alone', () => {
    expect(followOf('ultralight', FIRST)).toBeNull();
  });
});
