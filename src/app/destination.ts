/** Where in the app an address leads. */
import { type Destination, DESTINATIONS } from '../ui/view';

/** The destination that a location's hash names; Verify where it names none. */
export function destinationOf(hash: string): Destination {
  const named = hash.slice(1);
  return named === 'safety' || named === 'self-test' || named === 'kiosk' || named === 'log' ? named : (DESTINATIONS.find((destination) => destination === named) ?? 'verify');
}
