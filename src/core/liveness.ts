/** What one frame says about whether its face is alive: measured where the pixels are, judged in `decision/liveness`. */

/** One frame's measurements of the judged face. One frame decides nothing. */
export interface LivenessReading {
  /**
   * The liveness network's share for a living face, 0 (a print or a screen) to 1 (a living face). Not a probability: it
   * takes some screens for living faces, and some heads that turn for screens.
   */
  readonly network: number;
  /**
   * How far the strongest regular pattern in the face stands out of its spectrum, in decibels, 0 (there is none) to about
   * 40: the grid of a screen or the dots of a print, where the camera is near enough to see them. Photographs of faces
   * reach 11.
   */
  readonly patternDb: number;
}
