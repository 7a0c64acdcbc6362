/**
 * Movements as they are asked for: a head of a formula passes, and no sheet, roll, swap or second person does. What moves is
 * a photograph on a made-up surface, so these tests show the way from camera to verdict, not how well real faces do.
 */
import { type Acting, actBefore, type ActorPart, show, type Surface } from '../support/acting-camera';
import { type LintelPage, VERDICT } from '../support/browser';
import { expect, SCENES, test } from '../support/fixtures';

const HEAD: Acting = { cast: { cleo: { photo: 'cleo', on: 'head', restYawDegrees: 8 } }, framesPerSecond: 15, obeys: 'as-asked', turnDegrees: 24 };

const cleoOn = (on: Surface): ActorPart => ({ photo: 'cleo', on });

/** Cleo is enrolled before a camera that acts. */
async function enrolled(lintel: LintelPage, acting: Acting, mode: 'Careful' | 'Strict'): Promise<void> {
  await lintel.chooseMode(mode);
  await lintel.skipCountdown();
  await actBefore(lintel.page, acting);
  await lintel.page.reload();
  await lintel.enrol('Cleo');
}

/** Verifies; lids of a photograph do not close, so something else is asked for in place of that. */
async function verify({ page, status, ...lintel }: LintelPage, during?: () => Promise<void>): Promise<string> {
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  await page.getByRole('button', { name: 'Capture' }).click();
  await during?.();
  const decline = page.getByRole('button', { name: 'I cannot do this: something else' });
  await page.addLocatorHandler(page.locator('.asked').getByText('Close your eyes'), () => decline.click(), { noWaitAfter: true });
  await expect(status).toHaveText(VERDICT, { timeout: 90_000 });
  return status.innerText();
}

test.beforeEach(({}, info) => info.setTimeout(240_000));

for (const mode of ['Careful', 'Strict'] as const) {
  test(`a head that moves as asked is let in: ${mode}`, async ({ open, camera }) => {
    const lintel = await open(await camera(SCENES.nobody));
    await enrolled(lintel, HEAD, mode);
    expect(await verify(lintel)).toMatch(/^MATCH: Cleo/);
    await expect(lintel.page.getByText(`Checked as a living face in the mode ${mode}.`)).toBeVisible();
  });
}
