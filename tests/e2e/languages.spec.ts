/** The interface in other languages: at once, everywhere, without a network, and back. */
import type { Page } from '@playwright/test';
import { type Locale, LOCALES } from '../../src/core/locale';
import { expect, SCENES, test } from '../support/fixtures';
import { interpreter, translationsOf } from '../support/translations';

test('a language is spoken at once, in its direction, and is kept', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  const { page } = lintel;
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  await page.evaluate(() => document.documentElement.setAttribute('data-loaded-once', ''));

  await lintel.go('Settings');
  const say = await interpreter('de');
  await choose(page, 'de');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('Settings'));
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');

  await page.getByRole('button', { name: say('Verify'), exact: true }).click();
  await page.getByRole('button', { name: say('Capture'), exact: true }).click();
  // The name and the score stand in the sentence as the language has it, and the score with its comma.
  const [before] = say('MATCH: <x id="0" equiv-text="${NAME}"/> (<x id="1" equiv-text="${formatScore(verdict.best.score)}"/>)').split('<x');
  await expect(page.getByRole('status')).toHaveText(new RegExp(`^${before!}Ada .*0,\\d{3}`), { timeout: 60_000 });
  await expect(page.locator('html[data-loaded-once]')).toHaveCount(1);

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.getByRole('button', { name: say('Settings'), exact: true }).click();
  await choose(page, 'ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await choose(page, 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
});

test('every language is there without a network', async ({ open }) => {
  const lintel = await open(null);
  const { page } = lintel;
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.reload();
  await page.context().setOffline(true);
  await lintel.go('Settings');
  for (const locale of LOCALES) {
    await choose(page, locale);
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
});

test('where the words cannot be loaded, English is spoken and says so', async ({ open }) => {
  const lintel = await open(null, { blocksServiceWorker: true });
  await lintel.go('Settings');
  const language = lintel.page.getByLabel('Language');
  // The screen's own script comes over the network too, as nothing is kept without a service worker.
  await expect(language).toBeVisible();
  await lintel.page.context().setOffline(true);
  await language.selectOption('de');
  await expect(lintel.alert.filter({ hasText: 'could not be loaded, so this is English' })).toBeVisible();
  await expect(lintel.page.locator('html')).toHaveAttribute('lang', 'en');
});

test('nothing on any screen is left in English', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  const { page } = lintel;
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  await lintel.verify();
  await lintel.go('Settings');
  await choose(page, 'en');
  const english = await textsOfScreens(page);
  await page.goto(`${page.url().split('#')[0]!}#settings`);
  await choose(page, 'de');
  const german = await textsOfScreens(page);
  // Some words are the same in both.
  const same = new Set((await translationsOf('de')).filter(({ source, target }) => source === target).map(({ source }) => source));
  expect(english.size).toBeGreaterThan(150);
  expect([...german].filter((text) => english.has(text) && !same.has(text) && !NAMES.test(text))).toEqual([]);
});

/** What is called the same in every language: people, networks, files and what the browser says of itself. */
const NAMES = /^(Ada|Lintel|OpenCV|ONNX Runtime|SIMD|[a-z0-9-]+(-[a-z0-9.-]+)+( SHA-256)?|[0-9a-f]{64}|Mozilla.*|.*\.mjpeg|.*\.pkl|English|Deutsch|Español|Français|简体中文|العربية|\/|\?|[^\p{L}]*( px| s| ms| min)?)$/u;

/** Everything that is read on the screens, aloud or not. */
async function textsOfScreens(page: Page): Promise<Set<string>> {
  const texts = new Set<string>();
  for (const screen of ['verify', 'enrol', 'people', 'settings', 'diagnostics', 'safety', 'self-test']) {
    await page.goto(`${page.url().split('#')[0]!}#${screen}`);
    await page.waitForTimeout(700);
    for (const text of await page.evaluate(readTexts)) texts.add(text);
  }
  return texts;
}

/** Runs in the page: every text, and every attribute that is read out, through all shadows. */
function readTexts(): string[] {
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Element && node.matches('style, script, noscript')) return;
    if (node instanceof Text) texts.push(node.data);
    if (node instanceof Element) {
      for (const name of ['aria-label', 'aria-valuetext', 'placeholder', 'title', 'alt']) texts.push(node.getAttribute(name) ?? '');
      node.shadowRoot?.childNodes.forEach(visit);
    }
    node.childNodes.forEach(visit);
  };
  visit(document.body);
  return texts.map((text) => text.trim().replace(/\s+/g, ' ')).filter((text) => /\p{L}{2}/u.test(text));
}

/** The box is found by its options, which are the same in every language. */
async function choose(page: Page, locale: Locale): Promise<void> {
  await page.locator('select', { has: page.locator('option[lang="zh-Hans"]') }).selectOption(locale);
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
}
