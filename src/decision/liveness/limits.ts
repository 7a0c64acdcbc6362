/** Every limit of the liveness decision, with its unit, its reason and its source. */

/** The passive score: what several frames of one track say together, 0 (a picture) to 1 (a living face). */
export const PASSIVE = {
  /** Readings of one track below which nothing is said: one frame is no evidence. */
  minReadings: 3,
  /**
   * A frame in which a regular pattern stands out by more than this, in decibels, counts as a picture, whatever the network
   * says of it.
   */
  maxPatternDb: 14,
  /** From this score on a face passes for a living one. */
  live: 0.5,
  /** Below this score it is taken for a picture; between the two it is doubtful. */
  spoof: 0.1,
} as const;
