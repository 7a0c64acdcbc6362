/** What each protection stops and what it does not, in plain words. */
import { msg } from '@lit/localize';
import type { Protection } from '../sealing/data-key';
import type { SecurityKeyObstacle } from './protection-view';

export interface ProtectionWords {
  readonly name: string;
  /** A few words for the badge. */
  readonly badge: string;
  readonly how: string;
  readonly stops: string;
  readonly doesNotStop: string;
  /** The button that leads to it. */
  readonly choose: string;
  /** One sentence, for whoever chooses on the first run. */
  readonly brief: string;
}

/** The words of a protection, in the language that is shown. */
export function protectionWords(kind: Protection): ProtectionWords {
  return WORDS[kind]();
}

const WORDS: Record<Protection, () => ProtectionWords> = {
  device: () => ({
    name: msg('Key on this device'),
    badge: msg('Encrypted, key on this device'),
    how: msg('Names and templates are encrypted. The key lies in this browser profile, so Lintel starts by itself.'),
    stops: msg('somebody who gets hold of the database alone, or searches the card for names or templates.'),
    doesNotStop: msg('somebody who has the card, the device or a copy of the whole profile: the key is on it, too.'),
    choose: msg('Keep the key on this device…'),
    brief: msg('Lintel starts by itself. It does not stop somebody who takes the card.'),
  }),
  passphrase: () => ({
    name: msg('Passphrase'),
    badge: msg('Encrypted under a passphrase'),
    how: msg('Names and templates are encrypted under your passphrase, which is kept nowhere. After every start somebody types it.'),
    stops: msg('somebody who takes the card, or the device while it is off or locked.'),
    doesNotStop: msg(
      'somebody who guesses the passphrase, or who stands before Lintel while it is unlocked. If you forget it, only a backup brings people back.',
    ),
    choose: msg('Protect with a passphrase…'),
    brief: msg('Stops somebody who takes the card. After every start somebody types it.'),
  }),
  'security-key': () => ({
    name: msg('Security key'),
    badge: msg('Encrypted under a security key'),
    how: msg('Names and templates are encrypted under a secret that never leaves your security key. After every start somebody touches the key and types its PIN.'),
    stops: msg('somebody who takes the card, or the device while it is off or locked, and does not have the key and its PIN.'),
    doesNotStop: msg(
      'somebody who has the key and its PIN, or who stands before Lintel while it is unlocked. If you lose or reset the key, only a backup brings people back.',
    ),
    choose: msg('Protect with a security key…'),
    brief: msg('Stops somebody who takes the card. After every start somebody touches a FIDO2 key.'),
  }),
};

/** What changing to a stronger protection leaves behind. */
export function remnantsText(): string {
  return msg(
    'What was kept under the old key may stay on the card, unused, until Chromium writes over it. For the strongest protection, choose it before you enrol anybody.',
  );
}

/** Why no security key is offered. */
export function keyObstacleText(obstacle: SecurityKeyObstacle): string {
  return obstacle === 'no-webauthn'
    ? msg('A security key cannot be used: this browser does not offer it to pages.')
    : msg('A security key cannot be used at this address: it is a number, and a key needs a name, such as localhost.');
}
