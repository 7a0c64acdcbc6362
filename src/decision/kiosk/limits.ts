/** Every limit of the kiosk, with its unit and its reason. None is measured: they are caution and courtesy. */
export const KIOSK = {
  /** How long what was found of a face is shown. */
  holdMs: 5000,
  /** How long after that a face that was not recognised is looked at again, should it still be there. */
  retryMs: 2000,
  /** How long a face may keep its turn without holding still, where others wait. */
  patienceMs: 4000,
  /** A face that was missed for longer loses its name: somebody else may have taken its place. */
  nameGapMs: 500,
  /** From this overlap on (intersection over union), a box may belong to a face; where it may belong to two, it belongs to neither. */
  doubtOverlap: 0.15,
  /** How long nobody must be there before the screen grows dark and the picture goes. */
  asleepMs: 20_000,
  /** Frames a second that are looked at while nobody is there: a face is found after half a second at most. */
  idleFramesPerSecond: 4,
  /** How long the camera may deliver nothing before it is opened anew. Longer than the vision worker's own patience. */
  silenceMs: 30_000,
} as const;
