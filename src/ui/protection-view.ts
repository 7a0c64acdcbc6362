/** What the interface shows of the encryption of people, and what it can ask for. */
import type { Protection } from '../sealing/data-key';

/** Why no security key can be used: the browser has no WebAuthn, or the address is a number where a name is needed. */
export type SecurityKeyObstacle = 'no-webauthn' | 'no-name';

export interface ProtectionView {
  /** Null before the store is open. */
  readonly kind: Protection | null;
  /** A security key is waited for, or everybody is being sealed anew. */
  readonly busy: 'touching' | 'sealing' | null;
  readonly keyObstacle: SecurityKeyObstacle | null;
}

export const UNKNOWN_PROTECTION: ProtectionView = { kind: null, busy: null, keyObstacle: null };

/** What opens people where the key is not on the device: something typed, or something touched. */
export type Opener = { readonly kind: 'passphrase'; readonly passphrase: string } | { readonly kind: 'security-key' };

export type ProtectionDialog =
  /** Another protection from now on; or another security key. */
  | { readonly kind: 'change'; readonly to: Protection }
  /** The passphrase there is, before another is asked for. `isWrong`: what was typed is not it. */
  | { readonly kind: 'current-passphrase'; readonly isWrong: boolean }
  | { readonly kind: 'new-passphrase' }
  | { readonly kind: 'erase' };

/** What a person can ask of it. */
export type ProtectionAsk =
  | { readonly kind: 'unlock'; readonly by: Opener }
  /** Wait for the security key no longer. */
  | { readonly kind: 'stop-waiting' }
  | { readonly kind: 'lock' }
  | { readonly kind: 'open-dialog'; readonly about: ProtectionDialog }
  /** Seal everybody anew under this. */
  | { readonly kind: 'protect'; readonly by: Opener | { readonly kind: 'device' } }
  | { readonly kind: 'current-passphrase'; readonly passphrase: string }
  | { readonly kind: 'new-passphrase'; readonly passphrase: string }
  | { readonly kind: 'erase' };
