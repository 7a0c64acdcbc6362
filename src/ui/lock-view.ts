/** What the interface shows of the admin lock, and what it can ask for. */

export interface LockView {
  readonly isSet: boolean;
  /** True while a PIN is needed for what changes anything. */
  readonly isLocked: boolean;
}

export const NO_LOCK: LockView = { isSet: false, isLocked: false };

export type LockDialog =
  /** Before something protected is done. `waitMs`: how long no try is taken. */
  | { readonly kind: 'unlock'; readonly isWrong: boolean; readonly isBusy: boolean; readonly waitMs: number }
  | { readonly kind: 'set' }
  | { readonly kind: 'remove' };

/** What a person can ask of it. */
export type LockAsk =
  | { readonly kind: 'try'; readonly secret: string }
  | { readonly kind: 'lock-now' }
  | { readonly kind: 'open-dialog'; readonly about: LockDialog }
  | { readonly kind: 'set'; readonly secret: string }
  | { readonly kind: 'remove' };
