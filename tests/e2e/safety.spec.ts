/** "How safe is my gallery?": what it says, draws and saves, with people who were never before a camera. */
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { LintelPage } from '../support/browser';
import { expect, test } from '../support/fixtures';
import { type SeededPerson, seedPeople } from '../support/seeded-people';

const PEOPLE: readonly SeededPerson[] = [
  { name: 'Ada', samples: 5 },
  { name: 'Ben', samples: 4, like: { name: 'Ada', score: 0.4 } },
  { name: 'Cleo', samples: 3 },
  { name: 'Dan', samples: 1 },
];

const QUESTIONS = [
  'Which two of your people look most alike?',
  'How alike are strangers, and how alike are your own samples?',
  'How often would a stranger get in, and how often would you be refused?',
  'How often would a stranger be called by a name as more people are enrolled?',
  'What does this prove?',
  'Who are the strangers?',
];

/** Opens the page about safety with these people, by the link in People or Settings. */
async function openSafety(lintel: LintelPage, people: readonly SeededPerson[], from: 'People' | 'Settings' = 'People'): Promise<Page> {
  const { page } = lintel;
  await expect(lintel.status).toHaveText('Nobody is enrolled yet.');
  await seedPeople(page, people);
  await page.reload();
  await lintel.go(from);
  await page.getByRole('link', { name: 'How safe is my gallery?' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How safe is my gallery?');
  // It is worked out once the recognition model is there.
  await expect(page.getByRole('heading', { name: QUESTIONS[0]! })).toBeVisible({ timeout: 30_000 });
  return page;
}

async function expectNoBarrier(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`), what).toEqual([]);
}

test('it answers its questions, names the two most alike, and warns before the overlap', async ({ open }) => {
  const lintel = await open(null);
  const page = await openSafety(lintel, PEOPLE);
  await expect(lintel.button('People')).toHaveAttribute('aria-current', 'page');
  for (const question of QUESTIONS) await expect(page.getByRole('heading', { name: question })).toHaveCount(1);
  await expect(page.getByRole('img')).toHaveCount(3);
  await expect(page.getByText(/^Ada and Ben score 0\.\d{3} with each other/)).toBeVisible();
  // Dan's single sample is compared with nobody's but the others'.
  await expect(page.getByText(/^0 of 12, 0 % \(0 % to 26\.5 %\)$/)).toBeVisible();
  await expect(page.getByText(/celebrities \(Labeled Faces in the Wild/)).toBeVisible();
  await page.getByText('The same in numbers').nth(1).click();
  await expect(page.getByRole('row', { name: /^1 in 1,000 0\.3\d\d 0 % \(0 % to 26\.5 %\)$/ })).toBeVisible();

  const slider = page.getByRole('slider', { name: 'Threshold' });
  const warning = page.getByText(/^Careful: |^The threshold is/);
  await slider.fill('0.6');
  await expect(warning).toHaveCount(0);
  await slider.fill('0.3');
  await expect(warning).toHaveText(/^The threshold is not above 0\.\d{3}, the score that one of your people reaches as somebody else\. Raise it\.$/);
  await expect(page.getByText(/above the threshold: a picture of one may pass as the other/)).toBeVisible();
  await slider.fill('0.8');
  await expect(page.getByText(/^\d+ of 12, /)).toBeVisible();

  await page.getByRole('group', { name: 'Recommended thresholds' }).getByRole('button', { name: /^1 in 100,000/ }).click();
  const chosen = await slider.inputValue();
  expect(Number(chosen)).toBeGreaterThan(0.4);
  await expect(page.getByRole('button', { name: /^1 in 100,000/ })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('slider', { name: 'Threshold' })).toHaveValue(chosen);
});

test('it warns before and in the overlap, where samples of one person differ more than two people do', async ({ open }) => {
  const lintel = await open(null);
  const page = await openSafety(lintel, [
    { name: 'Ada', samples: 5, spread: 1.5 },
    { name: 'Ben', samples: 5, spread: 0.3, like: { name: 'Ada', score: 0.75 } },
  ], 'Settings');
  const answer = page.getByText(/^They overlap from 0\.\d{3}, your own lowest, to 0\.\d{3}/);
  await expect(answer).toBeVisible();
  const [lowest, highest] = [...(await answer.innerText()).matchAll(/0\.\d{3}/g)].map(([score]) => Number(score));
  const slider = page.getByRole('slider', { name: 'Threshold' });
  await slider.fill(String(lowest! - 0.01));
  await expect(page.getByText(/A little higher, at 0\.\d{3}, it enters the overlap/)).toBeVisible();
  await slider.fill(String((lowest! + highest!) / 2));
  await expect(page.getByText(/^The threshold is in the overlap/)).toBeVisible();
});

test('a plot can be saved as SVG and as PNG, complete in itself', async ({ open }) => {
  const lintel = await open(null);
  const page = await openSafety(lintel, PEOPLE);
  const saved = async (name: 'Save as SVG' | 'Save as PNG', index: number): Promise<{ file: string; bytes: Buffer }> => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).nth(index).click()]);
    return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const { file, bytes } = await saved('Save as SVG', 0);
  expect(file).toBe('lintel-scores.svg');
  const text = bytes.toString('utf8');
  expect(text).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(text).toContain('<title>How alike are strangers, and how alike are your own samples?</title>');
  expect(text).toContain('strangers in reference photographs');
  expect(text).not.toMatch(/class=|style=|var\(|<!--|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  // The ground of the page, and the colour of your own people.
  expect(text).toContain('fill="rgb(255, 253, 248)"');
  expect(text).toContain('stroke="rgb(31, 95, 168)"');

  const png = await saved('Save as PNG', 2);
  expect(png.file).toBe('lintel-people.png');
  expect(png.bytes.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  const shown = await page.getByRole('img').nth(2).evaluate((plot) => (plot as unknown as SVGSVGElement).viewBox.baseVal.width);
  // A margin of 16 on both sides.
  expect(png.bytes.readUInt32BE(16)).toBe(2 * (shown + 32));
});

for (const [viewport, colorScheme] of [
  [{ width: 1280, height: 720 }, 'light'],
  [{ width: 800, height: 480 }, 'dark'],
  [{ width: 480, height: 800 }, 'light'],
] as const) {
  test(`it shuts nobody out and fits ${viewport.width} × ${viewport.height}, ${colorScheme}`, async ({ open }) => {
    const lintel = await open(null, { viewport, colorScheme });
    const page = await openSafety(lintel, [...PEOPLE, { name: 'Maximiliane-'.repeat(5), samples: 2, like: { name: 'Ada', score: 0.9 } }]);
    await page.getByText('The same in numbers').first().click();
    await expectNoBarrier(page, 'with people');
    const sideways = await page.locator('main').evaluate((main) => [main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - innerWidth]);
    expect(Math.max(...sideways)).toBeLessThanOrEqual(0);
    const small = await page.locator('main').locator('button, a.way, summary').evaluateAll((targets) =>
      targets.filter((target) => target.getBoundingClientRect().height < 48).map((target) => target.textContent),
    );
    expect(small).toEqual([]);
  });
}

test('it says what is missing with nobody, one person, or one sample each', async ({ open }) => {
  const lintel = await open(null);
  const { page } = lintel;
  await expect(lintel.status).toHaveText('Nobody is enrolled yet.');
  await page.goto(`${new URL(page.url()).origin}/#safety`);
  await expect(page.getByText('Nobody who is enrolled can be compared yet.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('slider')).toHaveCount(0);

  await seedPeople(page, [{ name: 'Ada', samples: 1 }]);
  await page.reload();
  await expect(page.getByText('Only one person is enrolled.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('link', { name: 'Enrol a second person to see this' })).toBeVisible();

  await seedPeople(page, [{ name: 'Ada', samples: 1 }, { name: 'Ben', samples: 1 }]);
  await page.reload();
  await expect(page.getByText(/^Ada and Ben score/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('link', { name: 'Add samples to see this' })).toHaveCount(2);
  await expect(page.getByRole('img')).toHaveCount(2);
});
