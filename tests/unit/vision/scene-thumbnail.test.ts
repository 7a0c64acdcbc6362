/** What counts as a change of the scene, and what does not. */
import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../src/vision/pixels';
import { isSameScene, thumbnailOf } from '../../../src/vision/scene-thumbnail';
import { roomOf } from '../../support/made-up-room';

const isSame = (before: GreyImage, after: GreyImage): boolean => isSameScene(thumbnailOf(before), thumbnailOf(after));

describe('a thumbnail', () => {
  it('has the mean of each of 32 × 24 blocks', () => {
    const data = Uint8Array.from({ length: 640 * 480 }, (_, at) => (Math.floor((at % 640) / 20) * 5 + Math.floor(at / 640 / 20)) % 256);
    const thumbnail = thumbnailOf({ width: 640, height: 480, data, black: 0, gain: 1 });
    expect(thumbnail).toHaveLength(32 * 24);
    expect([thumbnail[0], thumbnail[31], thumbnail[32], thumbnail.at(-1)]).toEqual([0, 155, 1, 178]);
  });

  it.each([[64, 48], [33, 25], [32, 24], [20, 15], [3, 2], [1, 1]])('is made of %i × %i too', (width, height) => {
    const data = new Uint8Array(width * height).fill(90);
    expect(new Set(thumbnailOf({ width, height, data, black: 0, gain: 1 }))).toEqual(new Set([90]));
  });
});

describe.each([[640, 480], [1280, 720], [320, 240]])('in %i × %i, a scene', (width, height) => {
  const size = { width, height };
  const room = roomOf(size, {});

  it('stays the same under noise', () => {
    expect(isSame(room, roomOf(size, { noise: 3, seed: 2 }))).toBe(true);
    expect(isSame(roomOf(size, { noise: 3, seed: 3 }), roomOf(size, { noise: 3, seed: 4 }))).toBe(true);
  });

  it.each([-30, 30])('stays the same when all of it is exposed otherwise (%i)', (exposure) => {
    expect(isSame(room, roomOf(size, { exposure, noise: 3, seed: 5 }))).toBe(true);
  });

  it('stays the same when a lamp in it goes on, wherever that is', () => {
    // In the very middle of the row of blocks, and in the first of them.
    for (const y of [0, 0.5]) expect(isSame(room, roomOf(size, { person: { x: 0, y, share: 1 / 24 } }))).toBe(true);
  });

  it('changes when somebody comes, goes or moves, under noise and exposure too', () => {
    const person = { x: 0.4, y: 0.3, share: 0.15 };
    expect(isSame(room, roomOf(size, { person, noise: 3, seed: 6 }))).toBe(false);
    expect(isSame(roomOf(size, { person }), room)).toBe(false);
    expect(isSame(room, roomOf(size, { person, exposure: 25, noise: 3, seed: 7 }))).toBe(false);
    expect(isSame(roomOf(size, { person }), roomOf(size, { person: { ...person, x: 0.5 } }))).toBe(false);
  });

  it('changes with a face as small as one that is looked for, at the far side of the room', () => {
    // A tenth of the height: 48 pixels of 480.
    expect(isSame(room, roomOf(size, { person: { x: 0.1, y: 0.1, share: 0.1 } }))).toBe(false);
  });
});

it('a picture of another size of the same scene is the same scene', () => {
  expect(isSame(roomOf({ width: 640, height: 480 }, {}), roomOf({ width: 320, height: 240 }, {}))).toBe(true);
});

it('a small picture changes as well', () => {
  const size = { width: 64, height: 48 };
  expect(isSame(roomOf(size, {}), roomOf(size, {}))).toBe(true);
  expect(isSame(roomOf(size, {}), roomOf(size, { person: { x: 0.4, y: 0.3, share: 0.15 } }))).toBe(false);
});
