/** What the picture of a face is like: measured where the pixels are, judged in `decision/quality-gates`. */

/**
 * Where a head points, in degrees, seen by the camera. Estimated from ten landmarks and a mean head: good to about ±8; a
 * head that turns and nods at once seems to tilt by up to 8 too.
 */
export interface HeadPose {
  /** Positive: turned towards the right edge of the (unmirrored) frame. */
  readonly yawDegrees: number;
  /** Positive: chin up. People differ by several degrees when they look straight. */
  readonly pitchDegrees: number;
  /** Positive: tilted clockwise in the (unmirrored) frame. */
  readonly rollDegrees: number;
}

/** Measurements of the judged face in one frame. */
export interface FaceQuality extends HeadPose {
  /** Side of the face's box in pixels of the frame. */
  readonly facePx: number;
  /** Standard deviation of the Laplacian of the aligned face over that of its brightness, 0 (blurred) to about 1. */
  readonly sharpness: number;
  /** Mean brightness of the aligned face, 0 (black) to 255 (white). */
  readonly brightness: number;
  /** Standard deviation of the brightness of the aligned face, 0 to about 127. */
  readonly contrast: number;
  /** Brightness of the two halves of the face, (right − left) / (right + left), −1 to 1; 0 is even light. */
  readonly sideLight: number;
  /** Share of the box that lies within the frame, 0 to 1. */
  readonly insideShare: number;
  /** Width of the largest other face in the frame over this one's; 0 when it is alone. */
  readonly rivalShare: number;
}
