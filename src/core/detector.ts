/** The detectors there are. */

export const DETECTOR_KINDS = ['haar+ultralight', 'haar', 'ultralight'] as const;

/** Haar is quick and follows faces; UltraLight is slower, misses fewer and boxes them better. */
export type DetectorKind = (typeof DETECTOR_KINDS)[number];

/** The detector that looks at one frame. */
export type FrameDetector = Exclude<DetectorKind, 'haar+ultralight'>;

/** Parts, by the size of the faces, in which Haar searches a whole picture: one a frame. */
export const SCAN_PARTS = 3;

/** The detector for a photograph, of which there is one frame only: nothing is followed, so with both the better one looks. */
export function detectorForPhotograph(kind: DetectorKind): FrameDetector {
  return kind === 'haar' ? 'haar' : 'ultralight';
}
