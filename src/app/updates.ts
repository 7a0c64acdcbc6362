/** Keeps the app on this device for offline use, and offers an update when one is there. */
import { Workbox } from 'workbox-window';
import { ownScript } from './own-script';

/** How often a Lintel that stays open looks for an update. */
const CHECK_MS = 60 * 60 * 1000;

/** Registers the service worker; the returned function applies a waiting update by reloading the page. */
export function keepUpToDate(onUpdateReady: () => void): () => void {
  // The development server has none, and a browser has none outside a secure context.
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return () => {};
  const worker = new Workbox(ownScript('/sw.js'), { scope: '/' });
  let isUpdateReady = false;
  worker.addEventListener('waiting', () => {
    isUpdateReady = true;
    onUpdateReady();
  });
  worker.addEventListener('controlling', () => {
    if (isUpdateReady) location.reload();
  });
  void register(worker);
  return () => worker.messageSkipWaiting();
}

async function register(worker: Workbox): Promise<void> {
  // Where the browser keeps no service worker, Lintel needs its server and works.
  const registration = await worker.register({ immediate: true }).catch(() => undefined);
  if (registration === undefined) return;
  setInterval(() => {
    // Without a network there is no update, which is normal.
    registration.update().catch(() => {});
  }, CHECK_MS);
}
