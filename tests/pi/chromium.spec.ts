/** Chromium with the policy that the package brings: no flag of the tests answers for a person here. */
import { expect, SCENES, test } from '../support/fixtures';
import { install, purge, within } from './support/machine';

const ADDRESS = 'http://localhost:8484';

/** Where Chromium keeps the icon of an app that it installed. */
const ICONS = '/root/.local/share/applications/chrome-*-Default.desktop';

test.beforeAll(() => {
  install();
});

test('from the icon to a verdict: nothing is asked, the app is installed, and goes when the package goes', async ({ open, camera, profile }) => {
  const film = await camera(SCENES.ada);
  const lintel = await open(film, { url: ADDRESS, grantsCamera: false });
  expect(await lintel.page.evaluate(async () => (await navigator.permissions.query({ name: 'camera' })).state)).toBe('granted');
  expect(await lintel.page.evaluate(() => crossOriginIsolated)).toBe(true);
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  expect(await lintel.verify()).toMatch(/^MATCH: Ada \(0\.\d{3}\)$/);

  await test.step('Chromium installs the app with its icon', async () => {
    await expect.poll(() => within(`cat ${ICONS} 2>/dev/null || true`), { timeout: 30_000 }).toContain('Name=Lintel');
  });

  await test.step('no other address is given the camera', async () => {
    const page = await lintel.page.context().newPage();
    await page.goto(`${ADDRESS.replace('localhost', '127.0.0.1')}/`);
    expect(await page.evaluate(async () => (await navigator.permissions.query({ name: 'camera' })).state)).toBe('prompt');
    await page.close();
  });
  await lintel.page.context().close();

  await test.step('without the package Chromium takes the app away by itself; the people stay', async () => {
    purge();
    const later = await open(film, { url: 'about:blank', profile, grantsCamera: false });
    await expect.poll(() => within(`cat ${ICONS} 2>/dev/null || true`), { timeout: 30_000 }).toBe('');
    await later.page.goto(ADDRESS);
    expect(await later.people()).toEqual(['Ada']);
    await later.page.context().close();
  });
});
