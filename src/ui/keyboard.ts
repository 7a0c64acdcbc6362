/** What a key means, given where the focus is. */
import { msg } from '@lit/localize';
import { DESTINATIONS, type Intent } from './view';

/** Where a key was pressed. */
export interface KeyContext {
  /** `name`: a text box of Enrol, or a box to be ticked there. `text`: any other field that takes letters. `control`: a button, link or slider. */
  readonly focus: 'name' | 'text' | 'control' | 'page';
  readonly hasDialog: boolean;
  readonly isCameraScreen: boolean;
}

/** An intent, or the wish to type into the search of People. */
export type KeyMeaning = Intent | { readonly kind: 'focus-search' };

/** The keys, as the list behind "?" shows them. */
export function keyWords(): readonly { readonly key: string; readonly meaning: string }[] {
  return [
    { key: msg('Space'), meaning: msg('Capture') },
    { key: msg('Esc'), meaning: msg('Cancel, and turn the camera off') },
    { key: msg('1 to 5'), meaning: msg('Go to Verify, Enrol, People, Settings, Diagnostics') },
    { key: '/', meaning: msg('Search people') },
    { key: '?', meaning: msg('Show these keys') },
  ];
}

/** Null when the key means nothing here and the browser keeps it. */
export function meaningOfKey(key: string, { focus, hasDialog, isCameraScreen }: KeyContext): KeyMeaning | null {
  // The dialog itself handles its keys, Escape included.
  if (hasDialog) return null;
  if (key === 'Escape') return isCameraScreen ? { kind: 'cancel' } : null;
  if (key === 'Enter' && focus === 'name') return { kind: 'capture' };
  if (focus === 'name' || focus === 'text') return null;
  if (key === ' ' && focus === 'page' && isCameraScreen) return { kind: 'capture' };
  if (key === '/') return { kind: 'focus-search' };
  if (key === '?') return { kind: 'show-keys' };
  const destination = /^[1-5]$/.test(key) ? DESTINATIONS[Number(key) - 1] : undefined;
  return destination === undefined ? null : { kind: 'go', to: destination };
}
