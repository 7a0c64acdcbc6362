/** A security key as the browser reaches it: WebAuthn with the PRF extension, which answers a question with 32 secret bytes. */
import { Fault } from '../core/fault';
import { PRF_BYTES, type Secret, securityKeyKey, type SecurityKeyWrapping } from '../sealing/wrapping';
import type { SecurityKeyObstacle } from '../ui/protection-view';

/** How security keys are added and asked. Both wait for a touch, until `signal` ends that. */
export interface SecurityKeys {
  /** Why none can be used here; null when one can. */
  readonly obstacle: SecurityKeyObstacle | null;
  /** A new secret. @throws Fault `security-key-silent` or `security-key-unfit`. */
  add(signal: AbortSignal): Promise<Secret>;
  /** The key that an earlier secret gave. @throws Fault as `add`. */
  ask(wrapping: SecurityKeyWrapping, signal: AbortSignal): Promise<CryptoKey>;
}

/** How long Chromium waits for a touch: time enough to fetch the key. */
const PATIENCE_MS = 60_000;

/**
 * [Note: user verification] A security key has two answers to every question, one for whoever verified themselves to it
 * (its PIN or a finger) and one for whoever only touched it. Only with `required` is it always the same one, also after
 * somebody gave the key a PIN; and whoever finds the key beside the device still needs that PIN.
 */
const VERIFICATION = 'required';

export const BROWSER_SECURITY_KEYS: SecurityKeys = {
  get obstacle() {
    if (typeof PublicKeyCredential === 'undefined') return 'no-webauthn';
    return isNumericHost(location.hostname) ? 'no-name' : null;
  },

  async add(signal) {
    const made = await answered(() =>
      navigator.credentials.create({
        signal,
        publicKey: {
          rp: { name: 'Lintel' },
          // It holds nobody: the key is the device's, not a person's.
          user: { id: randomBytes(16), name: 'Lintel', displayName: 'Lintel' },
          challenge: randomBytes(32),
          // ES256, EdDSA and RS256: no signature is ever looked at.
          pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
          // Something to be taken away, and nothing that fills one of its few places.
          authenticatorSelection: { authenticatorAttachment: 'cross-platform', residentKey: 'discouraged', userVerification: VERIFICATION },
          timeout: PATIENCE_MS,
          extensions: { prf: {} },
        },
      }),
    );
    if (made.getClientExtensionResults().prf?.enabled !== true) throw new Fault('security-key-unfit', 'prf');
    const wrapping: SecurityKeyWrapping = { kind: 'security-key', credential: new Uint8Array(made.rawId), salt: randomBytes(PRF_BYTES) };
    // Most keys answer only when they are asked, so it is asked now: what opens today is known to open tomorrow.
    return { wrapping, key: await this.ask(wrapping, signal) };
  },

  async ask({ credential, salt }, signal) {
    const found = await answered(() =>
      navigator.credentials.get({
        signal,
        publicKey: {
          challenge: randomBytes(32),
          allowCredentials: [{ type: 'public-key', id: credential }],
          userVerification: VERIFICATION,
          timeout: PATIENCE_MS,
          extensions: { prf: { eval: { first: salt } } },
        },
      }),
    );
    const answer = found.getClientExtensionResults().prf?.results?.first;
    if (answer?.byteLength !== PRF_BYTES) throw new Fault('security-key-unfit', 'prf');
    return securityKeyKey(answer);
  },
};

/** What a key gave. WebAuthn does not tell a key that is missing from another key, or from somebody who said no. */
async function answered(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    return (await ask()) as PublicKeyCredential;
  } catch (error) {
    throw new Fault('security-key-silent', error instanceof Error ? error.name : 'unknown', { cause: error });
  }
}

/** A key belongs to a name, and 127.0.0.1 is none. */
function isNumericHost(host: string): boolean {
  return /^[\d.]+$|:/.test(host);
}

function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}
