/** Whether a scene is worth searching again. */
import { beforeEach, describe, expect, it } from 'vitest';
import { SceneWatch } from '../../../../src/inference/worker/scene-watch';
import { roomOf } from '../../../support/made-up-room';

const SIZE = { width: 320, height: 240 };
const ROOM = roomOf(SIZE, {});
const SOMEBODY = roomOf(SIZE, { person: { x: 0.4, y: 0.3, share: 0.2 } });

let watch: SceneWatch;

beforeEach(() => {
  watch = new SceneWatch();
});

describe('a scene', () => {
  it('is new at first, and the same from then on', () => {
    expect(watch.isSame(ROOM)).toBe(false);
    expect(watch.isSame(roomOf(SIZE, { noise: 3, seed: 2 }))).toBe(true);
    expect(watch.isSame(ROOM)).toBe(true);
  });

  it('is new once when it changes, for then it is searched', () => {
    watch.heed(ROOM);
    expect([watch.isSame(SOMEBODY), watch.isSame(SOMEBODY), watch.isSame(ROOM)]).toEqual([false, true, false]);
  });

  it('is compared with the one searched last, so that it cannot creep away', () => {
    const step = (dark: number) => roomOf(SIZE, { person: { x: 0.4, y: 0.3, share: 0.2 }, level: 90 + dark });
    watch.heed(step(0));
    expect([watch.isSame(step(4)), watch.isSame(step(8))]).toEqual([true, false]);
  });

  it('of another size than the one before is compared all the same', () => {
    watch.heed(ROOM);
    expect(watch.isSame(roomOf({ width: 640, height: 480 }, {}))).toBe(true);
  });
});
