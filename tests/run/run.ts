/** `npm test [-- --only STEP [FILTER…]]`: every check one after the other, a failed one hiding none, then the sum. */
import { parseArgs } from 'node:util';
import { ensureChromium } from './chromium';
import { buildForTests, prepareAssets } from './build';
import { type Count, runInChromium, runLint, runTypes, runUnits } from './checks';
import { runDependencies } from './dependencies';
import { runPi } from './pi';
import { ensureReaderPython } from './python';

const STEPS = ['types', 'lint', 'dependencies', 'unit', 'build', 'golden', 'e2e', 'pi'];

const { values, positionals: filters } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
if (values.only !== undefined && !STEPS.includes(values.only)) {
  console.error(`There is no step called ${values.only}: choose ${STEPS.join(', ')}.`);
  process.exit(2);
}
const isWanted = (name: string): boolean => values.only === undefined || values.only === name;

const total = { passed: 0, failed: 0 };

/** Announces a step, runs it, and adds its counts to the sum. True when nothing in it failed. */
async function step(name: string, check: () => Count | Promise<Count>): Promise<boolean> {
  console.log(`\n── ${name}`);
  const startMs = performance.now();
  const { passed, failed } = await check();
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  total.passed += passed;
  total.failed += failed;
  console.log(`── ${name}: ${passed} passed, ${failed} failed, ${seconds} s`);
  return failed === 0;
}

const inChromium = (['golden', 'e2e', 'pi'] as const).filter(isWanted);
const hasChromium = inChromium.length > 0 && ensureChromium();
if (isWanted('types')) await step('types', runTypes);
if (isWanted('lint')) await step('lint', runLint);
if (isWanted('dependencies')) await step('dependencies', runDependencies);
if (isWanted('unit')) ensureReaderPython();
if (isWanted('unit')) await step('unit', () => runUnits(filters));
// What runs in Chromium runs in what is built here.
const isBuilt = (isWanted('build') || inChromium.length > 0) && (await step('assets', prepareAssets)) && (await step('build', buildForTests));
for (const name of inChromium) {
  if (isBuilt && hasChromium) await step(name, () => (name === 'pi' ? runPi(filters) : runInChromium(name, filters)));
  else await step(`${name}, which cannot run: see above`, () => ({ passed: 0, failed: 1 }));
}

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
