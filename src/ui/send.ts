/** Sends an intent from an element up to the app. */
import { type Intent, IntentEvent } from './view';

export function send(from: EventTarget, intent: Intent): void {
  from.dispatchEvent(new IntentEvent(intent));
}
