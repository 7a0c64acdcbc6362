/** A face of which there is nothing to complain. */
import type { FaceQuality } from '../../src/core/quality';

export const QUALITY: FaceQuality = {
  yawDegrees: 1,
  pitchDegrees: -2,
  rollDegrees: 3,
  facePx: 90,
  sharpness: 0.3,
  brightness: 120,
  contrast: 50,
  sideLight: 0.05,
  insideShare: 1,
  rivalShare: 0,
};
