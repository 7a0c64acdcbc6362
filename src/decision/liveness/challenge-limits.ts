/** Every limit of the challenge, with its unit, its reason and its source. */

/**
 * When a turn of the head has shown depth. `minShift` is how far the bridge of the nose moves against the outlines beside
 * the eyes, in widths of the face; `depth` bounds how narrow the face may have become for that shift.
 * [Note: depth of a turn] A head turned by an angle shifts the bridge by its depth times the sine, and narrows the face by
 * the cosine. A flat print hardly shifts it however it is tilted; the landmark network, which has seen heads only, reports
 * some shift of a strongly tilted one, but then the print has narrowed far more than a head would have. So the shift must
 * be at least `depth` times the root of what was lost in width. Measured with the real network on photographs of the
 * development set put on a head of a formula, a sheet and rolls (`docs/liveness.md` has the table).
 */
export const TURN = { minShift: 0.15, depth: 0.6 } as const;

/**
 * When a nod is seen: the bridge of the nose moves up or down against the outlines beside the eyes by `minShift` heights
 * of the face, and the tip of the nose by `minNoseShift` distances of eyes and mouth. About 14°. It shows no depth: a print
 * that is tilted far enough does the same.
 */
export const NOD = { minShift: 0.1, minNoseShift: 0.05 } as const;

/** When somebody has come closer: the face has grown to so much of what it was. Shows no depth either. */
export const CLOSER = { minGrowth: 1.25 } as const;

/**
 * When eyes are closed: the network is at least this sure, and surer than at rest by so much, as narrow eyes can look
 * closed at rest. Source: of 30 photographs of closed eyes the network finds 28, and it calls 7 of 100 open eyes closed.
 */
export const BLINK = { minClosed: 0.6, minRise: 0.3 } as const;

/**
 * When a face is narrowed as by a tilted sheet: it has lost more width than any head would for that shift.
 * Of heads turned by up to 30° none in the measurement of `TURN` comes near it.
 */
export const FLATNESS = { maxNarrowness: 0.9, slack: 0.06, depth: 0.35 } as const;

/** When a head looks straight ahead and keeps still, by how much its signs may differ from those at rest. */
export const STRAIGHT = { maxTurn: 0.12, turnDrift: 0.06, nodDrift: 0.09 } as const;

/** The times of a challenge in milliseconds. */
export const TIMES = {
  /** A movement is asked for when the head has been straight this long, drawn anew each time: nobody can know when. */
  minWaitMs: 250,
  maxWaitMs: 800,
  /** How long a movement must be held, over two frames at least: one frame is no movement. */
  holdMs: 200,
  /** Closed eyes are held shorter than a turned head. */
  blinkHoldMs: 100,
  /** A narrowed face is held longer, for a yawn does it too. */
  flatHoldMs: 400,
  /** Nobody answers faster than this: what was there so soon was not an answer. */
  soonestMs: 150,
  /** How long an answer may take, and how long the head may take to come back. */
  answerMs: 6000,
  /** A face that was not seen for so long has left. */
  goneMs: 800,
} as const;

/** From this many frames that were seen before, the stream is one that is played again. A camera's noise never repeats. */
export const MAX_REPEATED_FRAMES = 3;

/** Frames in a row that are not the person of the verdict, from which on it is somebody else. */
export const MAX_STRANGE_FRAMES = 4;

/** A face that is just turning back is compared with a threshold lower by this: a turn of 20° costs about as much. */
export const TURNED_ALLOWANCE = 0.15;

/** Between two frames, a face does not grow or shrink by more than this unless it is another one. */
export const MAX_GROWTH_PER_FRAME = 1.5;
