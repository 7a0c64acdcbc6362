/** What Lintel says of the admin lock. */
import { msg, str } from '@lit/localize';
import { FIRST_WAIT_MS, FREE_TRIES } from '../decision/admin-lock';

export const MIN_PIN_CHARACTERS = 6;

const FIRST_WAIT_SECONDS = FIRST_WAIT_MS / 1000;

/** What the PIN is asked for, and when. */
export function lockHowText(): string {
  return msg(
    'Enrolling, correcting, deleting, importing, exporting, backups and settings then need a PIN or a passphrase of your own; verifying does not. Lintel locks by itself when nobody touches it, and whenever it starts.',
  );
}

/** What wrong tries cost, and whom the lock stops. */
export function lockLimitsText(): string {
  return msg(
    str`After ${FREE_TRIES} wrong tries it waits ${FIRST_WAIT_SECONDS} seconds, and twice as long after each further one, also when it is started again. Verifying waits in the same way after ${FREE_TRIES} verifications in a row that end in NO MATCH or SPOOF SUSPECTED while Lintel is locked. It stops people before the screen, not somebody who can read or change the disk: for that, see Protection.`,
  );
}

/** The way out of a forgotten PIN. */
export function lockForgottenText(): string {
  return msg('A forgotten PIN has one way out: everything is erased, and a backup restored.');
}

/** Why nobody is verified now. The time that is left stands beside it. */
export function verifyWaitText(): string {
  return msg('Too many failed verifications. Verifying waits.');
}

/** The time that is left, as minutes and seconds. */
export function waitText(waitMs: number): string {
  const seconds = Math.ceil(waitMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
