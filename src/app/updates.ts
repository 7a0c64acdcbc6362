/** Keeps the app on this device for offline use, and offers an update when one is there. */
import { registerSW } from 'virtual:pwa-register';

/** How often a Lintel that stays open looks for an update. */
const CHECK_MS = 60 * 60 * 1000;

/** Registers the service worker; the returned function applies a waiting update by reloading the page. */
export function keepUpToDate(onUpdateReady: () => void): () => void {
  const update = registerSW({
    immediate: true,
    onNeedRefresh: onUpdateReady,
    onRegisteredSW: (_url, registration) => {
      if (registration === undefined) return;
      setInterval(() => {
        // Without a network there is no update, which is normal.
        registration.update().catch(() => {});
      }, CHECK_MS);
    },
  });
  return () => void update(true);
}
