/** What Lintel says of the admin lock. */
import { msg, str } from '@lit/localize';
import { FIRST_WAIT_MS, FREE_TRIES, IDLE_MS } from '../decision/admin-lock';
import { plural } from './plural';

export const MIN_PIN_CHARACTERS = 6;

/** What the PIN is asked for, and when. */
export function lockHowText(): string {
  return plural(
    IDLE_MS / 60_000,
    msg('Enrolling, correcting, deleting, importing, exporting, backups and settings then need a PIN; verifying does not. Lintel locks by itself after 1 minute without a touch, and whenever it starts.|Enrolling, correcting, deleting, importing, exporting, backups and settings then need a PIN; verifying does not. Lintel locks by itself after # minutes without a touch, and whenever it starts.'),
  );
}

/** What wrong tries cost, and whom the lock stops. */
export function lockLimitsText(): string {
  return msg(str`After ${FREE_TRIES} wrong tries it waits ${FIRST_WAIT_MS / 1000} seconds, and twice as long after each further one, also when it is started again. It stops people before the screen, not somebody who can read or change the disk: for that, see Protection.`);
}

/** The way out of a forgotten PIN. */
export function lockForgottenText(): string {
  return msg('A forgotten PIN has one way out: everything is erased, and a backup restored.');
}

/** The time that is left, as minutes and seconds. */
export function waitText(waitMs: number): string {
  const seconds = Math.ceil(waitMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
