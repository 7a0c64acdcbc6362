/** Switching the recognition network in the app: who is stranded hears of it by name, and nobody is lost. */
import { rename } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import type { LintelPage } from '../support/browser';
import { expect, SCENES, test as base } from '../support/fixtures';
import { TEST_MODEL } from '../support/project';
import { buildWithBoth, OTHER_MODEL } from '../support/recognition-builds';
import { type Server, startServer } from '../support/server';

/** A server that has both networks; `lose` takes the file of the one that is not installed away. */
interface BothNetworks {
  server: Server;
  lose: () => Promise<void>;
}

const test = base.extend<{ both: BothNetworks }>({
  both: async ({}, use, info) => {
    const { dist, otherFile, isMadeUp } = await buildWithBoth(`both-${info.testId.slice(-8)}`);
    info.annotations.push({ type: 'network', description: `${OTHER_MODEL} is ${isMadeUp ? 'made up: it is not in public/models' : 'the real one'}` });
    const server = await startServer(dist);
    await use({ server, lose: () => rename(otherFile, `${otherFile}.lost`) });
    await server.stop();
  },
});

/** Asks for the network that does not run; the question that comes. */
async function askToSwitch(lintel: LintelPage): Promise<Locator> {
  await lintel.go('Settings');
  await lintel.button('Switch…').click();
  const dialog = lintel.page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

async function expectRunning({ page }: LintelPage, model: string): Promise<void> {
  const network = page.getByRole('list', { name: 'Recognition network' }).getByRole('listitem').filter({ hasText: model });
  await expect(network.getByText('Running')).toBeVisible({ timeout: 40_000 });
}

test('whom the other network strands is said by name; they enrol again, and switching back loses nothing', async ({ open, camera, both }) => {
  const options = { url: both.server.url, blocksServiceWorker: true };
  const file = await camera(SCENES.ada);
  const lintel = await open(file, options);
  const { page } = lintel;
  await lintel.skipCountdown();
  await lintel.enrol('Ada');

  const first = await askToSwitch(lintel);
  await expect(first.getByRole('heading')).toHaveText(`Switch to ${OTHER_MODEL}?`);
  await expect(first.locator('bdi')).toHaveText(['Ada']);
  await expect(first).toContainText(/Ada\s+has\s+no template of it, and cannot be recognised before enrolling again\./);
  await expect(page.getByText(/128 numbers per template\. Trained on: .*celebrity/)).toBeVisible();
  await expect(page.getByText(/512 numbers per template\. Trained on: .*celebrity/)).toBeVisible();
  await first.getByRole('button', { name: 'Cancel' }).click();
  await expectRunning(lintel, TEST_MODEL);

  await (await askToSwitch(lintel)).getByRole('button', { name: 'Switch and enrol again' }).click();
  const stranded = page.getByRole('list', { name: 'Enrol again' }).getByRole('listitem');
  await expect(stranded).toHaveCount(1, { timeout: 40_000 });
  await expect(stranded.locator('bdi').first()).toHaveText('Ada');
  await lintel.go('Verify');
  await expect(page.getByText('Nobody here can be recognised by the network that runs.')).toBeVisible();
  await lintel.go('People');
  await lintel.button('Enrol again').click();
  // A straight look is taken by itself, any other one for the asking.
  await expect(page.getByText(/^1 face/)).toBeAttached();
  await page.keyboard.press('Space');
  await expect(lintel.status).toHaveText('Enrolled: Ada', { timeout: 30_000 });
  expect(await lintel.verify()).toMatch(/^MATCH: Ada/);
  expect(await lintel.people()).toEqual(['Ada']);
  await expect(page.getByRole('listitem')).toContainText('2 samples, 1 of them for another network');
  await expect(stranded).toHaveCount(0);
  await page.context().close();

  const later = await open(file, options);
  await later.go('Settings');
  await expectRunning(later, OTHER_MODEL);
  const back = await askToSwitch(later);
  await expect(back).toContainText('Nobody is stranded');
  await back.getByRole('button', { name: 'Switch', exact: true }).click();
  await expectRunning(later, TEST_MODEL);
  expect(await later.verify()).toMatch(/^MATCH: Ada/);
});

test('a chosen network that is lost gives way to the installed one, which says so', async ({ open, camera, both }) => {
  const options = { url: both.server.url, blocksServiceWorker: true };
  const file = await camera(SCENES.ada);
  const before = await open(file, options);
  await before.skipCountdown();
  await before.enrol('Ada');
  await (await askToSwitch(before)).getByRole('button', { name: 'Switch', exact: true }).click();
  await expectRunning(before, OTHER_MODEL);
  await before.page.context().close();
  await both.lose();

  const after = await open(file, options);
  await expect(after.alert).toContainText(`${OTHER_MODEL} is missing or damaged on this device, so ${TEST_MODEL} runs in its place.`, { timeout: 40_000 });
  await expect(after.alert).toContainText(`npm run assets -- --model ${OTHER_MODEL}`);
  expect(await after.verify()).toMatch(/^MATCH: Ada/);
  await after.button(`Stay with ${TEST_MODEL}`).click();
  await expect(after.alert).toHaveCount(0);
  await after.page.reload();
  expect(await after.verify()).toMatch(/^MATCH: Ada/);
  await expect(after.alert).toHaveCount(0);
});
