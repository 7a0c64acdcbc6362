/** What each fault means, whether anything was lost, and what to do: the words a person reads. */
import { msg, str } from '@lit/localize';
import type { FaultCode, FaultRecord } from '../core/fault';
import type { Intent } from './view';

interface WayOut {
  readonly label: string;
  readonly intent: Intent;
}

/** A fault in words, with a way out. */
export interface FaultWords {
  readonly title: string;
  /** What happened, what was lost, what to do. */
  readonly text: string;
  /** The way out as a button; null where it lies outside the app. */
  readonly wayOut: WayOut | null;
}

const tryCamera = (): WayOut => ({ label: msg('Try the camera again'), intent: { kind: 'start-camera' } });
const startAgain = (): WayOut => ({ label: msg('Start again'), intent: { kind: 'retry-engine' } });
const eraseAll = (): WayOut => ({ label: msg('Erase everything…'), intent: { kind: 'protection', ask: { kind: 'open-dialog', about: { kind: 'erase' } } } });
const reload = (): WayOut => ({ label: msg('Reload the page'), intent: { kind: 'reload-page' } });

/** The words for a fault. */
export function faultWords({ code, detail }: FaultRecord): FaultWords {
  return WORDS[code](detail);
}

const WORDS: Record<FaultCode, (detail: string) => FaultWords> = {
  'insecure-origin': () => ({
    title: msg('This address cannot use a camera'),
    text: msg('Chromium gives the camera, and the means to seal names and templates, only to localhost and to https addresses. Nothing was lost. Open http://localhost:8484 on the device itself.'),
    wayOut: null,
  }),
  'camera-denied': () => ({
    title: msg('The camera is not allowed'),
    text: msg('Chromium was told not to give Lintel the camera. Nothing was lost. Press the camera symbol in the address bar, choose Allow, then try again.'),
    wayOut: tryCamera(),
  }),
  'camera-dismissed': () => ({
    title: msg('The camera question was closed'),
    text: msg('Chromium asked whether Lintel may use the camera and got no answer. Nothing was lost. Try again and choose Allow; pictures stay on this device.'),
    wayOut: tryCamera(),
  }),
  'camera-missing': () => ({
    title: msg('No camera was found'),
    text: msg('Nothing was lost. Connect a USB camera, or check the ribbon cable of a Camera Module. "rpicam-hello --list-cameras" in a terminal says whether the Pi sees it; Chromium sees a Camera Module only through libcamera\'s V4L2 layer.'),
    wayOut: tryCamera(),
  }),
  'camera-busy': () => ({
    title: msg('The camera is in use'),
    text: msg('Another program, or another tab, holds the camera. Nothing was lost. Close it (rpicam-hello, a video call, a second Lintel), and Lintel goes on by itself.'),
    wayOut: tryCamera(),
  }),
  'camera-lost': () => ({
    title: msg('The camera was disconnected'),
    text: msg('It stopped delivering pictures. Nobody who is enrolled was lost. Connect it again, and Lintel goes on by itself.'),
    wayOut: tryCamera(),
  }),
  'asset-missing': (file) => ({
    title: msg('A file is missing'),
    text: msg(str`${file} could not be loaded. Nobody who is enrolled was lost. Run "npm start" on the device: it fetches what is missing. Then start again.`),
    wayOut: startAgain(),
  }),
  'asset-truncated': (file) => ({
    title: msg('A file is incomplete'),
    text: msg(str`${file} does not have its full length. Nobody who is enrolled was lost. Run "npm start" on the device: it fetches the file anew. Then start again.`),
    wayOut: startAgain(),
  }),
  'asset-damaged': (file) => ({
    title: msg('A file is damaged'),
    text: msg(str`${file} is not what it should be, so it is not used. Nobody who is enrolled was lost. Run "npm start" on the device: it fetches the file anew. Then start again.`),
    wayOut: startAgain(),
  }),
  'wasm-failed': (detail) => ({
    title: msg('The recognition did not start'),
    text: msg(str`WebAssembly failed (${detail}). Nobody who is enrolled was lost. Close other tabs to free memory, update Chromium, then start again.`),
    wayOut: startAgain(),
  }),
  'worker-died': () => ({
    title: msg('The recognition stopped'),
    text: msg('It ended several times in a row, perhaps for lack of memory. Nobody who is enrolled was lost. Close other tabs, then start again.'),
    wayOut: startAgain(),
  }),
  'worker-hung': () => ({
    title: msg('The recognition does not answer'),
    text: msg('It was silent for too long several times in a row. Nobody who is enrolled was lost. Choose a smaller resolution or a larger smallest face in Settings, then start again.'),
    wayOut: startAgain(),
  }),
  'store-blocked': () => ({
    title: msg('Another tab holds the data'),
    text: msg('An older Lintel is open in another tab or window, so the data cannot be brought up to date. Nothing was lost. Close the other one, then reload.'),
    wayOut: reload(),
  }),
  'store-missing': () => ({
    title: msg('This browser keeps no data'),
    text: msg('There is no IndexedDB here, perhaps because this is a private window or a policy forbids it. Nothing can be enrolled. Open Lintel in an ordinary window.'),
    wayOut: reload(),
  }),
  'store-full': () => ({
    title: msg('There is no room left'),
    text: msg('The last change was not saved; everything saved before is still there. Free some space on the device, or delete people who no longer come, then try again.'),
    wayOut: null,
  }),
  'store-upgraded': () => ({
    title: msg('Lintel was updated in another tab'),
    text: msg('The other tab now keeps the data, and this one let go of it. Nothing was lost. Reload to go on here.'),
    wayOut: reload(),
  }),
  'store-newer': () => ({
    title: msg('The data are from a newer Lintel'),
    text: msg('This Lintel is older than the one that saved them, so it does not touch them. Nothing was lost. Update Lintel, then reload.'),
    wayOut: reload(),
  }),
  'store-rekeyed': () => ({
    title: msg('The protection was changed in another tab'),
    text: msg('The other tab encrypted everybody under another key, and this one still has the old one. The last change here was not saved; nothing else was lost. Reload to go on.'),
    wayOut: reload(),
  }),
  'key-lost': () => ({
    title: msg('The key is missing or damaged'),
    text: msg('The key that opens people was lost. They are on this device, but nobody can read them. Reload first. If that does not help, erase everything, then restore a backup.'),
    wayOut: eraseAll(),
  }),
  'store-failed': (detail) => ({
    title: msg('The data could not be reached'),
    text: msg(str`The browser said: ${detail} The last change may not have been saved; what was acknowledged is. Reload to try again.`),
    wayOut: reload(),
  }),
  unexpected: (detail) => ({
    title: msg('Something went wrong'),
    text: msg(str`This is a defect of Lintel (${detail}). Nobody who is enrolled was lost. Reload to go on.`),
    wayOut: reload(),
  }),
};
