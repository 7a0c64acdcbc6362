/** A face as the detector reports it and as the interface draws it. */
import type { Box, Point, Size } from './geometry';

/** The faces of one frame. */
export interface FacesInFrame {
  readonly frame: Size;
  /** Every face found, in frame pixels, not mirrored. */
  readonly boxes: readonly Box<'frame'>[];
  /** Index in `boxes` of the face that is judged, or −1 when there is none. */
  readonly judged: number;
}

/** The five points the alignment uses: eyes as seen in the picture (left first), nose tip, mouth corners. */
export type FivePoints = readonly [Point<'frame'>, Point<'frame'>, Point<'frame'>, Point<'frame'>, Point<'frame'>];
