/** Each gate alone, their order, and the two strictnesses. */
import { describe, expect, it } from 'vitest';
import type { FaceQuality } from '../../../src/core/quality';
import { problemOf, type QualityProblem, readGates, type Strictness } from '../../../src/decision/quality-gates';
import { QUALITY_LIMITS } from '../../../src/decision/thresholds';
import { QUALITY } from '../../support/made-up-quality';

const STRICTNESSES: readonly Strictness[] = ['enrol', 'verify'];

interface Gate {
  readonly problem: QualityProblem;
  readonly value: keyof FaceQuality;
  readonly limit: keyof (typeof QUALITY_LIMITS)['enrol'];
  /** Which way is worse. */
  readonly worse: 1 | -1;
  /** Whether both signs are judged alike. */
  readonly isSigned?: true;
}

/** In the order in which a person should mend things. */
const GATES: readonly Gate[] = [
  { problem: 'too-small', value: 'facePx', limit: 'minFacePx', worse: -1 },
  { problem: 'cut-off', value: 'insideShare', limit: 'minInsideShare', worse: -1 },
  { problem: 'several-faces', value: 'rivalShare', limit: 'maxRivalShare', worse: 1 },
  { problem: 'too-dark', value: 'brightness', limit: 'minBrightness', worse: -1 },
  { problem: 'too-bright', value: 'brightness', limit: 'maxBrightness', worse: 1 },
  { problem: 'side-light', value: 'sideLight', limit: 'maxSideLight', worse: 1, isSigned: true },
  { problem: 'flat-light', value: 'contrast', limit: 'minContrast', worse: -1 },
  { problem: 'turned-sideways', value: 'yawDegrees', limit: 'maxYawDegrees', worse: 1, isSigned: true },
  { problem: 'turned-up-or-down', value: 'pitchDegrees', limit: 'maxPitchDegrees', worse: 1, isSigned: true },
  { problem: 'tilted', value: 'rollDegrees', limit: 'maxRollDegrees', worse: 1, isSigned: true },
  { problem: 'blurred', value: 'sharpness', limit: 'minSharpness', worse: -1 },
];

const CASES = STRICTNESSES.flatMap((strictness) =>
  GATES.filter(({ limit }) => Number.isFinite(QUALITY_LIMITS[strictness][limit])).map((gate) => ({ ...gate, strictness })),
);

describe('each gate', () => {
  it.each(CASES)('$strictness: $problem at its limit passes, and beyond it does not', ({ problem, value, limit: key, worse, isSigned, strictness }) => {
    const limit = QUALITY_LIMITS[strictness][key];
    for (const sign of isSigned === true ? [1, -1] : [1]) {
      expect(problemOf({ ...QUALITY, [value]: sign * limit }, strictness)).toBeNull();
      expect(problemOf({ ...QUALITY, [value]: sign * (limit + worse * 0.001) }, strictness)).toBe(problem);
    }
  });

  it('does not let pass what is no number', () => {
    expect(problemOf({ ...QUALITY, sharpness: Number.NaN }, 'verify')).toBe('blurred');
    expect(problemOf({ ...QUALITY, yawDegrees: Number.NaN }, 'verify')).toBe('turned-sideways');
  });

  it('lets a good face pass', () => {
    for (const strictness of STRICTNESSES) expect(problemOf(QUALITY, strictness)).toBeNull();
  });
});

describe('readGates', () => {
  it.each(STRICTNESSES)('gives every measurement with what is allowed, to %s', (strictness) => {
    const expected = GATES.map(({ problem, value, limit, isSigned }) => ({
      problem,
      value: isSigned === true ? Math.abs(QUALITY[value]) : QUALITY[value],
      limit: QUALITY_LIMITS[strictness][limit],
      passes: true,
    }));
    expect(readGates(QUALITY, strictness)).toEqual(expected);
  });
});

describe('what is wrong first', () => {
  it('is what comes first in the order of mending', () => {
    const worst: FaceQuality = {
      facePx: 1,
      insideShare: 0.1,
      rivalShare: 2,
      brightness: 5,
      sideLight: 0.9,
      contrast: 1,
      yawDegrees: 80,
      pitchDegrees: 80,
      rollDegrees: 80,
      sharpness: 0,
    };
    let quality = worst;
    for (const { problem, value } of GATES) {
      // Brightness cannot be wrong both ways.
      if (problem === 'too-bright') continue;
      expect(problemOf(quality, 'enrol')).toBe(problem);
      quality = { ...quality, [value]: QUALITY[value] };
    }
    expect(problemOf(quality, 'enrol')).toBeNull();
  });
});

describe('the limits', () => {
  it.each(GATES)('are stricter for an enrolment: $problem', ({ limit, worse }) => {
    expect((QUALITY_LIMITS.verify[limit] - QUALITY_LIMITS.enrol[limit]) * worse).toBeGreaterThan(0);
  });

  it('let somebody verify among others, but not enrol', () => {
    const inACrowd = { ...QUALITY, rivalShare: 1.5 };
    expect(problemOf(inACrowd, 'verify')).toBeNull();
    expect(problemOf(inACrowd, 'enrol')).toBe('several-faces');
  });
});
