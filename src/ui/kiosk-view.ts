/** What the kiosk shows. */
import type { FaultRecord } from '../core/fault';
import { type Crowd, NOBODY_THERE } from '../decision/kiosk/crowd';
import type { Attempt } from '../decision/kiosk/recovery';

/** Something is missing, and nobody is there to press a button. */
export interface KioskTrouble {
  readonly fault: FaultRecord;
  /** What is tried, and in how many seconds; null where it is looked for all the time, or only somebody can help. */
  readonly next: { readonly way: Attempt['way']; readonly inSeconds: number } | null;
}

export interface KioskView {
  readonly crowd: Crowd;
  /** Nobody has been there for a while: the screen is dark, and there is no picture. */
  readonly isAsleep: boolean;
  readonly isNight: boolean;
  /** The time of day to the minute, in milliseconds since 1970. */
  readonly minuteMs: number;
  readonly trouble: KioskTrouble | null;
}

export const NEW_KIOSK: KioskView = { crowd: NOBODY_THERE, isAsleep: false, isNight: false, minuteMs: 0, trouble: null };
