/** Sees to it that there is a Chromium to test in. */
import { findChromium } from '../../src/tools/chromium.mjs';
import { aptInstall, canInstall } from './debian';

/** True when there is one, installed now if need be. Otherwise says in one line what to run. */
export function ensureChromium(): boolean {
  if (findChromium() !== null) return true;
  if (canInstall()) {
    console.log('Installing Chromium…');
    aptInstall(['chromium']);
    if (findChromium() !== null) return true;
  }
  console.error('No Chromium was found: run "sudo apt-get install -y chromium", or set CHROMIUM to the path of yours.');
  return false;
}
