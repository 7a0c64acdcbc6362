/** Decides whether the picture of a face is good enough, and if not, what is wrong with it first. */
import type { FaceQuality } from '../core/quality';
import { QUALITY_LIMITS } from './thresholds';

/** Why a face cannot be used as it is; each has words for the person who is posing. */
export type QualityProblem =
  | 'too-small'
  | 'cut-off'
  | 'several-faces'
  | 'too-dark'
  | 'too-bright'
  | 'side-light'
  | 'flat-light'
  | 'turned-sideways'
  | 'turned-up-or-down'
  | 'tilted'
  | 'blurred';

/** One gate: what was measured against what is allowed. */
export interface GateReading {
  readonly problem: QualityProblem;
  readonly value: number;
  readonly limit: number;
  readonly passes: boolean;
}

/** How strict: a template is used a thousand times, a probe once. */
export type Strictness = keyof typeof QUALITY_LIMITS;

/** Every gate, in the order in which a person should mend things. */
export function readGates(quality: FaceQuality, strictness: Strictness): GateReading[] {
  const limits = QUALITY_LIMITS[strictness];
  const atLeast = (problem: QualityProblem, value: number, limit: number): GateReading => ({ problem, value, limit, passes: value >= limit });
  const atMost = (problem: QualityProblem, value: number, limit: number): GateReading => ({ problem, value, limit, passes: value <= limit });
  return [
    atLeast('too-small', quality.facePx, limits.minFacePx),
    atLeast('cut-off', quality.insideShare, limits.minInsideShare),
    atMost('several-faces', quality.rivalShare, limits.maxRivalShare),
    atLeast('too-dark', quality.brightness, limits.minBrightness),
    atMost('too-bright', quality.brightness, limits.maxBrightness),
    atMost('side-light', Math.abs(quality.sideLight), limits.maxSideLight),
    atLeast('flat-light', quality.contrast, limits.minContrast),
    atMost('turned-sideways', Math.abs(quality.yawDegrees), limits.maxYawDegrees),
    atMost('turned-up-or-down', Math.abs(quality.pitchDegrees), limits.maxPitchDegrees),
    atMost('tilted', Math.abs(quality.rollDegrees), limits.maxRollDegrees),
    atLeast('blurred', quality.sharpness, limits.minSharpness),
  ];
}

/** The first gate that does not let the face pass; null when all do. */
export function problemOf(quality: FaceQuality, strictness: Strictness): QualityProblem | null {
  return readGates(quality, strictness).find(({ passes }) => !passes)?.problem ?? null;
}
