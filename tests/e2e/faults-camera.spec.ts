/** Everything that can be wrong with the camera, each with its own words and a way out. */
import type { LintelPage } from '../support/browser';
import { expect, SCENES, test } from '../support/fixtures';

/** The fault on the screen, by code and by its title. */
async function expectFault(lintel: LintelPage, code: string, title: string): Promise<void> {
  const alert = lintel.page.locator(`[role=alert][data-fault=${code}]`);
  await expect(alert).toBeVisible({ timeout: 30_000 });
  await expect(alert).toContainText(title);
  await expect(alert).toContainText(/[Nn]othing was lost|Nobody who is enrolled was lost/);
}

test('an address that is neither localhost nor https', async ({ open, camera, server }) => {
  const lintel = await open(await camera(SCENES.ada), {
    url: `http://lintel.test:${server.port}`,
    arguments: ['--host-resolver-rules=MAP lintel.test 127.0.0.1, MAP localhost 127.0.0.1'],
  });
  await lintel.go('Enrol');
  await expectFault(lintel, 'insecure-origin', 'This address cannot use a camera');
  await expect(lintel.alert.filter({ hasText: 'localhost:8484' })).toBeVisible();
});

test('permission denied, then allowed', async ({ open, camera, server }) => {
  const lintel = await open(await camera(SCENES.ada), { grantsCamera: false, url: 'about:blank' });
  const session = await lintel.page.context().newCDPSession(lintel.page);
  const set = (setting: 'denied' | 'granted') =>
    session.send('Browser.setPermission', { permission: { name: 'camera' }, setting, origin: server.url });
  await set('denied');
  await lintel.page.goto(server.url);
  await lintel.go('Enrol');
  await expectFault(lintel, 'camera-denied', 'The camera is not allowed');
  await set('granted');
  await lintel.button('Try the camera again').click();
  await expect(lintel.page.locator('video')).toBeVisible();
});

test('the permission question is closed', async ({ open, camera, server }) => {
  const lintel = await open(await camera(SCENES.ada), { url: 'about:blank' });
  // Nobody can close Chromium's own question from a test: the browser's answer to that is put in its place, once.
  await lintel.page.addInitScript(() => {
    const devices = navigator.mediaDevices;
    const real = devices.getUserMedia.bind(devices);
    let isFirst = true;
    devices.getUserMedia = (constraints) => {
      if (!isFirst) return real(constraints);
      isFirst = false;
      return Promise.reject(new DOMException('Permission dismissed', 'NotAllowedError'));
    };
    navigator.permissions.query = () => Promise.resolve({ state: 'prompt' } as PermissionStatus);
  });
  await lintel.page.goto(server.url);
  await lintel.go('Enrol');
  await expectFault(lintel, 'camera-dismissed', 'The camera question was closed');
  await lintel.button('Try the camera again').click();
  await expect(lintel.page.locator('video')).toBeVisible();
});

test('no camera at all', async ({ open }) => {
  const lintel = await open(null);
  await lintel.go('Enrol');
  await expectFault(lintel, 'camera-missing', 'No camera was found');
  await expect(lintel.button('Try the camera again')).toBeVisible();
  await expect(lintel.button('Capture')).toBeDisabled();
});

test('the camera is busy, then free', async ({ open, camera, server }) => {
  const lintel = await open(await camera(SCENES.ada), { url: 'about:blank' });
  // Chromium's fake camera is never busy: the browser's answer to that is put in its place, until it is let go of.
  await lintel.page.addInitScript(() => {
    const devices = navigator.mediaDevices;
    const real = devices.getUserMedia.bind(devices);
    devices.getUserMedia = (constraints) =>
      'isFree' in window ? real(constraints) : Promise.reject(new DOMException('Could not start video source', 'NotReadableError'));
  });
  await lintel.page.goto(server.url);
  await lintel.go('Enrol');
  await expectFault(lintel, 'camera-busy', 'The camera is in use');
  await lintel.page.evaluate(() => Object.assign(window, { isFree: true }));
  await expect(lintel.page.locator('video')).toBeVisible();
});

test('the camera is unplugged during use, and comes back by itself', async ({ open, camera, server }) => {
  const lintel = await open(await camera(SCENES.ada), { url: 'about:blank' });
  // A fake camera cannot be unplugged: its track is ended as Chromium ends one, and asking again finds none for a while.
  await lintel.page.addInitScript(() => {
    const devices = navigator.mediaDevices;
    const real = devices.getUserMedia.bind(devices);
    devices.getUserMedia = (constraints) =>
      'isUnplugged' in window ? Promise.reject(new DOMException('Requested device not found', 'NotFoundError')) : real(constraints);
  });
  await lintel.page.goto(server.url);
  await lintel.enrol('Ada');
  await lintel.go('Verify');
  await lintel.page.locator('video').evaluate((video) => {
    Object.assign(window, { isUnplugged: true });
    const track = ((video as HTMLVideoElement).srcObject as MediaStream).getVideoTracks()[0]!;
    track.stop();
    track.dispatchEvent(new Event('ended'));
  });
  await expectFault(lintel, 'camera-lost', 'The camera was disconnected');
  await lintel.page.waitForTimeout(4000);
  await expect(lintel.page.locator('video')).toHaveCount(0);
  await lintel.page.evaluate(() => {
    delete (window as { isUnplugged?: boolean }).isUnplugged;
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  await expect(lintel.page.locator('video')).toBeVisible();
  expect(await lintel.verify()).toMatch(/^MATCH: Ada/);
});
