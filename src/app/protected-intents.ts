/** What needs the admin PIN once one is set. */
import { assertNever } from '../core/assert';
import type { Destination, Intent } from '../ui/view';

/** False for what verifying needs, and for what closes, stops or takes away. */
export function isProtected(intent: Intent): boolean {
  switch (intent.kind) {
    case 'go':
      return isProtectedDestination(intent.to);
    case 'protection':
      // Whoever is locked out may unlock people, lock them, and erase everything: the one way out.
      return !(['unlock', 'stop-waiting', 'lock', 'erase'].includes(intent.ask.kind) || (intent.ask.kind === 'open-dialog' && intent.ask.about.kind === 'erase'));
    case 'lock':
      return !['try', 'lock-now', 'unlock'].includes(intent.ask.kind);
    case 'capture':
    case 'cancel':
    case 'start-camera':
    case 'choose-claim':
    case 'decline-movement':
    case 'stop-photographs':
    case 'dismiss-photographs':
    case 'dismiss-transfer':
    case 'show-keys':
    case 'confirm-dialog':
    case 'dismiss-dialog':
    case 'dismiss-store-fault':
    case 'retry-engine':
    case 'reload-page':
    case 'apply-update':
    case 'copy-diagnostics':
    case 'run-benchmark':
    case 'cancel-benchmark':
    case 'copy-benchmark':
      return false;
    default:
      // Whatever is not listed changes something, or will.
      return true;
  }
}

/** Verify, Diagnostics and the kiosk are open to everybody. */
export function isProtectedDestination(to: Destination): boolean {
  switch (to) {
    case 'enrol':
    case 'people':
    case 'settings':
    case 'safety':
    case 'self-test':
    case 'log':
      return true;
    case 'verify':
    case 'diagnostics':
    case 'kiosk':
      return false;
    default:
      return assertNever(to);
  }
}
