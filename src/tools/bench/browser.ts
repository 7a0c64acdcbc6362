/** Real Chromium on a profile, with a fake camera that plays a film. */
import { type BrowserContext, chromium } from '@playwright/test';
import { findChromium } from '../chromium.mjs';
import { CommandError } from '../command-line';

const ARGUMENTS = [
  // Chromium's own headless mode: Playwright's would be another browser.
  '--headless=new',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  // Several pages take turns: none may be slowed for not being in front.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  // The browser measures memory at once, and does not wait for garbage that may not come for a minute.
  '--enable-blink-features=ForceEagerMeasureMemory',
];

export interface BrowserOptions {
  /** Folder of the profile, which outlives the browser. */
  readonly profile: string;
  /** What the camera plays, in a loop. */
  readonly film: string;
  readonly blocksServiceWorker?: boolean;
}

/** Where Chromium is. @throws CommandError when there is none. */
export function chromiumPath(): string {
  const path = findChromium();
  if (path === null) throw new CommandError('No Chromium was found: install it with "sudo apt install chromium".');
  return path;
}

/** What Chromium is told, with a camera that plays `film`. */
export function argumentsFor(film: string): string[] {
  const isRoot = process.getuid?.() === 0;
  return [...ARGUMENTS, `--use-file-for-fake-video-capture=${film}`, ...(isRoot ? ['--no-sandbox'] : [])];
}

/** Starts Chromium. @throws CommandError when there is none. */
export async function openBrowser({ profile, film, blocksServiceWorker = false }: BrowserOptions): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: false,
    viewport: { width: 1280, height: 720 },
    serviceWorkers: blocksServiceWorker ? 'block' : 'allow',
    args: argumentsFor(film),
  });
}
