/**
 * Movements as they are asked for: a head of a formula passes, and no sheet, roll, swap or second person does. What moves is
 * a photograph on a made-up surface, so these tests show the way from camera to verdict, not how well real faces do.
 */
import AxeBuilder from '@axe-core/playwright';
import { type Acting, actBefore, type ActorPart, show, type Surface } from '../support/acting-camera';
import { type LintelPage, VERDICT } from '../support/browser';
import type { Shot } from '../../src/tools/camera-file';
import { expect, SCENES, test } from '../support/fixtures';

/** Cleo looks a little to the side in her photograph. */
const cleoOn = (on: Surface): ActorPart => ({ photo: 'cleo', on, restYawDegrees: on === 'head' ? 8 : 0 });

const HEAD: Acting = { cast: { cleo: cleoOn('head') }, framesPerSecond: 15, obeys: 'as-asked', turnDegrees: 24 };

const MATCH = /^MATCH: Cleo/;

/** Cleo is enrolled before a camera that acts from now on. */
async function begin(lintel: LintelPage, acting: Acting, mode: 'Careful' | 'Strict' = 'Careful'): Promise<void> {
  await lintel.chooseMode(mode);
  await lintel.skipCountdown();
  await actBefore(lintel.page, acting);
  await lintel.page.reload();
  await lintel.enrol('Cleo');
}

/** The verdict; `during` runs once movements are asked for. Lids of a photograph do not close: something else is asked for. */
async function verify({ page, status }: LintelPage, during?: () => Promise<void>): Promise<string> {
  await page.addLocatorHandler(
    page.locator('.asked').getByText('Close your eyes'),
    () => page.getByRole('button', { name: 'I cannot do this: something else' }).click(),
    { noWaitAfter: true },
  );
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  await page.getByRole('button', { name: 'Capture' }).click();
  await during?.();
  await expect(status).toHaveText(VERDICT, { timeout: 90_000 });
  return status.innerText();
}

test.beforeEach(({}, info) => info.setTimeout(240_000));

test('a head that moves as asked is let in', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.nobody));
  await begin(lintel, HEAD);
  const verdict = await verify(lintel, async () => {
    await expect(lintel.page.locator('.asked > div')).toBeVisible({ timeout: 30_000 });
    const { violations } = await new AxeBuilder({ page: lintel.page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
  });
  expect(verdict).toMatch(MATCH);
  await expect(lintel.page.getByText('Checked as a living face in the mode Careful.')).toBeVisible();
});

test('a head is let in on a machine that sees five pictures a second', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.nobody));
  await begin(lintel, { ...HEAD, framesPerSecond: 5 });
  expect(await verify(lintel)).toMatch(MATCH);
});

test('a tilted sheet is not let in when three movements are asked for', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.nobody));
  await begin(lintel, { ...HEAD, cast: { cleo: cleoOn('sheet') }, turnDegrees: 40 }, 'Strict');
  expect(await verify(lintel)).toMatch(/^(UNSURE|SPOOF SUSPECTED) /);
});

test('a head that keeps still, or turns the other way, is not let in', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.nobody));
  await begin(lintel, { ...HEAD, obeys: 'other-turn' });
  expect(await verify(lintel)).toMatch(/^UNSURE .* The movements were not seen as they were asked for\./);
  await expect(lintel.page.getByText('That was me')).toHaveCount(0);
});

/** Sheets are tilted much further than a head turns. */
const SURFACES: readonly (readonly [string, Surface])[] = [
  ['a flat sheet', 'sheet'],
  ['a sheet bent to a radius of 20 cm', { rollRadiusMm: 200 }],
];

for (const [what, surface] of SURFACES) {
  test(`a photograph on ${what} that is tilted as asked is not let in`, async ({ open, camera }) => {
    const lintel = await open(await camera(SCENES.nobody));
    await begin(lintel, { ...HEAD, cast: { cleo: cleoOn(surface) }, turnDegrees: 40 });
    expect(await verify(lintel)).toMatch(/^(UNSURE|SPOOF SUSPECTED) /);
  });
}

/** Waits until the first movement was seen. */
function firstMovement({ page }: LintelPage): Promise<void> {
  return expect(page.getByText('1 of 2 movements seen')).toBeAttached({ timeout: 60_000 });
}

test('a photograph that takes the place of the head after a movement is not let in', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.nobody));
  await begin(lintel, { ...HEAD, cast: { cleo: cleoOn('head'), print: cleoOn('sheet') } });
  const verdict = await verify(lintel, async () => {
    await firstMovement(lintel);
    await show(lintel.page, 'print', true);
  });
  expect(verdict).toMatch(/^(UNSURE|SPOOF SUSPECTED) /);
});

test('another person who finishes the movements is not let in', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.nobody));
  await begin(lintel, { ...HEAD, cast: { cleo: cleoOn('head'), dan: { photo: 'dan', on: 'head' } } });
  const verdict = await verify(lintel, async () => {
    await firstMovement(lintel);
    await show(lintel.page, 'dan');
  });
  expect(verdict).toMatch(/^SPOOF SUSPECTED .* Another face took the place of the first one\./);
});

/** Films in a file come again and again, as a real camera's pictures never do: whatever is noticed first refuses them. */
const FILMS: readonly (readonly [string, readonly Shot[]])[] = [
  ['a photograph that is held up', [{ scene: SCENES.cleo, seconds: 1 }]],
  ['a recording, which cannot know what is asked,', [{ scene: { ...SCENES.cleo, swayPx: 12, zoomShare: 0.05 }, seconds: 2 }]],
  ['two photographs that take turns, as with eyes cut out,', [{ scene: SCENES.cleo, seconds: 2 }, { scene: { faces: [{ ...SCENES.cleo.faces[0], brightness: 0.9 }] }, seconds: 1 }]],
];

for (const [what, shots] of FILMS) {
  test(`${what} is not let in`, async ({ open, film }) => {
    const lintel = await open(await film(shots));
    await lintel.chooseMode('Careful');
    await lintel.skipCountdown();
    await lintel.enrol('Cleo');
    expect(await verify(lintel)).toMatch(/^(UNSURE|SPOOF SUSPECTED) /);
  });
}
