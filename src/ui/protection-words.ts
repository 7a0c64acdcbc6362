/** What each protection stops and what it does not, in plain words. */
import { msg } from '@lit/localize';
import type { Protection } from '../sealing/data-key';

export interface ProtectionWords {
  readonly name: string;
  /** A few words for the badge. */
  readonly badge: string;
  readonly how: string;
  readonly stops: string;
  readonly doesNotStop: string;
}

export function protectionWords(protection: Protection): ProtectionWords {
  return WORDS[protection]();
}

const WORDS: Readonly<Record<Protection, () => ProtectionWords>> = {
  device: () => ({
    name: msg('Key on this device'),
    badge: msg('Encrypted, key on this device'),
    how: msg('Names and templates are encrypted. The key lies in this browser profile, so Lintel starts by itself.'),
    stops: msg('somebody who gets hold of the database alone, or searches the card for names or templates.'),
    doesNotStop: msg('somebody who has the card, the device or a copy of the whole profile: the key is on it, too.'),
  }),
  passphrase: () => ({
    name: msg('Passphrase'),
    badge: msg('Encrypted under a passphrase'),
    how: msg('Names and templates are encrypted under your passphrase, which is kept nowhere. After every start somebody types it.'),
    stops: msg('somebody who takes the card, or the device while it is off or locked.'),
    doesNotStop: msg('somebody who guesses the passphrase, or who stands before Lintel while it is unlocked. If you forget it, only a backup brings people back.'),
  }),
};

/** What changing to the passphrase leaves behind. */
export function remnantsText(): string {
  return msg('What was kept under the old key may stay on the card, unused, until Chromium writes over it. For the strongest protection, choose the passphrase before you enrol anybody.');
}
