/** Where the marks of a face are drawn: all in pixels of the frame, mirrored as the picture is. */
import type { FacesInFrame } from '../../core/face';
import type { Box, Size } from '../../core/geometry';

/** What the marks say of a face: its picture is good enough, or is not, or is not measured, as is that of all others. */
export type FaceTone = 'good' | 'amber' | 'grey';

/** Length of a bracket's arm as a share of the box. */
const ARM = 0.22;

/** Radius of the ring as a share of the larger side: the corners of a square lie at 0.71, so it goes around them. */
const RING_RADIUS = 0.8;

/** How much of the smaller side of the frame the ring may take, so that it can be seen whole. */
const MAX_RING = 0.94;

/** Diameter of the ring as a share of the frame's height where there is no face. */
const EMPTY_RING = 0.6;

/** How far an edge of a box may move before its marks follow, as a share of its width: the boxes of a still face tremble. */
const TREMBLE = 0.05;

/** The faces to draw: those drawn last where none has moved, so that marks do not tremble and nothing is drawn anew. */
export function steadied(drawn: FacesInFrame | null, seen: FacesInFrame | null): FacesInFrame | null {
  return drawn !== null && seen !== null && areWhereTheyWere(drawn, seen) ? drawn : seen;
}

function areWhereTheyWere(before: FacesInFrame, now: FacesInFrame): boolean {
  if (before.judged !== now.judged || before.boxes.length !== now.boxes.length) return false;
  const isSameFrame = before.frame.width === now.frame.width && before.frame.height === now.frame.height;
  return isSameFrame && before.boxes.every((box, index) => isWhereItWas(box, now.boxes[index]!));
}

function isWhereItWas(before: Box<'frame'>, now: Box<'frame'>): boolean {
  const limit = before.width * TREMBLE;
  const edges = (box: Box<'frame'>): number[] => [box.x, box.y, box.x + box.width, box.y + box.height];
  const earlier = edges(before);
  return edges(now).every((edge, index) => Math.abs(edge - earlier[index]!) <= limit);
}

/** The tone of the face at this index. */
export function toneOf(index: number, { judged }: FacesInFrame, passes: boolean, hasHint: boolean): FaceTone {
  if (index !== judged) return 'grey';
  return passes ? 'good' : hasHint ? 'amber' : 'grey';
}

/** The box as it appears in the mirrored picture. */
export function mirrored(box: Box<'frame'>, { width }: Size): Box<'frame'> {
  return { ...box, x: width - box.x - box.width };
}

/** The four corners of a box as an SVG path. */
export function bracketPath({ x, y, width, height }: Box<'frame'>): string {
  const arm = Math.min(width, height) * ARM;
  const [right, bottom] = [x + width, y + height];
  const corner = (cx: number, cy: number, dx: number, dy: number): string => `M${cx + dx * arm} ${cy}H${cx}V${cy + dy * arm}`;
  return [corner(x, y, 1, 1), corner(right, y, -1, 1), corner(x, bottom, 1, -1), corner(right, bottom, -1, -1)].join('');
}

/** The ring around a face, which stays within the frame; in the middle where there is none. */
export function ringAround(box: Box<'frame'> | null, frame: Size): { x: number; y: number; radius: number } {
  if (box === null) return { x: frame.width / 2, y: frame.height / 2, radius: (frame.height * EMPTY_RING) / 2 };
  const limit = (Math.min(frame.width, frame.height) * MAX_RING) / 2;
  const radius = Math.min(Math.max(box.width, box.height) * RING_RADIUS, limit);
  const within = (middle: number, size: number): number => Math.min(Math.max(middle, radius), size - radius);
  return { x: within(box.x + box.width / 2, frame.width), y: within(box.y + box.height / 2, frame.height), radius };
}
