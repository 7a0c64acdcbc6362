/** Decides what is done with the next frame: how it is searched, and whether the face in it is embedded. */
import type { DetectorKind } from '../core/detector';
import { type Session, wantsEmbedding } from '../decision/session-state';
import { EXACT_SEARCH } from '../decision/thresholds';
import type { FrameTask } from '../inference/protocol';

export interface FramePlan {
  readonly task: FrameTask;
  readonly kind: DetectorKind;
}

/**
 * With both detectors, Haar alone follows faces. UltraLight joins it for the frame that is embedded, and where Haar has
 * found nothing for a while; then it stays for a while after it has found something.
 */
export class FramePlanner {
  #missesInARow = 0;
  #isExactUntilMs = 0;

  planFor(session: Session, setting: DetectorKind, nowMs: number): FramePlan {
    const task = wantsEmbedding(session) ? 'embed' : 'pose';
    if (setting !== 'haar+ultralight') return { task, kind: setting };
    const isExact = task === 'embed' || this.#missesInARow >= EXACT_SEARCH.afterMisses || nowMs < this.#isExactUntilMs;
    return { task, kind: isExact ? 'haar+ultralight' : 'haar' };
  }

  /** Takes in whether a face was found by a plan. */
  heed({ kind }: FramePlan, isFound: boolean, nowMs: number): void {
    if (!isFound) {
      // A look that found nothing is not repeated at once: an empty room must stay cheap.
      this.#missesInARow = kind === 'haar' ? this.#missesInARow + 1 : 0;
      return;
    }
    if (this.#missesInARow >= EXACT_SEARCH.afterMisses) this.#isExactUntilMs = nowMs + EXACT_SEARCH.staysMs;
    this.#missesInARow = 0;
  }
}
