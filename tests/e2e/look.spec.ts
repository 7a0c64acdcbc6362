/** What is on the screen: nothing out of reach, nothing too small, nothing that shuts people out. */
import AxeBuilder from '@axe-core/playwright';
import type { LintelPage } from '../support/browser';
import { expect, SCENES, test } from '../support/fixtures';

const DESTINATIONS = ['Verify', 'Enrol', 'People', 'Settings', 'Diagnostics'] as const;

for (const viewport of [{ width: 800, height: 480 }, { width: 1280, height: 720 }, { width: 480, height: 800 }]) {
  test(`everything that matters is within ${viewport.width} × ${viewport.height}`, async ({ open, camera }) => {
    const lintel = await open(await camera(SCENES.ada), { viewport });
    await lintel.skipCountdown();
    await lintel.enrol('Ada');
    await expectInView(lintel, ['Capture', 'Cancel']);
    await expect(lintel.name).toBeInViewport({ ratio: 1 });
    expect(await lintel.verify()).toMatch(/^MATCH/);
    await expectInView(lintel, ['Capture', 'Cancel']);
    const nameSize = await lintel.status.locator('bdi').evaluate((name) => parseFloat(getComputedStyle(name).fontSize));
    expect(nameSize).toBeGreaterThanOrEqual(48);

    for (const destination of DESTINATIONS) {
      await lintel.go(destination);
      const small = await lintel.page.getByRole('button').evaluateAll((buttons) =>
        buttons
          .map((button) => ({ text: button.textContent.trim(), size: button.getBoundingClientRect() }))
          .filter(({ size }) => size.width > 0 && (size.width < 48 || size.height < 48))
          .map(({ text }) => text),
      );
      expect(small, `buttons under 48 px on ${destination}`).toEqual([]);
      const overflow = await lintel.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `sideways scrolling on ${destination}`).toBeLessThanOrEqual(0);
    }
  });
}

async function expectInView({ page, status }: LintelPage, names: readonly string[]): Promise<void> {
  // Within a fraction of a pixel: its edges fall between pixels.
  await expect(page.locator('video')).toBeInViewport({ ratio: 0.999 });
  await expect(status).toBeInViewport({ ratio: 1 });
  for (const name of names) await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no serious barrier on any screen, ${colorScheme}`, async ({ open, camera }) => {
    const lintel = await open(await camera(SCENES.ada), { colorScheme });
    const { page } = lintel;
    const check = async (what: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`), what).toEqual([]);
    };
    await expect(lintel.status).toHaveText('Nobody is enrolled yet.');
    await check('first run');
    await lintel.skipCountdown();
    await lintel.enrol('Ada');
    await check('enrolled');
    await lintel.button('Done for now').click();
    await lintel.button('Capture').click();
    await expect(page.getByText('Type a name first.')).toBeVisible();
    await check('a name missing');
    await lintel.verify();
    await check('match');
    await lintel.setSlider('Threshold', 0.8);
    for (const destination of DESTINATIONS) {
      await lintel.go(destination);
      await page.waitForTimeout(300);
      await check(destination);
    }
    await lintel.go('Diagnostics');
    await page.getByRole('link', { name: /^Try it yourself/ }).click();
    await expect(page.getByText('Attempt 1 of 20')).toBeVisible();
    await check('self-test');
    await lintel.go('People');
    await lintel.button('Delete').click();
    await check('delete dialog');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(lintel.button('Undo')).toBeVisible();
    await check('undo');
    await page.keyboard.press('2');
    await lintel.button('Cancel').click();
    await check('camera off');
  });
}
