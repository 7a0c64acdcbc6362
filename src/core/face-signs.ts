/** What one frame shows of the movements of a head: measured where the pixels are, judged in `decision/liveness`. */

/** Ratios of distances between landmarks: what they are at rest differs from person to person, so changes are judged. */
export interface FaceSigns {
  /**
   * Where the bridge of the nose lies between the outlines beside the eyes, in widths of the face: 0 is the middle,
   * positive is towards the right edge of the (unmirrored) frame. A head turned by 20° shifts it by about 0.2.
   */
  readonly turn: number;
  /** Distance of the eyes over that from eyes to mouth, about 0.9. It shrinks with the cosine of what turns. */
  readonly narrowness: number;
  /** How far the bridge of the nose lies below the outlines beside the eyes, in heights of the face: less with the chin up. */
  readonly nod: number;
  /** How far the tip of the nose lies down from the eyes, in distances of eyes and mouth, 0 to 1: less with the chin up. */
  readonly noseDown: number;
  /** Distance of the eyes and that from eyes to mouth together, in pixels of the frame. */
  readonly sizePx: number;
  /** How sure the eye network is that both eyes are closed, 0 to 1; null when it was not asked. */
  readonly eyesClosed: number | null;
  /** A hash of the frame, 32 bits: a camera never gives the same frame twice, a stream that is played again does. */
  readonly fingerprint: number;
}
