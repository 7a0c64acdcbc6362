/** What visits to the camera come to: how soon a verdict, and how many boxes per second. */
import type { Tap } from './app-page';

/** One stay of a face before the camera, complete from appearing to leaving. */
export interface Visit {
  readonly appearedMs: number;
  readonly leftMs: number;
  /** From appearing to the verdict; null when the face left without one. */
  readonly verdictMs: number | null;
  /** Frames in which a box was found. */
  readonly boxes: number;
}

/**
 * The visits that were seen from beginning to end. A face that was there before the first frame was analysed has not
 * appeared.
 */
export function visitsIn({ presence, verdicts, frames }: Pick<Tap, 'presence' | 'verdicts' | 'frames'>): Visit[] {
  const sinceMs = frames[0]?.atMs ?? Number.POSITIVE_INFINITY;
  return presence.flatMap(({ atMs: appearedMs, hasFace }, index) => {
    const leftMs = presence[index + 1]?.atMs;
    if (!hasFace || appearedMs < sinceMs || leftMs === undefined) return [];
    // A verdict may still be under way when the face leaves.
    const nextMs = presence[index + 2]?.atMs ?? Number.POSITIVE_INFINITY;
    const verdict = verdicts.find((atMs) => atMs >= appearedMs && atMs < nextMs);
    const boxes = frames.filter(({ atMs, hasFace: isFound }) => isFound && atMs >= appearedMs && atMs < leftMs).length;
    return [{ appearedMs, leftMs, verdictMs: verdict === undefined ? null : verdict - appearedMs, boxes }];
  });
}

/** Boxes per second that a face is there, over all visits; null without any. */
export function boxesPerSecond(visits: readonly Visit[]): number | null {
  const seconds = visits.reduce((sum, { appearedMs, leftMs }) => sum + leftMs - appearedMs, 0) / 1000;
  return seconds === 0 ? null : visits.reduce((sum, { boxes }) => sum + boxes, 0) / seconds;
}
