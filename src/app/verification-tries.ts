/**
 * Counts verifications that fail while the admin lock is shut, as tries of the PIN are counted. While it is open somebody
 * is there who may do more than verify.
 */
import { type FaultRecord, toFaultRecord } from '../core/fault';
import { afterFailure, NO_TRIES, type Tries } from '../decision/admin-lock';
import type { Phase, Session } from '../decision/session-state';
import type { KeptLock } from './kept-lock';

/** What is counted with. */
export interface VerificationParts {
  readonly kept: KeptLock;
  /** Whether attempts count now. */
  readonly isShut: () => boolean;
  readonly onFault: (fault: FaultRecord) => void;
}

export class VerificationTries {
  readonly #parts: VerificationParts;
  /** The tries before the attempt under way; null between attempts. */
  #before: Tries | null = null;

  constructor(parts: VerificationParts) {
    this.#parts = parts;
  }

  /** How long nobody is verified, in milliseconds. The attempt under way, which counts already, goes on. */
  get waitMs(): number {
    const { kept, isShut } = this.#parts;
    return this.#before === null && isShut() ? (kept.lock?.verifications.waitMs ?? 0) : 0;
  }

  /**
   * Takes in where the visit has come to. An attempt counts as failed when it begins, so that whoever ends the browser
   * over its verdict gains nothing; one that ends otherwise is taken back.
   */
  follow({ purpose, phase }: Session, { phase: earlier }: Session): void {
    const isBegun = purpose === 'verify' && isAttempt(phase);
    if (isBegun && !isAttempt(earlier)) this.#begin();
    if (!isBegun && this.#before !== null) this.#end(phase, this.#before);
  }

  #begin(): void {
    const { kept, isShut } = this.#parts;
    if (!kept.lock || !isShut()) return;
    this.#before = kept.lock.verifications;
    this.#change(afterFailure);
  }

  #end(phase: Phase, before: Tries): void {
    this.#before = null;
    const verdict = phase.kind === 'judged' ? phase.verdict.kind : null;
    if (verdict === 'match') return this.#change(() => NO_TRIES);
    const counted = afterFailure(before);
    // The wait begins with the verdict. Whoever gave the PIN meanwhile has ended it all.
    const result = verdict === 'no-match' || verdict === 'spoof-suspected' ? counted : before;
    this.#change((tries) => (tries.failures === counted.failures ? result : tries));
  }

  #change(make: (tries: Tries) => Tries): void {
    this.#parts.kept
      .changeNow((lock) => ({ ...lock, verifications: make(lock.verifications) }))
      .catch((error: unknown) => this.#parts.onFault(toFaultRecord(error, 'store-failed')));
  }
}

/** Frames are being judged. */
function isAttempt({ kind }: Phase): boolean {
  return kind === 'capturing' || kind === 'challenged';
}
