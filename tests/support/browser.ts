/** Real Chromium with a fake camera fed from a file, and Lintel in it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Locator, type Page } from '@playwright/test';
import { findChromium } from '../../src/tools/chromium.mjs';

const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface LaunchOptions {
  /** A folder that outlives the browser, so that a restart finds what was saved. */
  readonly profile: string;
  /** Camera file; null: there is no camera at all. */
  readonly camera: string | null;
  readonly viewport?: { width: number; height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** False: Chromium's permission question is not answered by the browser itself. */
  readonly grantsCamera?: boolean;
  readonly arguments?: readonly string[];
  readonly blocksServiceWorker?: boolean;
}

/** Starts Chromium on a profile. */
export async function launch(options: LaunchOptions): Promise<BrowserContext> {
  const { camera, grantsCamera = true } = options;
  return chromium.launchPersistentContext(options.profile, {
    executablePath: findChromium()!,
    // Chromium's own headless mode is among the arguments; Playwright's would be another browser.
    headless: false,
    viewport: options.viewport ?? { width: 1280, height: 720 },
    colorScheme: options.colorScheme ?? 'light',
    serviceWorkers: options.blocksServiceWorker === true ? 'block' : 'allow',
    args: [
      ...ARGUMENTS,
      ...(grantsCamera ? ['--use-fake-ui-for-media-stream'] : []),
      ...(camera === null ? [] : ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${camera}`]),
      ...(options.arguments ?? []),
    ],
  });
}

/** A new empty profile; the returned function deletes it. */
export async function newProfile(): Promise<{ profile: string; remove: () => Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'lintel-test-'));
  return { profile, remove: () => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** How the status begins once there is a verdict. */
export const VERDICT = /^((NO )?MATCH|UNSURE|SPOOF SUSPECTED)/;

/** Lintel as a person uses it: by the names of things. */
export class LintelPage {
  #hasMode = false;

  constructor(readonly page: Page) {}

  static async open(context: BrowserContext, url: string): Promise<LintelPage> {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url);
    return new LintelPage(page);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get name(): Locator {
    return this.page.getByRole('textbox', { name: 'Name' });
  }

  get status(): Locator {
    return this.page.getByRole('status');
  }

  get alert(): Locator {
    return this.page.getByRole('alert');
  }

  async go(destination: 'Verify' | 'Enrol' | 'People' | 'Settings' | 'Diagnostics'): Promise<void> {
    await this.button(destination).click();
  }

  /** Types whom to enrol, and ticks that they agree. */
  async introduce(name: string): Promise<void> {
    await this.name.fill(name);
    await this.agreement.check();
  }

  get agreement(): Locator {
    return this.page.getByRole('checkbox', { name: 'has read this and agrees' });
  }

  /** Enrols whoever is before the camera and waits for the acknowledgement. */
  async enrol(name: string): Promise<void> {
    await this.go('Enrol');
    await this.introduce(name);
    await this.button('Capture').click();
    await expect(this.status).toHaveText(`Enrolled: ${name}`, { timeout: 30_000 });
  }

  /**
   * Verifies whoever is before the camera and returns what the status says. Photographs before a camera cannot move their
   * heads, so nothing is asked of them unless the test chose a mode.
   */
  async verify(): Promise<string> {
    if (!this.#hasMode) await this.chooseMode('Convenience');
    await this.go('Verify');
    await this.button('Capture').click();
    await expect(this.status).toHaveText(VERDICT, { timeout: 60_000 });
    return this.status.innerText();
  }

  /** Chooses in Settings how much is asked against pictures. */
  async chooseMode(name: 'Convenience' | 'Careful' | 'Strict'): Promise<void> {
    await this.go('Settings');
    await this.page.getByRole('radio', { name }).check();
    await this.page.waitForTimeout(200);
    this.#hasMode = true;
  }

  /** The names in People, in order. */
  async people(): Promise<string[]> {
    await this.go('People');
    await expect(this.page.getByRole('heading', { name: 'People' })).toBeVisible();
    await expect(this.page.getByText(/\d+ (person|people)|Nobody is enrolled yet/).first()).toBeVisible();
    return this.page.getByRole('listitem').locator('bdi').allInnerTexts();
  }

  /** No countdown, where it is not the point of the test. */
  async skipCountdown(): Promise<void> {
    if (!this.#hasMode) await this.chooseMode('Convenience');
    await this.setSlider('Countdown', 0);
  }

  async setSlider(name: string, value: number): Promise<void> {
    await this.go('Settings');
    const slider = this.page.getByRole('slider', { name });
    await slider.fill(String(value));
    await expect(slider).toHaveValue(String(value));
    await this.page.waitForTimeout(200);
  }

  /** Waits until the service worker holds everything. */
  async waitUntilOffline(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
  }
}
