/** lintel-kiosk on a screen that nobody sees: it fills it, and what dies comes back. */
import { chromium, expect, test } from '@playwright/test';
import { install, purge, within } from './support/machine';

const SCREEN = { width: 800, height: 480 };

/** A browser that is just starting, or about to end, may leave a question without an answer. */
const ANSWER_MS = 5000;

test.beforeAll(() => {
  install();
  // Only so that the test, which is root, may start Chromium and look into it.
  within("echo 'CHROMIUM_FLAGS=\"$CHROMIUM_FLAGS --no-sandbox --disable-gpu --user-data-dir=/root/kiosk --remote-debugging-port=9222\"' > /etc/chromium.d/zz-test");
  within(`systemd-run --unit=screen Xvfb :9 -screen 0 ${SCREEN.width}x${SCREEN.height}x24 2>&1; until [ -e /tmp/.X11-unix/X9 ]; do sleep 0.1; done`);
  // A window manager makes a window fill the screen; this one is Raspberry Pi OS's on X11.
  within('systemd-run --unit=desktop -E DISPLAY=:9 -E HOME=/root openbox 2>&1');
});

test.afterAll(() => {
  within('systemctl stop kiosk desktop screen; rm /etc/chromium.d/zz-test');
  purge();
});

/** What Chromium shows, and how much of the screen it takes. */
async function shown(): Promise<unknown> {
  try {
    const browser = await chromium.connectOverCDP('http://localhost:9222', { timeout: ANSWER_MS });
    try {
      const page = browser.contexts()[0]!.pages()[0]!;
      page.setDefaultTimeout(ANSWER_MS);
      await page.waitForFunction(() => document.readyState === 'complete');
      return await page.evaluate(() => ({ url: location.href, title: document.title, width: innerWidth, height: innerHeight }));
    } finally {
      await browser.close();
    }
  } catch (error) {
    // It is not up yet, or on its way out: the last of these is what a failed test shows.
    return { error: String(error) };
  }
}

test('Lintel fills the screen, and again after Chromium was killed, and after it was stopped', async () => {
  const filled = { url: 'http://localhost:8484/#kiosk', title: 'Lintel', ...SCREEN };
  within('systemd-run --unit=kiosk -E DISPLAY=:9 -E HOME=/root lintel-kiosk run --silence 8 2>&1');
  await expect.poll(shown, { timeout: 30_000 }).toMatchObject(filled);
  const oldest = (): string => within('pgrep -o -f [u]ser-data-dir=/root/kiosk || true');
  const comesAgain = async (before: string): Promise<void> => {
    await expect.poll(oldest, { timeout: 60_000 }).not.toMatch(new RegExp(`^(${before})?$`));
    await expect.poll(shown, { timeout: 60_000 }).toMatchObject(filled);
  };
  const killed = oldest();
  within(`kill -9 ${killed}`);
  await comesAgain(killed);
  expect(within('journalctl -u kiosk --no-pager')).toContain('it is started again in 1 s.');

  // Long enough to have been asked.
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  const hanging = oldest();
  within(`kill -STOP ${hanging}`);
  await comesAgain(hanging);
  expect(within('journalctl -u kiosk --no-pager')).toContain('so it is ended.');

  within('systemctl stop kiosk');
  expect(within('pgrep -c -f [u]ser-data-dir=/root/kiosk || true')).toBe('0');
});
