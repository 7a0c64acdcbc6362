/** Measures what one frame shows of the movements of a face. */
import type { FaceSigns } from '../../core/face-signs';
import type { Point } from '../../core/geometry';
import { eyeSquaresOf } from '../../vision/eye-picture';
import { fingerprintOf, signsOf } from '../../vision/face-signs';
import { cropGrey } from '../../vision/landmarks';
import type { GreyImage } from '../../vision/pixels';

/** The eye-state network: a square grey picture (0..255) of one eye in, how sure it is that the eye is closed (0 to 1) out. */
export interface EyeWatcher {
  /** Side of the square in pixels. */
  readonly side: number;
  readonly closedness: (picture: Float32Array) => Promise<number>;
}

/** The signs, null where there are none; both eyes must look closed, so the one that looks more open counts. */
export async function measureSigns(
  eyes: EyeWatcher,
  grey: GreyImage,
  landmarks: readonly Point<'frame'>[],
  wantsEyes: boolean,
): Promise<FaceSigns | null> {
  const found = signsOf(landmarks);
  if (found === null) return null;
  const signs = { ...found, fingerprint: fingerprintOf(grey) };
  if (!wantsEyes) return { ...signs, eyesClosed: null };
  const closedness: number[] = [];
  for (const square of eyeSquaresOf(landmarks)) closedness.push(await eyes.closedness(cropGrey(grey, square, eyes.side)));
  return { ...signs, eyesClosed: Math.min(...closedness) };
}
