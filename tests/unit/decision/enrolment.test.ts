/** Which poses are wanted, which one a head shows, and which samples help. */
import { describe, expect, it } from 'vitest';
import { type Embedding, normalise } from '../../../src/core/embedding';
import type { HeadPose } from '../../../src/core/quality';
import {
  type Enrolment,
  missingPoses,
  type PoseName,
  poseOf,
  sampleProblemOf,
  shownPose,
  STRAIGHT_HEAD,
  type TakenSample,
} from '../../../src/decision/enrolment';
import { ENROLMENT } from '../../../src/decision/thresholds';

const { straightDegrees, turnedDegrees, maxLikeness, minLikeness } = ENROLMENT;

function head(yawDegrees: number, pitchDegrees = 0): HeadPose {
  return { ...STRAIGHT_HEAD, yawDegrees, pitchDegrees };
}

/** A direction in the plane: the cosine of two is that of the angle between them. */
function at(radians: number): Embedding {
  return normalise(Float32Array.of(Math.cos(radians), Math.sin(radians)));
}

function enrolment(poses: readonly PoseName[], wanted: number): Enrolment {
  const samples = poses.map((pose, index): TakenSample => ({ id: String(index), embedding: at(index), pose, crop: null }));
  return { personId: 'a', name: 'Ada', samples, wanted, baseline: STRAIGHT_HEAD };
}

describe('missingPoses', () => {
  it.each<[readonly PoseName[], number, readonly PoseName[]]>([
    [[], 5, ['straight', 'left', 'right', 'up', 'down']],
    [['straight'], 5, ['left', 'right', 'up', 'down']],
    [['straight'], 3, ['left', 'right']],
    [['straight', 'right'], 5, ['left', 'up', 'down']],
    [['straight', 'any'], 5, ['left', 'right', 'up']],
    [['any', 'any'], 3, ['straight']],
    [['straight', 'left'], 8, ['right', 'up', 'down', 'any', 'any', 'any']],
    [['straight', 'left', 'right', 'up', 'down'], 7, ['any', 'any']],
    [['straight', 'left', 'right'], 3, []],
    [['straight', 'left', 'right', 'any'], 3, []],
  ])('after %j of %d are %j', (taken, wanted, missing) => {
    expect(missingPoses(enrolment(taken, wanted))).toEqual(missing);
  });
});

describe('poseOf', () => {
  it.each<[string, HeadPose, string | null]>([
    ['straight at its limit', head(straightDegrees, -straightDegrees), 'straight'],
    ['between straight and left', head(straightDegrees + 0.1), null],
    ['just not left', head(turnedDegrees - 0.1), null],
    ['left from its limit on', head(turnedDegrees), 'left'],
    ['right from its limit on', head(-turnedDegrees), 'right'],
    ['up from its limit on', head(0, turnedDegrees), 'up'],
    ['down from its limit on', head(0, -turnedDegrees), 'down'],
    ['just not up', head(0, turnedDegrees - 0.1), null],
    ['more left than up', head(20, 19), 'left'],
    ['more down than right', head(-19, -20), 'down'],
  ])('finds a head %s', (_, pose, name) => {
    expect(poseOf(pose, STRAIGHT_HEAD)).toBe(name);
  });

  it('measures from the first sample, not from the camera', () => {
    const baseline = head(10, -6);
    expect(poseOf(baseline, baseline)).toBe('straight');
    expect(poseOf(head(10 + turnedDegrees, -6), baseline)).toBe('left');
    expect(poseOf(head(10 - turnedDegrees, -6), baseline)).toBe('right');
    expect(poseOf(head(10, -6 + turnedDegrees), baseline)).toBe('up');
  });

  it('does not mind a tilt', () => {
    expect(poseOf({ ...STRAIGHT_HEAD, rollDegrees: 20 }, STRAIGHT_HEAD)).toBe('straight');
  });
});

describe('shownPose', () => {
  it('is a pose that is missing, in whatever order', () => {
    expect(shownPose(enrolment(['straight'], 5), head(0, -20))).toBe('down');
    expect(shownPose(enrolment(['straight'], 5), head(20))).toBe('left');
  });

  it('is none that is there already, is not asked for, or lies between two', () => {
    expect(shownPose(enrolment(['straight'], 5), head(0))).toBeNull();
    expect(shownPose(enrolment(['straight'], 3), head(0, 20))).toBeNull();
    expect(shownPose(enrolment(['straight'], 5), head(9))).toBeNull();
  });

  it('is any once the guided poses are there', () => {
    const guided: PoseName[] = ['straight', 'left', 'right', 'up', 'down'];
    expect(shownPose(enrolment(guided, 6), head(9))).toBe('any');
    expect(shownPose(enrolment(guided, 5), head(9))).toBeNull();
  });

  it('is measured from the baseline', () => {
    expect(shownPose({ ...enrolment(['straight'], 5), baseline: head(20) }, head(20 + turnedDegrees))).toBe('left');
    expect(shownPose({ ...enrolment(['straight'], 5), baseline: head(20) }, head(20))).toBeNull();
  });
});

describe('sampleProblemOf', () => {
  const samplesAt = (...radians: number[]) => radians.map((angle) => ({ embedding: at(angle) }));

  it('has nothing against a first sample', () => {
    expect(sampleProblemOf([], at(1))).toBeNull();
  });

  it('refuses what is too much like one sample', () => {
    const limit = Math.acos(maxLikeness);
    expect(sampleProblemOf(samplesAt(0), at(limit - 0.001))).toBe('too-alike');
    expect(sampleProblemOf(samplesAt(0), at(limit + 0.001))).toBeNull();
    expect(sampleProblemOf(samplesAt(0, 0.5), at(0.5))).toBe('too-alike');
  });

  it('refuses what is too little like all of them together', () => {
    const limit = Math.acos(minLikeness);
    expect(sampleProblemOf(samplesAt(0), at(limit - 0.001))).toBeNull();
    expect(sampleProblemOf(samplesAt(0), at(limit + 0.001))).toBe('not-the-same');
    // Near enough to the second sample, too far from the middle of both.
    expect(sampleProblemOf(samplesAt(-0.4, 0.4), at(limit + 0.001))).toBe('not-the-same');
    expect(sampleProblemOf(samplesAt(-0.4, 0.4), at(limit - 0.001))).toBeNull();
  });
});
