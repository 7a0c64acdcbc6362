/** A security key that Chromium makes up: plugged in, pulled out, touched or not, by DevTools' own protocol. */
import type { CDPSession, Page } from '@playwright/test';

export interface KeyTraits {
  /** It answers questions with a secret. */
  readonly hasPrf?: boolean;
  /** Whoever touches it knows its PIN. */
  readonly isUserVerified?: boolean;
}

/** The USB port of a page. */
export class KeyPort {
  readonly #session: CDPSession;
  #keyId: string | null = null;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  /** From now on the page sees no security key but those that are plugged in here. */
  static async open(page: Page): Promise<KeyPort> {
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable');
    return new KeyPort(session);
  }

  /** Plugs in a new key, in place of the one before. */
  async plugIn({ hasPrf = true, isUserVerified = true }: KeyTraits = {}): Promise<void> {
    await this.pullOut();
    const { authenticatorId } = await this.#session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'usb',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified,
        hasPrf,
        automaticPresenceSimulation: true,
      },
    });
    this.#keyId = authenticatorId;
  }

  async pullOut(): Promise<void> {
    if (this.#keyId === null) return;
    await this.#session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: this.#keyId });
    this.#keyId = null;
  }

  /** Whether somebody touches the key when it asks for that. */
  async touch(isTouched: boolean): Promise<void> {
    await this.#session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId: this.#keyId!, enabled: isTouched });
  }
}
