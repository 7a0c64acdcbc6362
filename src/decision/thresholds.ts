/** Every threshold of a decision, with its unit, its reason and its source. */

/**
 * Cosine from which a probe and a template count as the same person.
 * Source: all impostor pairs of Labeled Faces in the Wild, one image against one, five-point alignment, 128-D network:
 * a false accept rate of 1 in 1 000 at 0.333 and of 1 in 10 000 at 0.405. `high` is where the predecessor's README
 * put high security. Rates of another camera and other people differ.
 */
export const THRESHOLD = {
  presets: { lenient: 0.33, balanced: 0.4, high: 0.5 },
} as const;

/** When a capture gives up: it has looked at least at this many frames, and for at least this long. */
export const CAPTURE_PATIENCE = { minFrames: 3, minMs: 2000 } as const;

/**
 * When a face "holds still": consecutive boxes overlap by at least `minOverlap` (intersection over union; the Haar box
 * of a face that does not move jitters by a few pixels) for `holdMs`.
 */
export const STILLNESS = { minOverlap: 0.75, holdMs: 800 } as const;

/** How long a verdict that came by itself stays before the next face may be judged. */
export const VERDICT_HOLD_MS = 5000;

/** How long a deletion can be undone. */
export const UNDO_MS = 10_000;
