/** What the interface shows of the admin lock, and what it can ask for. */

export interface LockView {
  readonly isSet: boolean;
  /** True while a PIN is needed for what changes anything. */
  readonly isLocked: boolean;
  /** How long nobody is verified, because too many verifications failed, in milliseconds; 0 when that is not so. */
  readonly verifyWaitMs: number;
}

export const NO_LOCK: LockView = { isSet: false, isLocked: false, verifyWaitMs: 0 };

export type LockDialog =
  /** Before something protected is done. `waitMs`: how long no try is taken. */
  | { readonly kind: 'unlock'; readonly isWrong: boolean; readonly isBusy: boolean; readonly waitMs: number }
  | { readonly kind: 'set' }
  | { readonly kind: 'remove' };

/** What a person can ask of it. */
export type LockAsk =
  | { readonly kind: 'try'; readonly secret: string }
  | { readonly kind: 'lock-now' }
  /** Ask for the PIN, with nothing that waits for it: that ends the wait of verifications. */
  | { readonly kind: 'unlock' }
  | { readonly kind: 'open-dialog'; readonly about: LockDialog }
  | { readonly kind: 'set'; readonly secret: string }
  | { readonly kind: 'remove' };
