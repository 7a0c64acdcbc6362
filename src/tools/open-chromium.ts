/** Opens the app in a window of its own. */
import { spawn } from 'node:child_process';
import { findChromium } from './chromium.mjs';

/** Starts Chromium, which outlives the command; says what to do when it cannot. */
export function openChromium(address: string, say: (line: string) => void): void {
  const chromium = findChromium();
  if (chromium === null) {
    say(`No Chromium was found. Install it with "sudo apt install chromium", or open ${address} yourself.`);
    return;
  }
  spawn(chromium, [`--app=${address}`], { detached: true, stdio: 'ignore' })
    .on('error', (error) => say(`Chromium did not start (${error.message}). Open ${address} yourself.`))
    .unref();
}
