/** Every limit of the liveness decision, with its unit, its reason and its source. */

/**
 * The passive score: what several frames of one track say together, 0 (a picture) to 1 (a living face). Chosen on one
 * photograph each of 769 people, as living faces (`docs/liveness-passive.md`).
 */
export const PASSIVE = {
  /** Readings of one track below which nothing is said: one frame is no evidence. */
  minReadings: 3,
  /**
   * A frame in which a regular pattern stands out by more than this, in decibels, counts as a picture, whatever the network
   * says of it. The photographs reach 13.1; one alone exceeds it, and that one was taken of a screen, whose lines are in view.
   */
  maxPatternDb: 14,
  /** From this score on a face passes for a living one: 6.9 % of the photographs do not, and 10 % may not. */
  live: 0.8,
  /** Below this score it is taken for a picture, as 2.1 % of the photographs are; between the two it is doubtful. */
  spoof: 0.1,
} as const;
