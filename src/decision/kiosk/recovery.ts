/** What is tried when something is missing in a kiosk where nobody presses a button, and how soon. */
import type { FaultRecord } from '../../core/fault';

/** What failed. */
export type Missing = 'camera' | 'recognition' | 'people';

/** What is tried next: opening the camera, starting the recognition, or loading the page anew. */
export interface Attempt {
  readonly way: 'camera' | 'recognition' | 'page';
  /** How long after the attempt before, or after the trouble began. */
  readonly pauseMs: number;
}

const CAMERA_MS = 15_000;
const FIRST_START_MS = 5000;
const LONGEST_START_MS = 60_000;

/** The page is loaded anew only after this long, since it takes the models to be loaded again with it. */
const PAGE_MS = 300_000;

/** So many starts of the recognition take about ten minutes. */
const STARTS_BEFORE_PAGE = 12;

/** The attempt after `tries` that did not help; null where only somebody else can help. */
export function nextAttempt(missing: Missing, { code }: FaultRecord, tries: number): Attempt | null {
  switch (missing) {
    case 'camera':
      return code === 'insecure-origin' ? null : { way: 'camera', pauseMs: CAMERA_MS };
    case 'recognition':
      if (tries >= STARTS_BEFORE_PAGE) return { way: 'page', pauseMs: LONGEST_START_MS };
      return { way: 'recognition', pauseMs: Math.min(FIRST_START_MS * 2 ** tries, LONGEST_START_MS) };
    case 'people':
      return { way: 'page', pauseMs: PAGE_MS };
  }
}
