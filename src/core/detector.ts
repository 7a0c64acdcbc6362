/** The detectors there are. */

export const DETECTOR_KINDS = ['haar+ultralight', 'haar', 'ultralight'] as const;

/** Haar is quick and follows faces; UltraLight is slower, misses fewer and boxes them better. */
export type DetectorKind = (typeof DETECTOR_KINDS)[number];
