/** Every threshold of a decision, with its unit, its reason and its source. */

/**
 * Share of strangers who may be called by a name. What it means as a cosine follows from the reference scores of the
 * network and the number of people (`match-threshold.ts`); for up to ten people these are about 0.33, 0.41 and 0.47, near
 * the lenient, default and high thresholds of the predecessor's README.
 */
export const FALSE_IDENTIFICATION_RATES = { lenient: 1e-2, balanced: 1e-3, high: 1e-4 } as const;

/**
 * When a capture gives up: it has looked at least at this many frames, and has had nothing usable for at least this long.
 * Enrolling, a person needs longer to mend what is wrong with the picture.
 */
export const CAPTURE_PATIENCE = { minFrames: 3, verifyMs: 2000, enrolMs: 6000 } as const;

/**
 * When a face "holds still": consecutive boxes overlap by at least `minOverlap` (intersection over union; the Haar box
 * of a face that does not move jitters by a few pixels) for `holdMs`. From the share `votesFrom` of that time on, frames
 * vote already, so that the verdict stands when it is over, on a device too that takes a third of a second for a vote.
 */
export const STILLNESS = { minOverlap: 0.75, holdMs: 800, votesFrom: 0.25 } as const;

/** How long the result of a capture that started by itself stays before the next face may be judged. */
export const RESULT_HOLD_MS = 5000;

/** How long nobody must be seen for the visitor to have left: Haar misses a moving head in one frame of five. */
export const ABSENCE_MS = 1000;

/** How long a deletion can be undone. */
export const UNDO_MS = 10_000;

/**
 * How faces are followed from frame to frame. `reach` is the side of the window around the last box in widths of the box:
 * within 1.5, all of 100 faces were found again that had moved by up to a tenth of their width and grown by up to 8 %.
 */
export const FOLLOWING = {
  reach: 1.5,
  /** After a frame in which a face was missed. */
  wideReach: 2,
  /** A face that was missed in this many frames in a row is lost. */
  patienceFrames: 2,
  /** How often the rest of the picture is looked at for newcomers, one part of the sizes at a time… */
  newcomersMs: 400,
  /** …and which share of the time that may take: a slow device looks less often. */
  newcomersShare: 0.1,
  /** More faces than this are not followed, only found now and then. */
  maxFaces: 4,
} as const;

/** How long UltraLight goes on looking after it has found a face that Haar had missed. */
export const EXACT_STAYS_MS = 2000;

/** How often a room is searched in which nobody is and nothing changes. */
export const EMPTY_ROOM_MS = 1000;

/** Frames of one track that vote, and how many of them must agree. */
export const VOTE = { frames: 5, needed: 3 } as const;

/** How far the best score must lie over the second person's, or the verdict is unsure. Caution, not a measured optimum. */
export const UNSURE_MARGIN = 0.05;

/** From this overlap of consecutive boxes on, the face is the same one, and its frames vote together. */
export const MIN_TRACK_OVERLAP = 0.3;

/**
 * What a picture of a face must be like. Chosen on the development folds of Labeled Faces in the Wild (2 877 images, all
 * pairs of one person, 512-D network, threshold 0.418): genuine pairs are refused in 2.9 % of all cases, but in 39 %
 * below a sharpness of 0.03 and 9 % below 0.05, in 32 % beyond 45° of yaw, in 39 % beyond 30° of raised chin, in 16 % beyond
 * 0.3 of side light. The limits lie where the errors rise: 97.0 % of the images pass those for enrolment. Sizes, darkness
 * and flat light hardly occur in those photographs: their limits are caution, not measurement.
 */
export const QUALITY_LIMITS = {
  enrol: {
    minFacePx: 60,
    minInsideShare: 0.9,
    maxRivalShare: 0.8,
    minBrightness: 45,
    maxBrightness: 220,
    maxSideLight: 0.35,
    minContrast: 12,
    maxYawDegrees: 42,
    maxPitchDegrees: 32,
    maxRollDegrees: 30,
    minSharpness: 0.035,
  },
  verify: {
    minFacePx: 40,
    minInsideShare: 0.7,
    maxRivalShare: Number.POSITIVE_INFINITY,
    minBrightness: 30,
    maxBrightness: 240,
    maxSideLight: 0.5,
    minContrast: 8,
    maxYawDegrees: 45,
    maxPitchDegrees: 38,
    maxRollDegrees: 40,
    minSharpness: 0.028,
  },
} as const;

/** A guided enrolment: its poses, and how alike two samples may be. */
export const ENROLMENT = {
  /** A head within this of the first sample is straight, one beyond the other limit is turned. */
  straightDegrees: 7,
  turnedDegrees: 11,
  /** How long a pose must be held. */
  holdMs: 300,
  /** How long after a sample, or a refused one, before the next is tried. */
  pauseMs: 900,
  /** Two samples more alike than this say nothing new: frames of a still face reach 0.97 and more. */
  maxLikeness: 0.95,
  /** A sample less like the others than this is of somebody else, or spoilt. */
  minLikeness: 0.45,
} as const;

/** How often one stranger may be taken for one person, where a threshold is recommended. The rates that others publish for. */
export const RECOMMENDED_FALSE_ACCEPT_RATES = [1e-3, 1e-4, 1e-5] as const;

/**
 * Where the overlap of strangers and friends is taken to end, and when to warn of it. The tail of strangers never quite
 * ends, so it is cut where one in a thousand is left: the lenient preset for up to ten people lies there. `warnWithin` is
 * a cosine: caution, not measurement.
 */
export const OVERLAP = { strangerFar: 1e-3, warnWithin: 0.03 } as const;

/**
 * How many people of a gallery are compared with one another to say how safe it is: 300 make 89 700 comparisons for each
 * sample a person has.
 */
export const SURVEYED_PEOPLE = 300;

/** Samples of one person taken within this time count as one sitting: the same light, the same day. */
export const SITTING_MS = 3_600_000;

/**
 * Cosine from which a face matches a template of the predecessor, made and compared in the predecessor's way: its own
 * threshold. `far` is the share of strangers who pass it for one person, `frr` that of genuine tries that do not. Source:
 * the 6 000 pairs of Labeled Faces in the Wild through that pipeline, FAR over all impostor pairs.
 */
export const LEGACY_THRESHOLD = { cosine: 0.4, far: 4e-3, frr: 0.297 } as const;

/**
 * A gallery of so many people or fewer is listed whole in every vote and under the verdict. Of a larger one, a vote lists
 * this many who are most like the frame and as many who are most like the frames so far together. A verdict itself looks
 * at the first two.
 */
export const LISTED_PEOPLE = 50;
