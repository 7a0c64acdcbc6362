/** The real app in a page, used as a person uses it, and what the page's tap notes meanwhile. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';

const TAP = join(import.meta.dirname, 'pages/app-tap.js');

/** One analysed frame; times in milliseconds since the navigation. */
export interface TappedFrame {
  readonly atMs: number;
  /** From handing the frame over to the worker to its reply. */
  readonly elapsedMs: number;
  readonly hasFace: boolean;
  /** Of the outcome. */
  readonly kind: string;
  readonly timings: Readonly<Record<string, number>>;
}

/** What `app-tap.js` noted. */
export interface Tap {
  readonly frames: readonly TappedFrame[];
  /** When a verdict came to stand in the status. */
  readonly verdicts: readonly number[];
  /** When the camera began to show a face, or ceased to. */
  readonly presence: readonly { readonly atMs: number; readonly hasFace: boolean }[];
  /** Of the main thread, 50 ms and longer. */
  readonly longTasks: readonly { readonly atMs: number; readonly elapsedMs: number }[];
}
type TapScope = typeof globalThis & { lintelTap: { -readonly [key in keyof Tap]: Tap[key] } };

/** A browser that does not measure its memory within this is not waited for: it would stop what is measured. */
const MEMORY_PATIENCE_MS = 10_000;

export class AppPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens Lintel and taps it. */
  static async open(context: BrowserContext, url: string): Promise<AppPage> {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.addInitScript({ path: TAP });
    await page.goto(url);
    return new AppPage(page);
  }

  /** Taps Lintel where it is open already: what came before is not noted, nor when a face is there. */
  static async join(page: Page): Promise<AppPage> {
    await page.evaluate(readFileSync(TAP, 'utf8'));
    return new AppPage(page);
  }

  /** How many verdicts were noted so far. */
  verdicts(): Promise<number> {
    return this.page.evaluate(() => (globalThis as TapScope).lintelTap.verdicts.length);
  }

  /** What was noted so far; with `isTaken` it is then forgotten. */
  tap(isTaken = false): Promise<Tap> {
    return this.page.evaluate((forgets) => {
      const scope = globalThis as TapScope;
      const noted = scope.lintelTap;
      const copy = { ...noted, frames: [...noted.frames], verdicts: [...noted.verdicts], presence: [...noted.presence], longTasks: [...noted.longTasks] };
      if (forgets) for (const key of ['frames', 'verdicts', 'presence', 'longTasks'] as const) (noted[key] as unknown[]).length = 0;
      return copy;
    }, isTaken);
  }

  /** Waits until so many frames or verdicts are noted. */
  async until(what: 'frames' | 'verdicts', count: number, timeoutMs: number): Promise<void> {
    await this.page.waitForFunction(([key, least]) => (globalThis as TapScope).lintelTap[key].length >= least, [what, count] as const, { timeout: timeoutMs, polling: 100 });
  }

  async go(destination: string): Promise<void> {
    await this.#press(destination);
  }

  /** Enrols whoever is before the camera. */
  async enrol(name: string): Promise<void> {
    await this.go('Enrol');
    await this.page.getByRole('textbox', { name: 'Name' }).fill(name);
    await this.page.getByRole('checkbox', { name: 'has read this and agrees' }).check();
    await this.#press('Capture');
    await this.page.getByRole('status').getByText(`Enrolled: ${name}`).waitFor({ timeout: 60_000 });
  }

  /** Verifies whoever is before the camera: the next verdict is asked for. */
  async capture(): Promise<void> {
    await this.#press('Capture');
  }

  async set(setting: string, value: number | boolean): Promise<void> {
    await this.go('Settings');
    if (typeof value === 'number') await this.page.getByRole('slider', { name: setting }).fill(String(value));
    else await this.page.getByRole('checkbox', { name: setting }).setChecked(value);
    // Settings are written at once, but not before this returns.
    await this.page.waitForTimeout(300);
  }

  /** Asks for no movements: whoever is in a film cannot make them. */
  async askNothing(): Promise<void> {
    await this.go('Settings');
    await this.page.getByRole('radio', { name: 'Convenience' }).check();
    await this.page.waitForTimeout(300);
  }

  /** Waits until everything is kept for the next start. */
  async untilCached(): Promise<void> {
    await this.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  }

  /** Memory of the page and its workers as the browser measures it, in bytes; null where it does not. */
  measuredMemory(): Promise<number | null> {
    return this.page.evaluate(async (patienceMs) => {
      type Measuring = Performance & { measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }> };
      const measuring = (performance as Measuring).measureUserAgentSpecificMemory?.().then(({ bytes }) => bytes, () => null) ?? null;
      return Promise.race([measuring, new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs))]);
    }, MEMORY_PATIENCE_MS);
  }

  async #press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }
}
