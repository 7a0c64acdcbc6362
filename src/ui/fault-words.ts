/** What each fault means, whether anything was lost, and what to do: the words a person reads. */
import type { FaultCode, FaultRecord } from '../core/fault';
import type { Intent } from './view';

/** A fault in words, with a way out. */
export interface FaultWords {
  readonly title: string;
  /** What happened, what was lost, what to do. */
  readonly text: string;
  /** The way out as a button; null where it lies outside the app. */
  readonly wayOut: { readonly label: string; readonly intent: Intent } | null;
}

const TRY_CAMERA = { label: 'Try the camera again', intent: { kind: 'start-camera' } } as const;
const START_AGAIN = { label: 'Start again', intent: { kind: 'retry-engine' } } as const;
const ERASE = { label: 'Erase everything…', intent: { kind: 'protection', ask: { kind: 'open-dialog', about: { kind: 'erase' } } } } as const;
const RELOAD = { label: 'Reload the page', intent: { kind: 'reload-page' } } as const;

/** The words for a fault. */
export function faultWords({ code, detail }: FaultRecord): FaultWords {
  return WORDS[code](detail);
}

const WORDS: Record<FaultCode, (detail: string) => FaultWords> = {
  'insecure-origin': () => ({
    title: 'This address cannot use a camera',
    text: 'Chromium gives the camera, and the means to seal names and templates, only to localhost and to https addresses. Nothing was lost. Open http://localhost:8484 on the device itself.',
    wayOut: null,
  }),
  'camera-denied': () => ({
    title: 'The camera is not allowed',
    text: 'Chromium was told not to give Lintel the camera. Nothing was lost. Press the camera symbol in the address bar, choose Allow, then try again.',
    wayOut: TRY_CAMERA,
  }),
  'camera-dismissed': () => ({
    title: 'The camera question was closed',
    text: 'Chromium asked whether Lintel may use the camera and got no answer. Nothing was lost. Try again and choose Allow; pictures stay on this device.',
    wayOut: TRY_CAMERA,
  }),
  'camera-missing': () => ({
    title: 'No camera was found',
    text: 'Nothing was lost. Connect a USB camera, or check the ribbon cable of a Camera Module. "rpicam-hello --list-cameras" in a terminal says whether the Pi sees it; Chromium sees a Camera Module only through libcamera\'s V4L2 layer.',
    wayOut: TRY_CAMERA,
  }),
  'camera-busy': () => ({
    title: 'The camera is in use',
    text: 'Another program, or another tab, holds the camera. Nothing was lost. Close it (rpicam-hello, a video call, a second Lintel), and Lintel goes on by itself.',
    wayOut: TRY_CAMERA,
  }),
  'camera-lost': () => ({
    title: 'The camera was disconnected',
    text: 'It stopped delivering pictures. Nobody who is enrolled was lost. Connect it again, and Lintel goes on by itself.',
    wayOut: TRY_CAMERA,
  }),
  'asset-missing': (file) => ({
    title: 'A file is missing',
    text: `${file} could not be loaded. Nobody who is enrolled was lost. Run "npm start" on the device: it fetches what is missing. Then start again.`,
    wayOut: START_AGAIN,
  }),
  'asset-truncated': (file) => ({
    title: 'A file is incomplete',
    text: `${file} does not have its full length. Nobody who is enrolled was lost. Run "npm start" on the device: it fetches the file anew. Then start again.`,
    wayOut: START_AGAIN,
  }),
  'asset-damaged': (file) => ({
    title: 'A file is damaged',
    text: `${file} is not what it should be, so it is not used. Nobody who is enrolled was lost. Run "npm start" on the device: it fetches the file anew. Then start again.`,
    wayOut: START_AGAIN,
  }),
  'wasm-failed': (detail) => ({
    title: 'The recognition did not start',
    text: `WebAssembly failed (${detail}). Nobody who is enrolled was lost. Close other tabs to free memory, update Chromium, then start again.`,
    wayOut: START_AGAIN,
  }),
  'worker-died': () => ({
    title: 'The recognition stopped',
    text: 'It ended several times in a row, perhaps for lack of memory. Nobody who is enrolled was lost. Close other tabs, then start again.',
    wayOut: START_AGAIN,
  }),
  'worker-hung': () => ({
    title: 'The recognition does not answer',
    text: 'It was silent for too long several times in a row. Nobody who is enrolled was lost. Choose a smaller resolution or a larger smallest face in Settings, then start again.',
    wayOut: START_AGAIN,
  }),
  'store-blocked': () => ({
    title: 'Another tab holds the data',
    text: 'An older Lintel is open in another tab or window, so the data cannot be brought up to date. Nothing was lost. Close the other one, then reload.',
    wayOut: RELOAD,
  }),
  'store-missing': () => ({
    title: 'This browser keeps no data',
    text: 'There is no IndexedDB here, perhaps because this is a private window or a policy forbids it. Nothing can be enrolled. Open Lintel in an ordinary window.',
    wayOut: RELOAD,
  }),
  'store-full': () => ({
    title: 'There is no room left',
    text: 'The last change was not saved; everything saved before is still there. Free some space on the device, or delete people who no longer come, then try again.',
    wayOut: null,
  }),
  'store-upgraded': () => ({
    title: 'Lintel was updated in another tab',
    text: 'The other tab now keeps the data, and this one let go of it. Nothing was lost. Reload to go on here.',
    wayOut: RELOAD,
  }),
  'store-newer': () => ({
    title: 'The data are from a newer Lintel',
    text: 'This Lintel is older than the one that saved them, so it does not touch them. Nothing was lost. Update Lintel, then reload.',
    wayOut: RELOAD,
  }),
  'store-rekeyed': () => ({
    title: 'The protection was changed in another tab',
    text: 'The other tab encrypted everybody under another key, and this one still has the old one. The last change here was not saved; nothing else was lost. Reload to go on.',
    wayOut: RELOAD,
  }),
  'key-lost': () => ({
    title: 'The key is missing or damaged',
    text: 'The key that opens people was lost. They are on this device, but nobody can read them. Reload first. If that does not help, erase everything, then restore a backup.',
    wayOut: ERASE,
  }),
  'store-failed': (detail) => ({
    title: 'The data could not be reached',
    text: `The browser said: ${detail} The last change may not have been saved; what was acknowledged is. Reload to try again.`,
    wayOut: RELOAD,
  }),
  unexpected: (detail) => ({
    title: 'Something went wrong',
    text: `This is a defect of Lintel (${detail}). Nobody who is enrolled was lost. Reload to go on.`,
    wayOut: RELOAD,
  }),
};
