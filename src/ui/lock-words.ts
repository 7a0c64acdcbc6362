/** What Lintel says of the admin lock. */
import { FIRST_WAIT_MS, FREE_TRIES, IDLE_MS } from '../decision/admin-lock';

export const MIN_PIN_CHARACTERS = 6;

export const LOCK_HOW = `Enrolling, correcting, deleting, importing, exporting, backups and settings then need a PIN; verifying does not. Lintel locks by itself after ${IDLE_MS / 60_000} minutes without a touch, and whenever it starts.`;

export const LOCK_LIMITS = `After ${FREE_TRIES} wrong tries it waits ${FIRST_WAIT_MS / 1000} seconds, and twice as long after each further one, also when it is started again. It stops people before the screen, not somebody who can read or change the disk: for that, see Protection.`;

export const LOCK_FORGOTTEN = 'A forgotten PIN has one way out: everything is erased, and a backup restored.';

/** The time that is left, as minutes and seconds. */
export function waitText(waitMs: number): string {
  const seconds = Math.ceil(waitMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
