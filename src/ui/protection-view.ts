/** What the interface shows of the encryption of people, and what it can ask for. */
import type { Protection } from '../sealing/data-key';

export interface ProtectionView {
  /** Null before the store is open. */
  readonly kind: Protection | null;
  /** Everybody is being sealed anew, or a passphrase tried. */
  readonly isBusy: boolean;
}

export const UNKNOWN_PROTECTION: ProtectionView = { kind: null, isBusy: false };

export type ProtectionDialog =
  /** A passphrase from now on. */
  | { readonly kind: 'set-passphrase' }
  /** The passphrase there is, before another is asked for. `isWrong`: what was typed is not it. */
  | { readonly kind: 'current-passphrase'; readonly isWrong: boolean }
  | { readonly kind: 'new-passphrase' }
  | { readonly kind: 'keep-on-device' }
  | { readonly kind: 'erase' };

/** What a person can ask of it. */
export type ProtectionAsk =
  | { readonly kind: 'unlock'; readonly passphrase: string }
  | { readonly kind: 'lock' }
  | { readonly kind: 'open-dialog'; readonly about: ProtectionDialog }
  /** Seal everybody under this passphrase, or under a key on the device when it is null. */
  | { readonly kind: 'protect'; readonly passphrase: string | null }
  | { readonly kind: 'current-passphrase'; readonly passphrase: string }
  | { readonly kind: 'new-passphrase'; readonly passphrase: string }
  | { readonly kind: 'erase' };
