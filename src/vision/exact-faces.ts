/** Brings UltraLight's faces into the form in which faces are drawn and judged. */
import { type Box, centreOf, type Point, type Size, squareAround } from '../core/geometry';
import { nearestFace, selectFace } from './select-face';

/** Side of the Haar box of a face in heights of its UltraLight box, same centre. Measured on 53 photographs: 0.88 ± 0.08. */
const HAAR_PER_ULTRALIGHT = 0.885;

export interface ExactFaces {
  /** Every face, as squares of Haar's size, so that the drawn box does not jump from frame to frame. */
  readonly boxes: readonly Box<'frame'>[];
  /** Index in `boxes` of the face that is judged; −1 when there is none. */
  readonly judged: number;
  /** The UltraLight box of the judged face. */
  readonly exact: Box<'frame'> | null;
}

/** The faces in UltraLight's boxes. `at` chooses the face whose drawn box is nearest, in place of the most prominent one. */
export function exactFaces(ultralight: readonly Box<'frame'>[], frame: Size, at: Point<'frame'> | null = null): ExactFaces {
  const boxes = ultralight.map((exact) => squareAround(centreOf(exact), exact.height * HAAR_PER_ULTRALIGHT));
  const judged = at === null ? selectFace(ultralight, frame) : nearestFace(boxes, at);
  return { boxes, judged, exact: ultralight[judged] ?? null };
}
