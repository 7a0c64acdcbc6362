/** The main job: enrol, verify, restart, offline. */
import { expect, SCENES, test } from '../support/fixtures';

const MATCH_ADA = /^MATCH: Ada \(0\.\d{3}\)$/;
const NO_MATCH_ADA = /^NO MATCH \(best: Ada, -?0\.\d{3}; threshold 0\.4\d{2}\)$/;

test('a person is enrolled, known again in other light, and a stranger is not', async ({ open, camera, server }) => {
  const first = await open(await camera(SCENES.ada));
  await first.enrol('Ada');
  expect(await first.verify()).toMatch(MATCH_ADA);
  await first.waitUntilOffline();
  await first.page.context().close();

  await test.step('after a restart, in another crop, light and tilt', async () => {
    const later = await open(await camera(SCENES.adaLater));
    expect(await later.verify()).toMatch(MATCH_ADA);
    await later.page.context().close();
  });

  await server.stop();
  try {
    await test.step('another person, from cold, with the server stopped', async () => {
      const stranger = await open(await camera(SCENES.cleo));
      expect(await stranger.verify()).toMatch(NO_MATCH_ADA);
      await stranger.page.context().close();
    });

    await test.step('enrolling and verifying with the server stopped', async () => {
      const ben = await open(await camera(SCENES.ben));
      await ben.enrol('Ben');
      expect(await ben.verify()).toMatch(/^MATCH: Ben \(0\.\d{3}\)$/);
      const scores = await ben.page.getByRole('list', { name: /Scores/ }).getByRole('listitem').allInnerTexts();
      expect(scores.map((line) => line.split('\n')[0])).toEqual(['Ben', 'Ada']);
      expect(await ben.people()).toEqual(['Ada', 'Ben']);
      await ben.page.context().close();
    });
  } finally {
    await server.restart();
  }
});

test('the capture happens after the countdown', async ({ open, camera, film }) => {
  const alone = await open(await camera(SCENES.ada));
  await alone.enrol('Ada');
  await alone.page.context().close();

  // Ada is there when the button is pressed, and Cleo when the countdown of three seconds is over.
  const file = await film([
    { scene: SCENES.nobody, seconds: 1 },
    { scene: SCENES.ada, seconds: 2 },
    { scene: SCENES.cleo, seconds: 12 },
  ]);
  const swapped = await open(file);
  await swapped.go('Verify');
  await expect(swapped.button('Capture')).toBeEnabled();
  await expect(swapped.page.getByText('No face detected', { exact: true })).toBeVisible();
  await expect(swapped.page.getByText(/^1 face · \d+ px$/)).toBeVisible();
  await swapped.button('Capture').click();
  // A figure stays for one second: it is looked at more often than an expectation would.
  const countdown = swapped.page.locator('div.countdown');
  for (const second of ['3', '2', '1']) await expect.poll(() => countdown.textContent(), { intervals: [50] }).toBe(second);
  await expect(swapped.status).toHaveText(NO_MATCH_ADA);
});

test('of two faces the nearer one is judged', async ({ open, camera }) => {
  const alone = await open(await camera(SCENES.ada));
  await alone.skipCountdown();
  await alone.enrol('Ada');
  await alone.page.context().close();

  const crowd = await open(await camera(SCENES.adaBeforeBen));
  await crowd.go('Verify');
  await expect(crowd.page.getByText(/^2 faces/)).toBeVisible();
  expect(await crowd.verify()).toMatch(MATCH_ADA);
  await crowd.page.context().close();

  const other = await open(await camera(SCENES.benBeforeAda));
  await other.go('Verify');
  await expect(other.page.getByText(/^2 faces/)).toBeVisible();
  expect(await other.verify()).toMatch(NO_MATCH_ADA);
});

test('nobody before the camera is said, and nothing is saved', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.nobody));
  await lintel.skipCountdown();
  await lintel.go('Enrol');
  await expect(lintel.page.getByText('No face detected', { exact: true })).toBeVisible();
  await lintel.introduce('Nobody');
  await lintel.button('Capture').click();
  await expect(lintel.status).toHaveText('No face detected. Look at the camera and try again.');
  expect(await lintel.people()).toEqual([]);
});

test('an empty gallery says so, asks for no camera, and leads to Enrol', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  await expect(lintel.status).toHaveText('Nobody is enrolled yet.');
  await expect(lintel.page.locator('video')).toHaveCount(0);
  await lintel.page.getByRole('link', { name: 'Enrol the first person' }).click();
  await expect(lintel.name).toBeVisible();
  await expect(lintel.page.locator('video')).toBeVisible();
});

test('cancel stops the countdown and the camera', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  await lintel.go('Enrol');
  await lintel.introduce('Ada');
  await lintel.button('Capture').click();
  await expect(lintel.page.locator('div.countdown')).toHaveText('3');
  const track = await lintel.page.locator('video').evaluateHandle((video) => {
    return ((video as HTMLVideoElement).srcObject as MediaStream).getVideoTracks()[0]!;
  });
  await lintel.button('Cancel').click();
  await expect(lintel.page.getByText('The camera is off.')).toBeVisible();
  expect(await track.evaluate((stopped) => stopped.readyState)).toBe('ended');
  await lintel.page.waitForTimeout(4000);
  expect(await lintel.people()).toEqual([]);
});
