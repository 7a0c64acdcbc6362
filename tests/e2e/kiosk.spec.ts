/** The kiosk: a verdict for each face of its own, nothing to press but the lock, and back by itself from every trouble. */
import AxeBuilder from '@axe-core/playwright';
import { type Acting, actBefore } from '../support/acting-camera';
import { expect, SCENES, test } from '../support/fixtures';

const PIN = '246810';
const SMALL = { width: 800, height: 480 };

test('of two faces each gets its own verdict, and no name stands beside a stranger', async ({ open, camera, film, server }) => {
  const before = await open(await camera(SCENES.ada));
  await before.skipCountdown();
  await before.enrol('Ada');
  await before.page.context().close();

  const visit = await film([{ scene: SCENES.nobody, seconds: 5 }, { scene: { faces: [{ photo: 'cleo', widthPx: 140 }, { photo: 'ada', widthPx: 170 }] }, seconds: 12 }]);
  const { page, status } = await open(visit, { url: `${server.url}/#kiosk`, viewport: SMALL });
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.locator('.prompt')).toHaveText('Look at the camera');

  await expect(status).toHaveText(/MATCH: Ada/);
  await expect(status).toHaveText(/NO MATCH\. Lintel does not know this face\./);
  // The picture is mirrored: Ada, on the right of the frame, is on the left.
  const ada = (await page.locator('.marks .match').boundingBox())!;
  const stranger = (await page.locator('.marks .no-match').boundingBox())!;
  expect(ada.x + ada.width).toBeLessThan(stranger.x);
  expect(await page.locator('.marks text').allTextContents()).toEqual(expect.arrayContaining(['Ada', 'NO MATCH']));
  expect(await page.locator('.results bdi').allInnerTexts()).toEqual(['Ada']);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);

  // Nobody presses anything: what was said goes, and so do they.
  await expect(page.locator('.prompt')).toHaveText('Look at the camera');
  await expect(status).toHaveText('');
});

test('a match is said large, after the movements that are asked for', async ({ open, camera, server }) => {
  const acting: Acting = { cast: { cleo: { photo: 'cleo', on: 'head', restYawDegrees: 8 } }, framesPerSecond: 15, obeys: 'as-asked', turnDegrees: 24 };
  const lintel = await open(await camera(SCENES.nobody), { viewport: SMALL });
  const { page } = lintel;
  await lintel.chooseMode('Careful');
  await lintel.skipCountdown();
  await actBefore(page, acting);
  await page.reload();
  await lintel.enrol('Cleo');
  // Lids of a photograph do not close: something else is asked for.
  await page.addLocatorHandler(page.locator('.asked').getByText('Close your eyes'), () => lintel.button('I cannot do this').click(), { noWaitAfter: true });
  await page.goto(`${server.url}/#kiosk`);
  await expect(page.locator('.asked > div')).toBeVisible({ timeout: 30_000 });
  await expect(lintel.status).toHaveText('MATCH: Cleo', { timeout: 60_000 });
  const fontPx = await page.locator('.results bdi').evaluate((name) => Number.parseFloat(getComputedStyle(name).fontSize));
  expect(fontPx).toBeGreaterThanOrEqual(SMALL.height / 6);
});

test('the lock in the corner leads out with the PIN alone, and back when nobody has it any more', async ({ open }) => {
  const lintel = await open(null, { viewport: SMALL });
  const { page } = lintel;
  const dialog = page.getByRole('dialog');
  const isKiosk = () => page.locator('lintel-kiosk').isVisible();
  await lintel.go('Settings');
  await lintel.button('Open the kiosk').click();
  await expect(page.locator('.prompt')).toContainText('Nobody is enrolled yet.');
  // Without a PIN it is only a way out.
  await lintel.button('Open Lintel').click();
  await expect(lintel.button('Enrol')).toBeVisible();

  await lintel.go('Settings');
  await lintel.button('Set a PIN…').click();
  await dialog.getByLabel('New PIN', { exact: true }).fill(PIN);
  await dialog.getByLabel('New PIN, again').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(lintel.status).toHaveText('Admin lock: A PIN is set');
  await lintel.button('Lock settings now').click();
  await expect(page.locator('lintel-kiosk')).toBeVisible();

  for (const key of ['1', '3', '?', 'Escape', '/']) await page.keyboard.press(key);
  await expect(dialog).toBeHidden();
  for (const hash of ['#verify', '#people']) {
    await page.evaluate((to) => void (location.hash = to), hash);
    await expect(dialog.getByRole('heading', { name: 'PIN' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect([new URL(page.url()).hash, await isKiosk()]).toEqual(['#kiosk', true]);
  }
  // A touch display has no keyboard.
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  await lintel.button('Open Lintel, with the PIN').click();
  const keypad = dialog.getByRole('group', { name: 'Digits' });
  for (const digit of `9${PIN}`) {
    await keypad.getByRole('button', { name: digit, exact: true }).click();
    if (digit === '9') await keypad.getByRole('button', { name: 'Delete' }).click();
  }
  expect(await dialog.evaluate((element) => element.scrollHeight <= element.clientHeight)).toBe(true);
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await expect(lintel.button('Enrol')).toBeVisible();
  expect(await isKiosk()).toBe(false);
});

test('a camera that is gone is said with what the device knows, and comes back by itself', async ({ open, camera, server }) => {
  const lintel = await open(await camera(SCENES.ada), { url: 'about:blank', viewport: SMALL });
  const { page } = lintel;
  // A fake camera is never busy, and no package is installed: the browser's and the device's answers are put in their place.
  await page.addInitScript(() => {
    const devices = navigator.mediaDevices;
    const real = devices.getUserMedia.bind(devices);
    devices.getUserMedia = (constraints) =>
      'isBusy' in window ? Promise.reject(new DOMException('Could not start video source', 'NotReadableError')) : real(constraints);
  });
  const sentence = '/dev/video0 is in use by rpicam-vid (process 812).';
  const findings = [{ code: 'busy', level: 'problem', sentence, fix: 'close it, or end it with: kill 812' }];
  await page.context().route('**/camera-report.json', (route) => route.fulfill({ json: { version: 1, checkedAtMs: Date.now(), findings } }));
  await page.goto(server.url);
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  await page.evaluate(() => Object.assign(window, { isBusy: true }));
  // There the camera is let go of.
  await lintel.go('Settings');
  await lintel.button('Open the kiosk').click();
  const trouble = page.locator('.trouble[data-fault=camera-busy]');
  await expect(trouble).toContainText('The camera is in use');
  await expect(trouble).toContainText(sentence);
  await expect(trouble).toContainText('Lintel looks for the camera every few seconds');
  await page.evaluate(() => delete (window as { isBusy?: boolean }).isBusy);
  await expect(lintel.status).toHaveText('MATCH: Ada', { timeout: 30_000 });

  await lintel.button('Open Lintel').click();
  await lintel.go('Diagnostics');
  const check = page.getByRole('region', { name: 'Camera check' });
  await expect(check).toContainText(sentence);
  await expect(check).toContainText(/640 × 480 pixels, \d+\.\d times a second|frames per second and was asked for/);
});
