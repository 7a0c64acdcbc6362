/** Watches over a kiosk that nobody attends: notices what is missing, and tries again by itself. */
import type { FaultRecord } from '../core/fault';
import { KIOSK } from '../decision/kiosk/limits';
import { type Attempt, type Missing, nextAttempt } from '../decision/kiosk/recovery';
import type { KioskTrouble } from '../ui/kiosk-view';
import type { ViewState } from '../ui/view';
import { isPassing } from './camera-desk';

/** What can be tried. */
export type Remedies = Readonly<Record<Attempt['way'], () => void>>;

interface Trouble {
  readonly missing: Missing;
  readonly fault: FaultRecord;
  tries: number;
  /** When the attempt before was made, or the trouble began. */
  sinceMs: number;
}

export class KioskWatch {
  readonly #remedies: Remedies;
  #trouble: Trouble | null = null;
  #heardAtMs = 0;

  constructor(remedies: Remedies) {
    this.#remedies = remedies;
  }

  /** A frame came through, or the kiosk begins. */
  hear(nowMs: number): void {
    this.#heardAtMs = nowMs;
  }

  /** Looks at everything, and does what is due. What it returns is to be shown; null while all is well. */
  look(state: ViewState, nowMs: number): KioskTrouble | null {
    this.#follow(state, nowMs);
    const trouble = this.#trouble;
    if (trouble === null) {
      this.#endSilence(state, nowMs);
      return null;
    }
    const { fault, missing } = trouble;
    const next = missing === 'camera' && isPassing(fault) ? null : nextAttempt(missing, fault, trouble.tries);
    if (next === null) return { fault, next: null };
    const leftMs = trouble.sinceMs + next.pauseMs - nowMs;
    if (leftMs > 0) return { fault, next: { way: next.way, inSeconds: Math.ceil(leftMs / 1000) } };
    trouble.tries += 1;
    trouble.sinceMs = nowMs;
    this.#remedies[next.way]();
    return { fault, next: { way: next.way, inSeconds: 0 } };
  }

  #follow(state: ViewState, nowMs: number): void {
    const found = faultOf(state);
    if (found === null) {
      // A recognition that is being started is not well yet.
      const isStarting = this.#trouble?.missing === 'recognition' && state.engine.kind === 'loading';
      if (!isStarting) this.#trouble = null;
    } else if (found.missing !== this.#trouble?.missing) {
      this.#trouble = { ...found, tries: 0, sinceMs: nowMs };
    } else if (found.fault !== this.#trouble.fault) {
      this.#trouble = { ...this.#trouble, fault: found.fault };
    }
  }

  /** A camera may be silent without saying so, as when what feeds it hangs. */
  #endSilence({ camera, engine }: ViewState, nowMs: number): void {
    if (camera.kind !== 'live' || engine.kind !== 'ready') this.#heardAtMs = nowMs;
    if (nowMs - this.#heardAtMs < KIOSK.silenceMs) return;
    this.#heardAtMs = nowMs;
    this.#remedies.camera();
  }
}

/** What is to be seen to first. */
function faultOf({ gallery, engine, camera }: ViewState): { missing: Missing; fault: FaultRecord } | null {
  if (gallery.kind === 'faulted') return { missing: 'people', fault: gallery.fault };
  if (engine.kind === 'faulted') return { missing: 'recognition', fault: engine.fault };
  return camera.kind === 'faulted' ? { missing: 'camera', fault: camera.fault } : null;
}
