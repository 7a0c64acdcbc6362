/** Where a head points, seen in photographs of a head whose pose is known. */
import { describe, expect, it } from 'vitest';
import type { HeadPose } from '../../../src/core/quality';
import { headPoseOf } from '../../../src/vision/head-pose';
import { AHEAD, photograph, type Photograph } from '../../support/made-up-head';

const NEAR: Photograph = { pixelsPerMm: 1.3, at: { x: 320, y: 200 } };

function expectPose(pose: HeadPose, wanted: Partial<HeadPose>): void {
  for (const key of ['yawDegrees', 'pitchDegrees', 'rollDegrees'] as const) {
    expect(Math.abs(pose[key] - { ...AHEAD, ...wanted }[key]), key).toBeLessThan(1);
  }
}

describe('the pose', () => {
  it.each<Partial<HeadPose>>([
    {},
    ...[-60, -20, 15, 45].map((yawDegrees) => ({ yawDegrees })),
    ...[-40, -15, 10, 35].map((pitchDegrees) => ({ pitchDegrees })),
    ...[-120, -30, 12, 80, 170].map((rollDegrees) => ({ rollDegrees })),
    { yawDegrees: 30, rollDegrees: -25 },
    { pitchDegrees: -20, rollDegrees: 40 },
    { yawDegrees: -12, pitchDegrees: 8 },
  ])('is read off the points: %j', (pose) => {
    expectPose(headPoseOf(photograph(pose, NEAR)), pose);
  });

  it('says turned to the right when the nose is right of the middle of the face', () => {
    const points = photograph({}, NEAR).map((point, index) => (index === 30 ? { ...point, x: point.x + 25 } : point));
    expect(headPoseOf(points).yawDegrees).toBeGreaterThan(5);
  });

  it('says chin up when the nose is high', () => {
    const points = photograph({}, NEAR).map((point, index) => (index === 30 ? { ...point, y: point.y - 25 } : point));
    expect(headPoseOf(points).pitchDegrees).toBeGreaterThan(5);
  });

  it('says tilted clockwise when the right eye is the lower one', () => {
    const [left, right] = [36, 45].map((index) => photograph({ rollDegrees: 20 }, NEAR)[index]!);
    expect(right!.y).toBeGreaterThan(left!.y);
    expect(headPoseOf(photograph({ rollDegrees: 20 }, NEAR)).rollDegrees).toBeGreaterThan(0);
  });

  it('is the same wherever the head is, and however near', () => {
    const pose = { yawDegrees: 20, pitchDegrees: 8, rollDegrees: -10 };
    const wanted = headPoseOf(photograph(pose, NEAR));
    for (const { x, y, pixelsPerMm } of [{ x: 20, y: 20, pixelsPerMm: 1.3 }, { x: 320, y: 200, pixelsPerMm: 0.2 }, { x: -90, y: 900, pixelsPerMm: 7 }]) {
      const pose2 = headPoseOf(photograph(pose, { pixelsPerMm, at: { x, y } }));
      for (const key of ['yawDegrees', 'pitchDegrees', 'rollDegrees'] as const) expect(pose2[key]).toBeCloseTo(wanted[key], 8);
    }
  });

  it('is a number for points that no head could show', () => {
    const flat = photograph({}, NEAR).map(({ x }, index) => ({ x, y: index === 30 ? 900 : 0 }));
    for (const degrees of Object.values(headPoseOf(flat))) expect(degrees).toBeGreaterThanOrEqual(-180);
  });

  it('is refused for points that coincide', () => {
    expect(() => headPoseOf(Array.from({ length: 68 }, () => ({ x: 5, y: 5 })))).toThrow(RangeError);
  });
});
