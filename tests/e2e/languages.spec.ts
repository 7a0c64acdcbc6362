/** The interface in other languages: at once, everywhere, without a network, and back. */
import type { Page } from '@playwright/test';
import { type Locale, LOCALES } from '../../src/core/locale';
import { expect, SCENES, test } from '../support/fixtures';
import { interpreter } from '../support/translations';

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
  await lintel.page.context().setOffline(true);
  await lintel.page.getByLabel('Language').selectOption('de');
  await expect(lintel.alert.filter({ hasText: 'could not be loaded, so this is English' })).toBeVisible();
  await expect(lintel.page.locator('html')).toHaveAttribute('lang', 'en');
});

/** The box is found by its options, which are the same in every language. */
async function choose(page: Page, locale: Locale): Promise<void> {
  await page.locator('select', { has: page.locator('option[lang="zh-Hans"]') }).selectOption(locale);
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
}
